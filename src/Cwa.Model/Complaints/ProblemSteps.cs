namespace Cwa.Model;

/// <summary>
/// On which days a problem took its steps, and how many days lie between them: how "quickly" it is solved (action 4).
/// </summary>
/// <remarks>
/// Of a problem whose change did not help, the first assignment, plan and change count, and the measurement that showed
/// that a later change helped.
/// </remarks>
public sealed record ProblemSteps
{
    /// <summary>Today's date in Washington, on which the target is judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How far the agency has come in solving the problem.</summary>
    public required ProblemStatus Status { get; init; }

    /// <summary>The day on which the agency recognized the problem.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>
    /// The day on which it was first recorded that somebody is responsible; null if that is not known, or did not
    /// happen yet.
    /// </summary>
    public DateOnly? AssignedOn { get; init; }

    /// <summary>
    /// The day on which it was first recorded that the agency has decided what to change; null if that is not known, or
    /// did not happen yet.
    /// </summary>
    public DateOnly? PlannedOn { get; init; }

    /// <summary>The first day on which a changed process was used; null if none was changed by today.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>The day of the measurement that showed that a change helped; null until then.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>The last day on which the next step is in time; null if the problem is VERIFIED.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>
    /// Days from the finding until somebody was responsible; null if either day is not known. Here and below: negative
    /// if the later step is dated before the earlier one.
    /// </summary>
    public int? DaysToAssigned => Days(FoundOn, AssignedOn);

    /// <summary>Days from the assignment to the plan; null if either day is not known.</summary>
    public int? DaysToPlanned => Days(AssignedOn, PlannedOn);

    /// <summary>Days from the plan to the change; null if either day is not known.</summary>
    public int? DaysToChanged => Days(PlannedOn, ChangedOn);

    /// <summary>Days from the first change to the measurement that showed that one helped; null until then.</summary>
    public int? DaysToVerified => Days(ChangedOn, VerifiedOn);

    /// <summary>Days from the finding to the first change; null if there is none.</summary>
    public int? DaysFoundToChanged => Days(FoundOn, ChangedOn);

    /// <summary>Days from the finding to the measurement that showed that a change helped; null until then.</summary>
    public int? DaysFoundToVerified => Days(FoundOn, VerifiedOn);

    /// <summary>By how many days the next step is late; null if it is not, or if there is none.</summary>
    public int? DaysPastTarget => DueOn is { } due && due < AsOf ? AsOf.DayNumber - due.DayNumber : null;

    /// <summary>Whether the problem was ever assigned, whether or not it is known when.</summary>
    public bool WasAssigned => Status != ProblemStatus.Identified;

    /// <summary>Whether a change was ever planned, whether or not it is known when.</summary>
    public bool WasPlanned =>
        ChangedOn is not null || Status is not (ProblemStatus.Identified or ProblemStatus.Assigned);

    private static int? Days(DateOnly? from, DateOnly? to) => to?.DayNumber - from?.DayNumber;
}
