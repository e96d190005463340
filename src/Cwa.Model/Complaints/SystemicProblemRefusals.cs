namespace Cwa.Model;

/// <summary>The problem's status does not allow this step.</summary>
public sealed record ProblemCannotMove(ProblemStatus Status) : Refusal
{
    /// <summary>How far the problem has come.</summary>
    public ProblemStatus Status { get; } = Status;

    /// <inheritdoc/>
    public override string Message =>
        Status switch
        {
            ProblemStatus.Identified => "This problem is IDENTIFIED. The next step is to assign it.",
            ProblemStatus.Assigned => "This problem is ASSIGNED. The next step is to plan a process change.",
            ProblemStatus.FixPlanned => "This problem is FIX_PLANNED. The next step is to record the process change.",
            ProblemStatus.Changed => "This problem is CHANGED. The next step is to verify the process change.",
            ProblemStatus.NotEffective =>
                "This problem is NOT_EFFECTIVE: its change did not help. The next step is to assign it again.",
            _ => "This problem is VERIFIED: it is solved. If it comes back, open a new one.",
        };

    /// <summary>Refuses a step that the problem's status does not allow.</summary>
    internal static void Check(SystemicProblem problem, ProblemStatus next, Check check, string field)
    {
        if (!SystemicProblem.CanMove(problem.Status, next))
            check.Refuse(new ProblemCannotMove(problem.Status), field);
    }
}

/// <summary>The effect of the change was already measured.</summary>
public sealed record EffectAlreadyMeasured(ProcessChange Existing) : Refusal
{
    /// <summary>The change as it stands.</summary>
    public ProcessChange Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The effect of this change was already measured on {Existing.MeasuredOn:yyyy-MM-dd}. "
        + "Measure the later change of the problem.";
}

/// <summary>The effect of the change cannot have been measured before the change.</summary>
public sealed record MeasuredBeforeChange(DateOnly EffectiveOn) : Refusal
{
    /// <summary>The first day of the changed process.</summary>
    public DateOnly EffectiveOn { get; } = EffectiveOn;

    /// <inheritdoc/>
    public override string Message =>
        $"The change took effect on {EffectiveOn:yyyy-MM-dd}. Its effect can be measured on that day or later.";
}
