using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Records what a problem-solving day achieved (action 4), once for each such day.</summary>
[By(Role.Agency)]
public sealed record RecordProblemSolvingOutcome : Verb<ProblemSolvingOutcome>
{
    /// <summary>The problem-solving day's id.</summary>
    public required Id<Event> EventId { get; init; }

    /// <summary>How many customers came by appointment, 0 or more.</summary>
    public required int Appointments { get; init; }

    /// <summary>How many customers came without an appointment, 0 or more.</summary>
    public required int WalkIns { get; init; }

    /// <summary>How many problems were solved by telephone, without a visit, 0 or more.</summary>
    public required int SolvedByPhone { get; init; }

    /// <summary>How many cases were opened, 0 or more.</summary>
    public required int CasesOpened { get; init; }

    /// <summary>How many cases were resolved, 0 or more. They may include cases that were opened earlier.</summary>
    public required int CasesResolved { get; init; }

    /// <summary>The issues that customers raised most often, the most frequent first.</summary>
    [MaxLength(ProblemSolvingOutcome.MostTopIssues)]
    [EachMaxLength(ProblemSolvingOutcome.LongestTopIssue)]
    public IReadOnlyList<string> TopIssues { get; init; } = [];

    /// <inheritdoc/>
    public override async Task<ProblemSolvingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.NotNegative(Appointments, nameof(Appointments));
        work.Check.NotNegative(WalkIns, nameof(WalkIns));
        work.Check.NotNegative(SolvedByPhone, nameof(SolvedByPhone));
        work.Check.NotNegative(CasesOpened, nameof(CasesOpened));
        work.Check.NotNegative(CasesResolved, nameof(CasesResolved));
        if (await work.OwnAsync(EventId, cancellationToken) is not { } @event)
            return null;

        if (@event.Format != EventFormat.ProblemSolvingDay)
            work.Refuse(new NotAProblemSolvingDay(@event), nameof(EventId));
        else if (@event.Status == EventStatus.Cancelled)
            work.Refuse(new EventDecided(@event), nameof(EventId));
        else if (@event.StartsOn > work.Today)
            work.Refuse(new EventNotHeldYet(@event.StartsOn), nameof(EventId));
        if (
            await work.Db.ProblemSolvingOutcomes.SingleOrDefaultAsync(o => o.EventId == @event.Id, cancellationToken) is
            { } existing
        )
            work.Refuse(new OutcomeAlreadyRecorded(existing), nameof(EventId));
        if (@event.Status != EventStatus.Held)
            work.Warn("The event has not been confirmed as held yet.", nameof(EventId));
        if (!work.IsGood)
            return null;

        var outcome = new ProblemSolvingOutcome(
            @event,
            Appointments,
            WalkIns,
            SolvedByPhone,
            CasesOpened,
            CasesResolved,
            TopIssues
        );
        work.Db.Add(outcome);
        work.Announce(FeedKind.ProblemSolvingOutcomeRecorded, outcome, outcome.Id, @event.AgencyId);
        return outcome;
    }
}
