using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static Cwa.Graph.Tests.Security.RefusedStart;

namespace Cwa.Graph.Tests.Security;

/// <summary>A database that the server cannot use as it is stops the start with a sentence.</summary>
public sealed class RefusedDatabaseTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_a_newer_version_has_changed_is_refused_with_a_sentence(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = await database.Contexts.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync(
                db.GetService<IHistoryRepository>().GetInsertScript(new("29991231000000_Later", "99.0.0"))
            );

        await AreRefusedAsync(SettingsOf(database), "29991231000000_Later");
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_from_before_the_first_migration_is_refused_with_a_sentence(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.IsOfBeforeTheFirstMigrationAsync();

        await AreRefusedAsync(SettingsOf(database), "Name an empty database in ConnectionStrings:Cwa");
    }

    [Theory]
    [InlineData("Data Source=/nowhere/cwa.db")]
    [InlineData("Data Source=Cwa.Graph.dll")]
    [InlineData("Data Source=/tmp")]
    public async Task A_path_that_is_not_a_database_stops_the_start_with_a_sentence(string place)
    {
        (string, string)[] settings = [("ConnectionStrings:Cwa", place)];

        await AreRefusedAsync(
            settings,
            "The database cannot be reached: ",
            "ConnectionStrings:Cwa says where it is, such as "
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Outside_Development_a_database_is_changed_only_by_the_command_that_says_so(string provider)
    {
        TestDatabase.Require(provider);
        await using var database = TestDatabase.Absent(provider);
        var settings = SettingsOf(database);

        var server = await RunAsync("Production", $"{Guid.NewGuid()}", [], settings);
        await using (var db = await database.Contexts.CreateDbContextAsync())
            Assert.False(await db.Database.CanConnectAsync());
        var sample = await RunAsync("Production", null, ["sample"], settings);
        var first = await MigrateAsync();
        var second = await MigrateAsync();

        Assert.All(
            [server, sample],
            start =>
            {
                IsRefused(start, "Run `dotnet Cwa.Graph.dll migrate`", "or set Database:Migrate to true.");
                Assert.Matches(@"The database lacks \d{14}_\w+\.", start.Error);
            }
        );
        Assert.Matches(@"^Applied: \d{14}_\w+\.\n$", first);
        Assert.Equal("The schema is up to date.\n", second);
        await using var made = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(163, await made.Agencies.CountAsync());

        async Task<string> MigrateAsync()
        {
            var (migrated, output, said) = await ServerProgram.RunAsync(
                [("ASPNETCORE_ENVIRONMENT", "Production"), .. settings],
                "migrate"
            );
            Assert.Equal((0, ""), (migrated, said));
            return output;
        }
    }

    private static (string, string)[] SettingsOf(TestDatabase database) =>
        [("Database:Provider", database.Provider), ("ConnectionStrings:Cwa", database.ConnectionString)];

    private static async Task AreRefusedAsync((string, string)[] settings, params string[] sentences)
    {
        IsRefused(await RunAsync("Development", null, [], settings), sentences);
        IsRefused(await RunAsync("Development", null, ["sample"], settings), sentences);
    }
}
