using System.Text;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

/// <summary>What others do and see while a file is read.</summary>
public sealed class StagedImportTests
{
    private const string Header = "agency,month,pending_start,received,resolved,pending_end,median_days";
    private const string April1998 = "SSA,1998-04,1,2,1,2,3";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_sees_rows_or_waits_for_them_before_the_file_is_whole(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");
        var seen = new List<int>();

        var result = await ImportAsync(
            database,
            Enumerable.Range(0, 2500).Select(i => $"SSA,{400 + i / 12:0000}-{1 + i % 12:00},1,2,1,2,3"),
            () => seen.Add(Seen(database))
        );

        Assert.Equal((2500, true), (result.Inserted, result.Committed));
        Assert.Equal([0, 0, 0, 0], seen);
        Assert.Equal(2500, Seen(database));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_that_arrive_while_a_file_is_read_are_corrected_by_it(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");
        var reported = 0;

        var result = await ImportAsync(
            database,
            [April1998, "SSA,1998-05,2,1,1,2,3"],
            () =>
            {
                if (reported++ == 0)
                    Report(database, received: 5);
            }
        );

        Assert.Equal((1, 1, 0, true), (result.Inserted, result.Updated, result.Unchanged, result.Committed));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [(4, 1, 5L, false), (4, 2, 2, true), (5, 1, 1, true)],
            (await db.ComplaintMetrics.OrderBy(m => m.Month).ThenBy(m => m.Revision).ToListAsync()).Select(m =>
                (m.Month.Month, m.Revision, m.Received!.Value, m.IsCurrent)
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_file_is_stored_although_others_never_stop_writing(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");
        var reported = 0;

        var result = await ImportAsync(
            database,
            [April1998],
            () =>
            {
                // Twice for each of three times that the file is read.
                if (++reported <= 6)
                    Report(database, received: 5 + reported);
            }
        );

        Assert.Equal((1, true), (result.Updated, result.Committed));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(2, (await db.ComplaintMetrics.SingleAsync(m => m.IsCurrent)).Received);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_import_that_is_cancelled_leaves_nothing_behind(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");
        using var patience = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ImportAsync(database, [April1998], patience.Cancel, patience.Token)
        );
        var seen = Seen(database);
        var again = await ImportAsync(database, [April1998], () => { });

        Assert.Equal((0, 1, true), (seen, again.Inserted, again.Committed));
    }

    private static Task<ImportResult> ImportAsync(
        TestDatabase database,
        IEnumerable<string> rows,
        Action meanwhile,
        CancellationToken cancellationToken = default
    ) =>
        Imports.RunAsync(
            Imports.Find("complaint-metrics")!,
            new MemoryStream(Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', rows)}")),
            database.Contexts,
            ImportDatabase.Options,
            new Meanwhile(meanwhile),
            cancellationToken
        );

    private static int Seen(TestDatabase database)
    {
        using var db = database.Contexts.CreateDbContext();
        return db.ComplaintMetrics.Count();
    }

    private static void Report(TestDatabase database, long received)
    {
        using var db = database.Contexts.CreateDbContext();
        var agency = db.Agencies.Single(a => a.Abbreviation == "SSA");
        var desk = new Desk(ImportDatabase.Options.Today, database);
        var figures = Metric(agency) with
        {
            PendingStart = 1,
            Received = received,
            Resolved = 1,
            PendingEnd = received,
        };
        Task.Run(() => desk.ClerkOf(agency).DoAsync(Counting.Report(figures))).Wait();
    }

    /// <summary>Does something while rows are read: after the first, at every thousandth, and after the last.</summary>
    private sealed class Meanwhile(Action act) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => act();
    }
}
