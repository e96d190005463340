using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ReportChainTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_listed_only_in_a_returned_revision_is_cancelled_when_a_later_one_is_accepted(
        string provider
    )
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        var first = await SubmitAsync(
            database,
            agency,
            new PlannedEvent(Samples.Facts("Kept"), []),
            new(Samples.Facts("Dropped"), [])
        );
        await ChangeAsync(
            database,
            agency,
            (_, chain) =>
            {
                chain.Latest!.Return(Samples.Noon, "npr", "Say where.");
                return Task.CompletedTask;
            }
        );

        await SubmitAsync(database, agency, new PlannedEvent(Samples.Facts("Kept"), []));
        await ChangeAsync(database, agency, (_, chain) => chain.AcceptAsync(chain.Latest!, Samples.Noon, "npr", None));

        await using var db = await database.Contexts.CreateDbContextAsync();
        var events = await db.Events.OrderBy(e => e.Title).ToListAsync();
        Assert.Equal(
            [("Dropped", EventStatus.Cancelled, false), ("Kept", EventStatus.Planned, true)],
            events.Select(e => (e.Title, e.Status, e.IsPublic))
        );
        Assert.Equal(first.Id, events[0].ReportId);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_cancelled_event_that_an_accepted_amendment_lists_is_planned_again(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await SubmitAsync(database, agency, new PlannedEvent(Samples.Facts(), []));
        await ChangeAsync(database, agency, (_, chain) => chain.AcceptAsync(chain.Latest!, Samples.Noon, "npr", None));
        await ChangeAsync(
            database,
            agency,
            async (db, _) => db.Add((await db.Events.SingleAsync()).Cancel("Snow.", Samples.Noon, "pat"))
        );

        await SubmitAsync(database, agency, new PlannedEvent(Samples.Facts(), []));
        await ChangeAsync(database, agency, (_, chain) => chain.AcceptAsync(chain.Latest!, Samples.Noon, "npr", None));

        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(EventStatus.Planned, (await db.Events.SingleAsync()).Status);
    }

    private static async Task<MonthlyReport> SubmitAsync(
        TestDatabase database,
        Agency agency,
        params PlannedEvent[] events
    )
    {
        MonthlyReport? report = null;
        await ChangeAsync(
            database,
            agency,
            async (_, chain) =>
                report = await chain.SubmitAsync(
                    await chain.MatchAsync(events, None),
                    Samples.Noon,
                    "pat",
                    chain.Accepted is null ? null : "Corrected.",
                    None
                )
        );
        return report!;
    }

    private static async Task ChangeAsync(
        TestDatabase database,
        Agency agency,
        Func<CwaDbContext, ReportChain, Task> change
    )
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        await change(db, await ReportChain.LoadAsync(db, agency.Id, Samples.April, None));
        await db.SaveChangesAsync();
    }
}
