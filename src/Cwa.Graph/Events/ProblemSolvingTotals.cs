using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>
/// What problem-solving days, and other events that solved problems, achieved in all. An event counts once, whoever
/// holds it.
/// </summary>
public sealed record ProblemSolvingTotals
{
    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>Events of any format that say what they solved.</summary>
    public required int Events { get; init; }

    /// <summary>Problem-solving days that took place: each that is HELD, or is over and was not called off.</summary>
    public required int Days { get; init; }

    /// <summary>Those of the `days` that have not said what they solved. The totals lack what they did.</summary>
    public required int OutcomesMissing { get; init; }

    /// <summary>How many customers came by appointment.</summary>
    public required long Appointments { get; init; }

    /// <summary>How many customers came without an appointment.</summary>
    public required long WalkIns { get; init; }

    /// <summary>How many problems were solved by telephone, without a visit.</summary>
    public required long SolvedByPhone { get; init; }

    /// <summary>How many cases were opened.</summary>
    public required long CasesOpened { get; init; }

    /// <summary>How many cases were resolved. They may include cases that were opened earlier.</summary>
    public required long CasesResolved { get; init; }
}

/// <inheritdoc cref="ProblemSolvingTotals"/>
[SignedIn]
public sealed class ProblemSolvingTotalsType : ObjectType<ProblemSolvingTotals>;
