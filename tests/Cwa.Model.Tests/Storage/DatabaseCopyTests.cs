using Cwa.Tests;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cwa.Model.Tests;

public sealed class DatabaseCopyTests
{
    // EF Core's own, and what triggers fill.
    private static readonly string[] NotCopied = ["__EFMigrationsHistory", "__EFMigrationsLock", "event_numbers"];

    [SkippableFact]
    public async Task The_sample_year_is_the_same_after_a_journey_to_the_other_database_and_back()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var source = await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        await using var there = TestDatabase.Absent(TestDatabase.PostgreSql);
        await using var back = TestDatabase.Absent(TestDatabase.Sqlite);
        await using var kept = await source.Contexts.CreateDbContextAsync();
        await using var copied = await back.Contexts.CreateDbContextAsync();

        var first = await CopyAsync(source, there);
        var second = await CopyAsync(there, back);

        Assert.Equal(first, second);
        Assert.Equal(await TablesAsync(kept), first.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(await DatabaseDigest.OfAsync(kept), await DatabaseDigest.OfAsync(copied));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Titles_are_found_in_a_copy_and_keys_go_on_being_numbered(string provider)
    {
        await using var source = await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        await using var target = await TestDatabase.CreateAsync(provider);
        await using var kept = await source.Contexts.CreateDbContextAsync();
        kept.AddRange(new DataProtectionKey { Xml = "first" }, new DataProtectionKey { Xml = "second" });
        await kept.SaveChangesAsync();

        await CopyAsync(source, target);

        await using var copied = await target.Contexts.CreateDbContextAsync();
        copied.Add(new DataProtectionKey { Xml = "third" });
        await copied.SaveChangesAsync();
        Assert.Equal(
            ["first", "second", "third"],
            await copied.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).ToListAsync()
        );
        var found = await TitlesAsync(kept);
        Assert.NotEmpty(found);
        Assert.Equal(found, await TitlesAsync(copied));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_written_during_a_copy_is_not_in_it(string provider)
    {
        await using var source = await TestDatabase.CreateAsync(provider);
        await using var target = TestDatabase.Absent(TestDatabase.Sqlite);
        var earlier = await AddAsync(source);

        await CopyAsync(
            source,
            target,
            table =>
            {
                if (table.Name == "agencies")
                    AddAsync(source).GetAwaiter().GetResult();
            }
        );

        await using var copied = await target.Contexts.CreateDbContextAsync();
        Assert.Equal([earlier], await copied.Liaisons.Select(liaison => liaison.Name).ToListAsync());
        Assert.Equal(1, await copied.Agencies.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_with_records_is_not_copied_into(string provider)
    {
        await using var source = await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        await using var target = await TestDatabase.CreateAsync(provider);
        var earlier = await AddAsync(target);

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(source, target));

        Assert.StartsWith("The target holds records already, in agencies.", refused.Message, StringComparison.Ordinal);
        await using var kept = await target.Contexts.CreateDbContextAsync();
        Assert.Equal([earlier], await kept.Liaisons.Select(liaison => liaison.Name).ToListAsync());
        Assert.Equal(1, await kept.Agencies.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_copy_that_fails_leaves_nothing_and_can_be_made_again(string provider)
    {
        await using var source = await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        await using var target = await TestDatabase.CreateAsync(provider);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() =>
            CopyAsync(
                source,
                target,
                table => _ = table.Name == "events" ? throw new TimeZoneNotFoundException() : table
            )
        );

        await using var kept = await target.Contexts.CreateDbContextAsync();
        Assert.False(await kept.Agencies.AnyAsync());
        Assert.Equal(0, (await kept.FeedCounters.SingleAsync()).LastSequence);
        await CopyAsync(source, target);
    }

    [SkippableTheory]
    [InlineData(
        TestDatabase.Sqlite,
        """
            CREATE TRIGGER tr_other AFTER INSERT ON programs
            BEGIN UPDATE programs SET name = name || '.' WHERE id = new.id; END
            """
    )]
    [InlineData(
        TestDatabase.PostgreSql,
        """
            CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN new.name := new.name || '.'; RETURN new; END $$;
            CREATE TRIGGER tr_other BEFORE INSERT ON programs FOR EACH ROW EXECUTE FUNCTION other()
            """
    )]
    public async Task A_table_that_is_not_stored_as_it_was_read_is_named_and_nothing_is_stored(
        string provider,
        string disturbance
    )
    {
        await using var source = await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        await using var target = await TestDatabase.CreateAsync(provider);
        await using var kept = await target.Contexts.CreateDbContextAsync();
        await kept.Database.ExecuteSqlRawAsync(disturbance);

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(source, target));

        Assert.StartsWith("programs was not stored as it was read:", refused.Message, StringComparison.Ordinal);
        Assert.False(await kept.Agencies.AnyAsync());
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, "29991231000000_Later")]
    [InlineData(TestDatabase.PostgreSql, "29991231000000_Later")]
    [InlineData(TestDatabase.Sqlite, "29991231000000_ExpandEvents")]
    public async Task Databases_of_other_versions_are_neither_read_nor_written(string provider, string migration)
    {
        await using var ours = await TestDatabase.CreateAsync(provider);
        await using var newer = await TestDatabase.CreateAsync(provider);
        await using (var db = await newer.Contexts.CreateDbContextAsync())
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ({migration}, '99.0.0')");
        await using var absent = TestDatabase.Absent(provider);

        var from = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(newer, ours));
        var to = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(ours, newer));
        var none = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(absent, ours));

        Assert.StartsWith("The source cannot be used: ", from.Message, StringComparison.Ordinal);
        Assert.StartsWith("The target cannot be used: ", to.Message, StringComparison.Ordinal);
        Assert.All([from, to], r => Assert.Contains(migration, r.Message, StringComparison.Ordinal));
        Assert.StartsWith("The source does not exist", none.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=cwa.db", true)]
    [InlineData("Host=db;Database=cwa", true)]
    [InlineData("cwa.db", false)]
    [InlineData("Database=cwa", false)]
    [InlineData("postgres://cwa@db/cwa", false)]
    [InlineData("", false)]
    public void A_connection_string_says_which_kind_of_database_it_is_for(string text, bool says) =>
        Assert.Equal(says, DatabaseCopy.IsReadable(text));

    private static async Task<IReadOnlyList<CopiedTable>> CopyAsync(
        TestDatabase from,
        TestDatabase to,
        Action<CopiedTable>? told = null
    )
    {
        var tables = new List<CopiedTable>();
        await DatabaseCopy.RunAsync(
            from.ConnectionString,
            to.ConnectionString,
            NullLoggerFactory.Instance,
            table =>
            {
                tables.Add(table);
                told?.Invoke(table);
            },
            CancellationToken.None
        );
        return tables;
    }

    /// <summary>Adds an agency with a liaison, whose name is returned.</summary>
    private static async Task<string> AddAsync(TestDatabase database)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        var agency = Samples.Agency();
        var liaison = Samples.Liaison(agency);
        db.AddRange(agency, liaison);
        await db.SaveChangesAsync();
        return liaison.Name;
    }

    private static Task<List<string>> TitlesAsync(CwaDbContext db) =>
        db.Events.Where(e => TitleIndex.Contains(e, "FACTS")).OrderBy(e => e.Id).Select(e => e.Title!).ToListAsync();

    private static async Task<IEnumerable<string>> TablesAsync(CwaDbContext db) =>
        (
            await db
                .Database.SqlQuery<string>(
                    $"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                )
                .ToListAsync()
        )
            .Except(NotCopied)
            .Where(name => !name.StartsWith("event_titles", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
