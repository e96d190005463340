namespace Cwa.Model;

/// <summary>The problem has not come so far yet, or has come further already.</summary>
public sealed record ProblemCannotMove(ProblemStatus Status) : Refusal
{
    /// <summary>How far the problem has come.</summary>
    public ProblemStatus Status { get; } = Status;

    /// <inheritdoc/>
    public override string Message =>
        Status switch
        {
            ProblemStatus.Identified => "This problem is IDENTIFIED; next, somebody is assigned to solve it.",
            ProblemStatus.Assigned => "This problem is ASSIGNED; next, a change of process is planned.",
            ProblemStatus.FixPlanned => "This problem is FIX_PLANNED; next, the change of process is recorded.",
            ProblemStatus.Changed => "This problem is CHANGED; next, the effect of the change is measured.",
            ProblemStatus.NotEffective =>
                "This problem is NOT_EFFECTIVE, as its change did not help; next, somebody is assigned to solve it.",
            _ => "This problem is VERIFIED: it is solved, and nothing comes next. If it returns, open it anew.",
        };

    /// <summary>Refuses what the problem's status does not allow.</summary>
    internal static void Check(SystemicProblem problem, ProblemStatus next, Check check, string field)
    {
        if (!SystemicProblem.CanMove(problem.Status, next))
            check.Refuse(new ProblemCannotMove(problem.Status), field);
    }
}

/// <summary>The effect of the change was measured already.</summary>
public sealed record EffectAlreadyMeasured(ProcessChange Existing) : Refusal
{
    /// <summary>The change as it stands.</summary>
    public ProcessChange Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The effect of this change was measured on {Existing.MeasuredOn:yyyy-MM-dd} already. "
        + "The problem has a later change to measure.";
}

/// <summary>The effect of a change would be measured before the change.</summary>
public sealed record MeasuredBeforeChange(DateOnly EffectiveOn) : Refusal
{
    /// <summary>The first day of the changed process.</summary>
    public DateOnly EffectiveOn { get; } = EffectiveOn;

    /// <inheritdoc/>
    public override string Message =>
        $"The changed process is used from {EffectiveOn:yyyy-MM-dd}; its effect is measured on that day or later.";
}
