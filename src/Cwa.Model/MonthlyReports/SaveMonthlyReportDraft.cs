using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Saves the draft of a month's report (action 2) in place of any earlier draft. Only the agency and those above it see
/// a draft; NPR sees it once it is submitted.
/// </summary>
[By(Role.Agency)]
[TellsChanges]
public sealed record SaveMonthlyReportDraft : Verb<MonthlyReport>
{
    /// <summary>The reporting agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to state that the agency will conduct no events in the month.</summary>
    public bool Nil { get; init; }

    /// <summary>The events, at most 500, in place of those of an earlier draft. A draft may have none yet.</summary>
    public IReadOnlyList<PlannedEventInput> Events { get; init; } = [];

    /// <inheritdoc/>
    public override async Task<MonthlyReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (Nil && Events is not [])
            work.Refuse(new NilReportListsEvents(), nameof(Nil));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var events = await PlannedEvents.ReadAsync(Events, agency.Id, Month, work, work.Check, cancellationToken);
        if (!work.IsGood)
            return null;

        var chain = await ReportChain.LoadAsync(work.Db, agency.Id, Month, cancellationToken);
        var matched = await chain.MatchAsync(
            events,
            work,
            work.Check,
            held => work.Warn(new HeldEventsLeftOut(held).Message, Nil ? nameof(Nil) : nameof(Events)),
            cancellationToken
        );
        if (!work.IsGood)
            return null;

        var draft = chain.Draft ?? work.Db.Add(new MonthlyReport(agency.Id, Month)).Entity;
        work.Db.RemoveRange(
            await work.Db.DraftEvents.Where(d => d.ReportId == draft.Id).ToListAsync(cancellationToken)
        );
        work.Db.AddRange(
            matched.Select((e, i) => new DraftEvent(draft, i, e.Planned.Facts, e.Planned.CoHostIds, e.EventId))
        );
        draft.Write(events.Count, Nil);
        work.Audit(draft, agency.Id);
        return draft;
    }
}
