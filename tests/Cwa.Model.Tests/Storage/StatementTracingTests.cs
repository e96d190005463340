using System.Diagnostics;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Statements that end badly, as an operator sees them.</summary>
public sealed class StatementTracingTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_span_of_a_statement_that_fails_says_so_when_it_ends(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();

        var status = await StatusOfAsync(
            "nowhere",
            () => Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM nowhere"))
        );

        Assert.Equal(ActivityStatusCode.Error, status);
    }

    [SkippableFact]
    public async Task A_statement_that_is_given_up_has_a_span()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var db = await database.Contexts.CreateDbContextAsync();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));

        var status = await StatusOfAsync(
            "pg_sleep",
            () =>
                Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                    db.Database.ExecuteSqlRawAsync("SELECT pg_sleep(30)", late.Token)
                )
        );

        Assert.Equal(ActivityStatusCode.Error, status);
    }

    private static async Task<ActivityStatusCode?> StatusOfAsync(string statement, Func<Task> run)
    {
        ActivityStatusCode? status = null;
        using var test = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StatementTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (
                    span.TraceId == test.TraceId
                    && $"{span.GetTagItem("db.query.text")}".Contains(statement, StringComparison.Ordinal)
                )
                    status = span.Status;
            },
        };
        ActivitySource.AddActivityListener(listener);
        await run();
        return status;
    }
}
