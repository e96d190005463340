using System.Diagnostics;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Statements as an operator sees them.</summary>
public sealed class StatementTracingTests
{
    private const string Text = "db.query.text";

    [Theory]
    [InlineData("SELECT \"e\".\"id\" FROM \"events\" AS \"e\"", "SELECT events")]
    [InlineData(
        "SELECT 1 FROM events e JOIN agencies a ON TRUE LEFT JOIN LATERAL (SELECT 2 FROM events)",
        "SELECT events agencies"
    )]
    [InlineData(
        "INSERT INTO \"events\" (\"id\") VALUES (@p0); UPDATE feed_counters SET last = 2",
        "INSERT events feed_counters"
    )]
    [InlineData("DELETE FROM \"liaisons\" WHERE \"id\" = @p0", "DELETE liaisons")]
    [InlineData("SELECT 1 FROM events AS \"e\" WHERE 2 IS DISTINCT FROM \"e\".\"state\"", "SELECT events")]
    [InlineData("SELECT value FROM json_each(@ids)", "SELECT")]
    [InlineData("PRAGMA data_version", "PRAGMA")]
    public void A_statement_is_named_for_what_it_does_to_which_tables(string text, string name) =>
        Assert.Equal(name, StatementSummary.Of(text));

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_quick_statement_has_no_text_in_its_span_and_a_slow_one_has(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();
        var slow =
            provider == TestDatabase.Sqlite
                ? "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000) "
                    + "SELECT max(x) AS \"Value\" FROM n"
                : "SELECT 1 AS \"Value\" FROM pg_sleep(0.15)";

        var spans = await SpansAsync(async () =>
        {
            await db.Agencies.AnyAsync();
            await db.Database.SqlQueryRaw<int>(slow).ToListAsync();
        });

        Assert.Equal(2, spans.Count);
        // On a busy machine, the first may be slow as well.
        Assert.All(
            spans,
            span => Assert.Equal(span.Duration >= StatementTracing.Slow, span.GetTagItem(Text) is not null)
        );
        Assert.StartsWith(slow, (string?)spans[1].GetTagItem(Text));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_span_of_a_statement_that_fails_says_so_when_it_ends(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();

        var spans = await SpansAsync(() =>
            Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM nowhere"))
        );

        var failed = Assert.Single(spans);
        Assert.Equal("DELETE nowhere", failed.DisplayName);
        Assert.Equal("DELETE FROM nowhere", failed.GetTagItem(Text));
        Assert.Equal(ActivityStatusCode.Error, failed.Status);
    }

    [SkippableFact]
    public async Task A_statement_that_is_given_up_has_a_span()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var db = await database.Contexts.CreateDbContextAsync();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));

        var spans = await SpansAsync(() =>
            Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                db.Database.ExecuteSqlRawAsync("SELECT pg_sleep(30)", late.Token)
            )
        );

        var ended = Assert.Single(spans);
        Assert.Equal("SELECT pg_sleep(30)", ended.GetTagItem(Text));
        Assert.Equal(ActivityStatusCode.Error, ended.Status);
    }

    private static async Task<IReadOnlyList<Activity>> SpansAsync(Func<Task> work)
    {
        using var around = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StatementTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == around.TraceId)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return spans;
    }
}
