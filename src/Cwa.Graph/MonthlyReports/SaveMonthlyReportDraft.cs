using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What the draft of a month's report is to say.</summary>
public sealed record SaveMonthlyReportDraftInput : MutationInput
{
    /// <summary>The reporting agency's id.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to say explicitly that the agency conducts no events this month.</summary>
    [DefaultAstValue("false")]
    public bool Nil { get; init; }

    /// <summary>The events, at most 500, in place of those that the draft had. A draft may have none yet.</summary>
    [DefaultAstValue("[]")]
    public IReadOnlyList<PlannedEventInput> Events { get; init; } = [];
}

/// <summary>The draft, or why it was refused.</summary>
public sealed record SaveMonthlyReportDraftPayload : Payload
{
    /// <summary>The draft; null when it was refused or only checked.</summary>
    public MonthlyReport? MonthlyReport { get; init; }
}

/// <summary>Action 2: an agency prepares its report.</summary>
public sealed class SaveMonthlyReportDraft
{
    /// <summary>
    /// Saves the draft of a month's report (action 2), in place of the one before. Only the agency and those above it
    /// see it; NPR sees it once it is submitted.
    /// </summary>
    /// <param name="input">What the draft says.</param>
    [Role(Roles.Submit)]
    public static Task<SaveMonthlyReportDraftPayload> SaveMonthlyReportDraftAsync(
        SaveMonthlyReportDraftInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            draft => new SaveMonthlyReportDraftPayload { MonthlyReport = draft },
            session => SaveAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<MonthlyReport?> SaveAsync(
        SaveMonthlyReportDraftInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        if (input.Nil && input.Events is not [])
            check.Refuse(new NilReportListsEvents(check.Path("nil")));
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var events = await PlannedEvents.ReadAsync(
            input.Events,
            agency.Id,
            input.Month,
            session,
            check,
            cancellationToken
        );
        if (!check.IsGood)
            return null;

        var chain = await ReportChain.LoadAsync(session.Db, agency.Id, input.Month, cancellationToken);
        var matched = await chain.MatchAsync(events, session, check, cancellationToken);
        if (!check.IsGood)
            return null;

        var draft = chain.Draft ?? session.Db.Add(new MonthlyReport(agency.Id, input.Month)).Entity;
        session.Db.RemoveRange(
            await session.Db.DraftEvents.Where(d => d.ReportId == draft.Id).ToListAsync(cancellationToken)
        );
        session.Db.AddRange(
            matched.Select((e, i) => new DraftEvent(draft, i, e.Planned.Facts, e.Planned.CoHostIds, e.EventId))
        );
        draft.Write(events.Count, input.Nil);
        session.Audit(draft, agency.Id);
        return draft;
    }
}
