using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Says later what a report left out about an event. Nothing that was said is changed.</summary>
internal static class CompletedEvents
{
    /// <summary>Completes one event; null if it was refused.</summary>
    public static async Task<Event?> CompleteAsync(
        CompletedEventInput input,
        Work work,
        Check check,
        CancellationToken cancellationToken
    )
    {
        if (await work.OwnAsync(input.EventId, cancellationToken, check) is not { } @event)
            return null;

        var planned = input.Said(@event);
        EventRules.CheckFacts(planned, check);
        if (input is { HasFacts: false })
            check.Refuse(new NothingToComplete());
        if (!check.IsGood)
            return null;

        // A revision that waits for NPR's decision has said something, too. To repeat what the event says now is no
        // objection to it.
        var waiting = await work
            .Db.EventRevisions.AsNoTracking()
            .Where(r => r.EventId == @event.Id && r.Report.Status == MonthlyReportStatus.Submitted)
            .ToListAsync(cancellationToken);
        var (now, said) = (@event.Facts(), planned.Facts);
        var added = EventFactValues.Added(now, said).ToList();
        var contradicted = waiting
            .SelectMany(r => EventFactValues.Contradicted(r.Facts, said))
            .Where(added.Contains)
            .Concat(EventFactValues.Contradicted(now, said))
            .Distinct()
            .ToList();
        foreach (var field in contradicted)
            check.Refuse(new FactAlreadySaid(@event), field);
        if (contradicted is [] && added is not [])
        {
            await work.Db.Entry(@event).Reference(e => e.Report).LoadAsync(cancellationToken);
            var completion = work.Db.Add(@event.Complete(said, work.Now, work.Actor)).Entity;
            // Whoever opens a draft of the report sees it there. A form that left it empty would withdraw it.
            foreach (var line in await DraftsOf(@event, work).ToListAsync(cancellationToken))
                line.Fill(completion);
            work.Announce(FeedKind.EventCompleted, @event);
        }

        return @event;
    }

    private static IQueryable<DraftEvent> DraftsOf(Event @event, Work work) =>
        work.Db.DraftEvents.Where(line => line.EventId == @event.Id && line.Report.AgencyId == @event.AgencyId);
}
