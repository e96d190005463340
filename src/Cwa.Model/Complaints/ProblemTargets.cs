namespace Cwa.Model;

/// <summary>
/// By when a problem should have taken its next step. The memorandum says "quickly" and names no number, so these days
/// are set here, the same for all agencies. They count from the finding, however long each step takes.
/// </summary>
public static class ProblemTargets
{
    /// <summary>Days from the finding until somebody is responsible.</summary>
    public const int DaysToAssigned = 30;

    /// <summary>Days from the finding until it is decided what to change.</summary>
    public const int DaysToPlanned = 90;

    /// <summary>Days from the finding until the process is changed.</summary>
    public const int DaysToChanged = 180;

    /// <summary>
    /// Days from the change until its effect is measured: three full months, which begin up to a month later, and a
    /// month until they are counted.
    /// </summary>
    public const int DaysToMeasured = 150;

    /// <summary>The last day on which the next step is in time; null if there is none to take.</summary>
    /// <param name="status">How far the problem has come.</param>
    /// <param name="begunOn">The day on which it was found, or on which it was measured that a change did not help:
    /// then the days begin anew.</param>
    /// <param name="changedOn">The first day of the change that is not measured yet.</param>
    public static DateOnly? DueOn(ProblemStatus status, DateOnly begunOn, DateOnly? changedOn) =>
        status switch
        {
            ProblemStatus.Identified or ProblemStatus.NotEffective => begunOn.Plus(DaysToAssigned),
            ProblemStatus.Assigned => begunOn.Plus(DaysToPlanned),
            ProblemStatus.FixPlanned => begunOn.Plus(DaysToChanged),
            ProblemStatus.Changed => changedOn?.Plus(DaysToMeasured),
            _ => null,
        };
}
