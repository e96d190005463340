using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class LastChangeTests
{
    private const string AnyWrite =
        "INSERT INTO data_protection_keys (friendly_name, xml) VALUES ('of a test', '<key/>')";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_commit_of_another_connection_moves_the_place(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var change = Of(database);
        var seen = new List<string?> { await change.ReadAsync() };

        for (var round = 0; round < 20; round++)
        {
            await using var db = await database.Contexts.CreateDbContextAsync();
            // Not announced, and not by our own writes.
            await db.Database.ExecuteSqlRawAsync(AnyWrite);
            seen.Add(await change.ReadAsync());
        }

        Assert.DoesNotContain(null, seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_file_stands_where_it_stood_until_something_is_committed()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        using var change = Of(database);
        var before = await change.ReadAsync();

        await using var db = await database.Contexts.CreateDbContextAsync();
        await using (var undone = await db.BeginWriteAsync(CancellationToken.None))
        {
            await db.Database.ExecuteSqlRawAsync(AnyWrite);
            Assert.Equal(before, await change.ReadAsync());
        }

        Assert.Equal(before, await change.ReadAsync());
    }

    // Others write to the same server during these tests, so not every look sees it still.
    [SkippableFact]
    public async Task A_server_on_which_nothing_is_committed_stands_still()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        using var change = Of(database);

        var places = new List<string?>();
        while (places.Count < 2 || (places[^1] != places[^2] && places.Count < 1000))
            places.Add(await change.ReadAsync());

        Assert.Equal(places[^1], places[^2]);
    }

    [SkippableFact]
    public async Task A_commit_shows_once_it_is_visible_and_not_before()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        using var change = Of(database);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(AnyWrite);
        var before = await change.ReadAsync();

        await write.CommitAsync(CancellationToken.None);

        Assert.NotEqual(before, await change.ReadAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Another_connection_never_gives_a_place_of_the_one_before(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var change = Of(database);
        var before = await change.ReadAsync();

        change.Dispose();

        Assert.NotEqual(before, await change.ReadAsync());
    }

    [SkippableFact]
    public async Task Of_several_servers_none_can_tell()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        var host = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString);
        host.Host = $"{host.Host},{host.Host}";
        using var any = LastChange.OfPostgreSql(host.ConnectionString, isCompared: false);
        host.TargetSessionAttributes = "primary";
        using var primary = LastChange.OfPostgreSql(host.ConnectionString, isCompared: false);

        Assert.Null(await any.ReadAsync());
        Assert.NotNull(await primary.ReadAsync());
    }

    private static LastChange Of(TestDatabase database) =>
        database.Provider == TestDatabase.Sqlite
            ? LastChange.OfSqlite(database.ConnectionString)
            : LastChange.OfPostgreSql(database.ConnectionString, isCompared: false);
}
