using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>By what it is told what came of findings, besides all together and each agency.</summary>
public enum FindingGrouping
{
    /// <summary>Every theme; findings of which it is not said have none.</summary>
    Theme = 1,

    /// <summary>Every question that findings answer: wishes, praise and blame, and what employees say.</summary>
    About = 2,

    /// <summary>Every top-level agency, including its components.</summary>
    Department = 3,

    /// <summary>Every state or territory, by the place of the event; what comes from elsewhere has none.</summary>
    State = 4,

    /// <summary>Every group of customers; findings of which it is not said have none.</summary>
    CustomerGroup = 5,
}

/// <summary>What came of findings: how many led to actions and outcomes, and how long that took.</summary>
public abstract record FindingFigures
{
    internal FindingFigures(IReadOnlyCollection<FindingSum> findings, IReadOnlyCollection<ActionSum> actions)
    {
        Findings = findings.Sum(f => f.Count);
        WithAction = findings.Where(f => f.Days is not null).Sum(f => f.Count);
        WithOutcome = findings.Where(f => f.HasOutcome).Sum(f => f.Count);
        Actions = actions.Sum(a => a.Count);
        OldestWithoutActionOn = findings.Where(f => f.Days is null).Min(f => (DateOnly?)f.FirstOn);
        ActionsWithoutOutcome = actions.Where(a => a.Days is null).Sum(a => a.Count);
        MedianDaysToAction = Median([.. findings.Select(f => (f.Days, f.Count))]);
        MedianDaysToOutcome = Median([.. actions.Select(a => (a.Days, a.Count))]);
    }

    /// <summary>
    /// The findings of the period. A finding counts by its own day, however long after the event that is.
    /// </summary>
    public int Findings { get; }

    /// <summary>Findings on which at least one action was taken.</summary>
    public int WithAction { get; }

    /// <summary>Findings without an action yet.</summary>
    public int WithoutAction => Findings - WithAction;

    /// <summary>
    /// The day of the oldest finding without an action yet; null if each has one. The finding itself:
    /// `findings(first: 1, order: { foundOn: ASC }, where: { actions: { any: false }, foundOn: { gte: … } })`.
    /// </summary>
    public DateOnly? OldestWithoutActionOn { get; }

    /// <summary>Findings with at least one action that has an outcome.</summary>
    public int WithOutcome { get; }

    /// <summary>Actions on the findings; one finding can have several.</summary>
    public int Actions { get; }

    /// <summary>Actions without a known outcome yet.</summary>
    public int ActionsWithoutOutcome { get; }

    /// <summary>
    /// The exact median of the days from a finding to its first action, over the findings that have one; the mean of
    /// the middle two if their number is even. Null if none has one.
    /// </summary>
    public double? MedianDaysToAction { get; }

    /// <summary>
    /// The exact median of the days from an action to its first outcome, over the actions that have one; the mean of
    /// the middle two if their number is even. Null if none has one.
    /// </summary>
    public double? MedianDaysToOutcome { get; }

    private static double? Median(IReadOnlyCollection<(int? Days, int Count)> spans)
    {
        var known = spans.Where(s => s.Days is not null).OrderBy(s => s.Days).ToList();
        var count = known.Sum(s => s.Count);
        return count == 0 ? null : (At((count - 1) / 2) + At(count / 2)) / 2.0;

        int At(int place)
        {
            foreach (var (days, many) in known)
            {
                if (place < many)
                    return days!.Value;
                place -= many;
            }

            throw new ArgumentOutOfRangeException(nameof(place));
        }
    }
}

/// <summary>What came of the findings of a period (action 5).</summary>
public sealed record FindingProgress : FindingFigures
{
    internal FindingProgress(IReadOnlyCollection<FindingSum> findings, IReadOnlyCollection<ActionSum> actions)
        : base(findings, actions) { }

    /// <summary>
    /// Everything stored by this instant is taken into account. Actions and outcomes count whatever their own day.
    /// </summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>
    /// The same for each agency that has findings, at most 250, those with the most findings without action first.
    /// </summary>
    [ListSize(Government.MostAgencies)]
    public required IReadOnlyList<AgencyFindingProgress> ByAgency { get; init; }

    /// <summary>
    /// The same for each group of `groupBy`, those with the most findings without action first, then those with most
    /// findings; at most 100. Findings that fall into no group come last. Empty without `groupBy`.
    /// </summary>
    [FindingGroups]
    public required IReadOnlyList<GroupFindingProgress> Groups { get; init; }
}

/// <summary>What came of the findings of one agency.</summary>
public sealed record AgencyFindingProgress : FindingFigures
{
    internal AgencyFindingProgress(
        Guid agencyId,
        IReadOnlyCollection<FindingSum> findings,
        IReadOnlyCollection<ActionSum> actions
    )
        : base(findings, actions) => AgencyId = agencyId;

    /// <summary>The agency.</summary>
    public Guid AgencyId { get; }
}

/// <inheritdoc cref="AgencyFindingProgress"/>
public sealed class AgencyFindingProgressType() : ObjectType<AgencyFindingProgress>(p => p.AgencyId)
{
    /// <summary>The agency whose findings these are.</summary>
    public static IDataLoaderResult<Agency> Agency(AgencyFindingProgress progress, ById<Agency> agencies) =>
        agencies.Load(progress.AgencyId);
}

/// <summary>What came of the findings of one group: of a theme, a top-level agency, a state and so on.</summary>
public sealed record GroupFindingProgress : FindingFigures
{
    internal GroupFindingProgress(
        FindingKey key,
        IReadOnlyCollection<FindingSum> findings,
        IReadOnlyCollection<ActionSum> actions
    )
        : base(findings, actions) =>
        (Theme, About, DepartmentId, State, CustomerGroup) = (
            key.Theme,
            key.About,
            key.DepartmentId,
            key.State,
            key.CustomerGroup
        );

    /// <summary>The theme; null if groups are not themes, and for findings of which it is not said.</summary>
    public FindingTheme? Theme { get; }

    /// <summary>Which question the findings answer; null if groups are not `ABOUT`.</summary>
    public FindingAbout? About { get; }

    /// <summary>The department.</summary>
    public Guid? DepartmentId { get; }

    /// <summary>
    /// The state or territory of the events; null if groups are not states, and for what comes from elsewhere.
    /// </summary>
    public StateCode? State { get; }

    /// <summary>The customers; null if groups are not theirs, and for findings of which it is not said.</summary>
    public CustomerGroup? CustomerGroup { get; }
}

/// <inheritdoc cref="GroupFindingProgress"/>
public sealed class GroupFindingProgressType() : ObjectType<GroupFindingProgress>(g => g.DepartmentId)
{
    /// <summary>The top-level agency, its components included; null if groups are not `DEPARTMENT`.</summary>
    public static IDataLoaderResult<Agency?>? Department(GroupFindingProgress progress, ById<Agency> agencies) =>
        agencies.Find(progress.DepartmentId);
}

/// <summary>The group of a finding. What is not distinguished is null.</summary>
internal readonly record struct FindingKey(
    FindingTheme? Theme,
    FindingAbout? About,
    Guid? DepartmentId,
    StateCode? State,
    CustomerGroup? CustomerGroup
);

/// <summary>Findings of an agency with the same number of days to the first action.</summary>
internal sealed record FindingSum(
    FindingKey Key,
    Guid AgencyId,
    int? Days,
    bool HasOutcome,
    int Count,
    DateOnly FirstOn
);

/// <summary>Actions of an agency with the same number of days to the first outcome.</summary>
internal sealed record ActionSum(FindingKey Key, Guid AgencyId, int? Days, int Count);
