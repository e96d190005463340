using System.Diagnostics;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

[AfterOthers]
public sealed class SqliteCancellationTests
{
    private const string Endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000) ";

    [Fact]
    public async Task A_token_stops_a_statement_before_its_first_row()
    {
        await StoppedAsync(
            (db, token) => db.Database.SqlQueryRaw<long>(Endless + "SELECT max(i) AS Value FROM n").ToListAsync(token)
        );
    }

    [Fact]
    public async Task A_token_stops_a_statement_between_its_rows()
    {
        await StoppedAsync(
            (db, token) =>
                db
                    .Database.SqlQueryRaw<long>(Endless + "SELECT i AS Value FROM n WHERE i = 1 OR i = 100000000000")
                    .ToListAsync(token)
        );
    }

    [Fact]
    public async Task A_token_stops_a_statement_that_writes()
    {
        await StoppedAsync(
            (db, token) =>
                db.Database.ExecuteSqlRawAsync(
                    "UPDATE feed_counters SET last_sequence = (" + Endless + "SELECT max(i) FROM n)",
                    token
                )
        );
    }

    [Fact]
    public async Task The_connection_serves_the_next_statement()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            db.Database.SqlQueryRaw<long>(Endless + "SELECT max(i) AS Value FROM n").ToListAsync(cancellation.Token)
        );

        using var another = new CancellationTokenSource();
        Assert.Equal(0, await db.FeedCounters.Select(c => c.LastSequence).SingleAsync(another.Token));
    }

    [Fact]
    public async Task With_a_token_that_is_never_cancelled_everything_is_saved_and_read()
    {
        using var unused = new CancellationTokenSource();
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync(unused.Token);
        var agencies = Enumerable.Range(0, 50).Select(_ => Samples.Agency()).ToList();
        db.AddRange(agencies);
        await db.SaveChangesAsync(unused.Token);
        agencies.ForEach(a => a.Reload("Renamed", a.Kind, null, a.Directive, a.DirectiveBasis));

        Assert.Equal(50, await db.SaveChangesAsync(unused.Token));

        db.ChangeTracker.Clear();
        var read = await db.Agencies.OrderBy(a => a.Id).ToListAsync(unused.Token);
        Assert.Equal(agencies.Select(a => a.Id).Order(), read.Select(a => a.Id));
        Assert.All(read, agency => Assert.Equal("Renamed", agency.Name));
        Assert.Equal(
            50,
            await db.Agencies.ExecuteUpdateAsync(a => a.SetProperty(x => x.HighImpact, true), unused.Token)
        );
        Assert.True(await db.Agencies.AllAsync(a => a.HighImpact, unused.Token));
    }

    [Fact]
    public async Task A_refused_save_still_throws_DbUpdateException()
    {
        using var unused = new CancellationTokenSource();
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync(unused.Token);
        db.AddRange(Samples.Agency(abbreviation: "SSA"), Samples.Agency(abbreviation: "SSA"));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(unused.Token));
    }

    private static async Task StoppedAsync(Func<CwaDbContext, CancellationToken, Task> query)
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.FeedCounters.CountAsync(); // the first query also builds the model
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query(db, cancellation.Token));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.True(await BecomesIdleAsync(), "The statement is still running.");
    }

    // A statement that is not stopped would keep a processor busy for hours; everything else in the process is short.
    private static async Task<bool> BecomesIdleAsync()
    {
        var window = TimeSpan.FromMilliseconds(200);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            await Task.Delay(window);
            if (Process.GetCurrentProcess().TotalProcessorTime - before < window / 2)
                return true;
        }

        return false;
    }
}
