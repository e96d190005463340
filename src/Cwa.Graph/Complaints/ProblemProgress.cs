using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How quickly problems are solved: how far they have come, and the days that each step takes.</summary>
public abstract record ProblemFigures
{
    internal ProblemFigures(IReadOnlyCollection<SteppedProblem> problems)
    {
        List<ProblemSteps> steps = [.. problems.Select(p => p.Steps)];
        Problems = steps.Count;
        Verified = steps.Count(s => s.Status == ProblemStatus.Verified);
        PastTarget = steps.Count(s => s.DaysPastTarget is not null);
        ComplaintsReturned = problems.Count(p => p.ComplaintsReturned);
        ToAssigned = StepDays.Of(steps, s => s.WasAssigned, s => s.DaysToAssigned);
        ToPlanned = StepDays.Of(steps, s => s.WasPlanned, s => s.DaysToPlanned);
        ToChanged = StepDays.Of(steps, s => s.ChangedOn is not null, s => s.DaysToChanged);
        ToVerified = StepDays.Of(steps, s => s.VerifiedOn is not null, s => s.DaysToVerified);
        FoundToChanged = StepDays.Of(steps, s => s.ChangedOn is not null, s => s.DaysFoundToChanged);
        FoundToVerified = StepDays.Of(steps, s => s.VerifiedOn is not null, s => s.DaysFoundToVerified);
    }

    /// <summary>The problems found in the period.</summary>
    public int Problems { get; }

    /// <summary>Those that are solved: a measurement shows that a change helped.</summary>
    public int Verified { get; }

    /// <summary>Those that are not solved yet.</summary>
    public int Open => Problems - Verified;

    /// <summary>Open problems whose next step is late today: see `SystemicProblem.steps.dueOn`.</summary>
    public int PastTarget { get; }

    /// <summary>Verified problems whose complaints came back: see `SystemicProblem.complaintsReturned`.</summary>
    public int ComplaintsReturned { get; }

    /// <summary>From the finding until somebody is responsible.</summary>
    public StepDays ToAssigned { get; }

    /// <summary>From the assignment to the plan of a change.</summary>
    public StepDays ToPlanned { get; }

    /// <summary>From the plan to the change.</summary>
    public StepDays ToChanged { get; }

    /// <summary>From the first change to the measurement that shows that one helped.</summary>
    public StepDays ToVerified { get; }

    /// <summary>From the finding to the first change. Both days are always known.</summary>
    public StepDays FoundToChanged { get; }

    /// <summary>
    /// From the finding to the measurement that shows that a change helped. Both days are always known.
    /// </summary>
    public StepDays FoundToVerified { get; }
}

/// <summary>How many problems took a step, and in how many days.</summary>
public sealed record StepDays
{
    private StepDays() { }

    /// <summary>The problems that took the step in a known number of days.</summary>
    public required int Known { get; init; }

    /// <summary>
    /// Problems that took the step, where the day of this step or of the one before it is not known. They are in no
    /// figure of days.
    /// </summary>
    public required int Unknown { get; init; }

    /// <summary>The problems that did not take the step yet.</summary>
    public required int Waiting { get; init; }

    /// <summary>
    /// The exact median of the days, over `known`; the mean of the middle two if their number is even. Null if there
    /// are none.
    /// </summary>
    public required double? MedianDays { get; init; }

    /// <summary>The most days that the step took; null if `known` is 0.</summary>
    public required int? LongestDays { get; init; }

    internal static StepDays Of(
        IReadOnlyCollection<ProblemSteps> problems,
        Func<ProblemSteps, bool> taken,
        Func<ProblemSteps, int?> days
    )
    {
        List<int> known = [.. problems.Where(taken).Select(days).OfType<int>().Order()];
        var all = problems.Count(taken);
        return new()
        {
            Known = known.Count,
            Unknown = all - known.Count,
            Waiting = problems.Count - all,
            MedianDays = known is [] ? null : (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2.0,
            LongestDays = known is [] ? null : known[^1],
        };
    }
}

/// <summary>How quickly the problems of a period are solved (action 4).</summary>
public sealed record ProblemProgress : ProblemFigures
{
    internal ProblemProgress(IReadOnlyCollection<SteppedProblem> problems)
        : base(problems) { }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>
    /// The same for each agency that found problems, at most 250, those with the most problems past target first, then
    /// those with the most open ones.
    /// </summary>
    [ListSize(Government.MostAgencies)]
    public required IReadOnlyList<AgencyProblemProgress> ByAgency { get; init; }
}

/// <summary>How quickly one agency solves problems.</summary>
public sealed record AgencyProblemProgress : ProblemFigures
{
    internal AgencyProblemProgress(Guid agencyId, IReadOnlyCollection<SteppedProblem> problems)
        : base(problems) => AgencyId = agencyId;

    /// <summary>The agency.</summary>
    public Guid AgencyId { get; }
}

/// <inheritdoc cref="ProblemProgress"/>
[SignedIn]
public sealed class ProblemProgressType : ObjectType<ProblemProgress>;

/// <inheritdoc cref="StepDays"/>
[SignedIn]
public sealed class StepDaysType : ObjectType<StepDays>;

/// <inheritdoc cref="AgencyProblemProgress"/>
[SignedIn]
public sealed class AgencyProblemProgressType() : ObjectType<AgencyProblemProgress>(p => p.AgencyId)
{
    /// <summary>The agency whose problems these are.</summary>
    public static IDataLoaderResult<Agency> Agency(AgencyProblemProgress progress, ById<Agency> agencies) =>
        agencies.Load(progress.AgencyId);
}

/// <summary>A problem's steps, and whether its complaints came back.</summary>
internal sealed record SteppedProblem(Guid AgencyId, ProblemSteps Steps, bool ComplaintsReturned);
