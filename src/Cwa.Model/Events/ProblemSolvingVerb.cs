using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// What recording and correcting what an event solved have in common: what it says, and the rules of that.
/// </summary>
public abstract record ProblemSolvingVerb : Verb<ProblemSolvingOutcome>
{
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

    private protected void CheckInput(Work work)
    {
        work.Check.NotNegative(Appointments, nameof(Appointments));
        work.Check.NotNegative(WalkIns, nameof(WalkIns));
        work.Check.NotNegative(SolvedByPhone, nameof(SolvedByPhone));
        work.Check.NotNegative(CasesOpened, nameof(CasesOpened));
        work.Check.NotNegative(CasesResolved, nameof(CasesResolved));
        if (CasesResolved > CasesOpened)
            work.Warn(
                $"{CasesResolved} cases were resolved, more than the {CasesOpened} that were opened. "
                    + "That is right only if the others were opened earlier.",
                nameof(CasesResolved)
            );
    }

    /// <summary>The outcome as the input says it; null when it was refused.</summary>
    /// <param name="event">The event, of any format.</param>
    /// <param name="corrected">The outcome that the input corrects; null for a new one.</param>
    /// <param name="field">The field that names the event or the outcome.</param>
    /// <param name="work">The run of the verb.</param>
    private protected ProblemSolvingOutcome? Said(
        Event @event,
        ProblemSolvingOutcome? corrected,
        string field,
        Work work
    )
    {
        if (@event.Status == EventStatus.Cancelled)
            work.Refuse(new EventDecided(@event), field);
        else if (@event.StartsOn > work.Today)
            work.Refuse(new EventNotHeldYet(@event.StartsOn), field);
        if (@event.Status != EventStatus.Held)
            work.Warn("The event has not been confirmed as held yet.", field);
        return work.IsGood
            ? new(
                @event,
                Appointments,
                WalkIns,
                SolvedByPhone,
                CasesOpened,
                CasesResolved,
                TopIssues,
                corrected?.Id,
                corrected?.RecordedAt
            )
            : null;
    }
}
