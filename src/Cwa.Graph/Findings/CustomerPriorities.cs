using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>By what the themes of findings are ranked, besides the whole government.</summary>
public enum PriorityGrouping
{
    /// <summary>
    /// Every top-level agency, including its components: the departments, and independent agencies such as ACDA and
    /// SSA.
    /// </summary>
    Department = 1,

    /// <summary>Every state or territory, by the place of the event; what comes from elsewhere has none.</summary>
    State = 2,

    /// <summary>Every group of customers.</summary>
    CustomerGroup = 3,

    /// <summary>
    /// Every question that findings answer, so that wishes, praise and blame are ranked apart, and barriers and ideas.
    /// </summary>
    About = 4,
}

/// <summary>What agencies were told, added up, and what is still to be done about it.</summary>
public abstract record PriorityFigures
{
    internal PriorityFigures(IReadOnlyCollection<PriorityCount> counts, PrioritySum? sum)
    {
        Findings = counts.Sum(c => c.Findings);
        Agencies = counts.Select(c => c.AgencyId).Distinct().Count();
        Actions = counts.Sum(c => c.Actions * c.Findings);
        WithoutAction = counts.Where(c => c.Actions == 0).Sum(c => c.Findings);
        WithoutOutcome = counts.Where(c => c.Actions > 0 && !c.HasOutcome).Sum(c => c.Findings);
        PeopleNotSaid = counts.Where(c => !c.HasPeople).Sum(c => c.Findings);
        Sources = sum?.Sources ?? 0;
        People = sum?.People ?? 0;
    }

    /// <summary>
    /// How many people said so, where their number is known. Those of one event, survey or program count once, even if
    /// several findings come from it, of several agencies: of their numbers, the largest is taken. So the people of
    /// several themes or groups can be more than those of all together.
    /// </summary>
    public long People { get; }

    /// <summary>Findings that say no number of people. Those people are not in `people`.</summary>
    public int PeopleNotSaid { get; }

    /// <summary>How many findings say so. A finding counts by its own day.</summary>
    public int Findings { get; }

    /// <summary>The events, surveys and programs that they come from. A joint event counts once.</summary>
    public int Sources { get; }

    /// <summary>The agencies that heard it, each bureau for itself.</summary>
    public int Agencies { get; }

    /// <summary>What was done about the findings; one finding can have several actions.</summary>
    public int Actions { get; }

    /// <summary>Findings on which nothing was done yet.</summary>
    public int WithoutAction { get; }

    /// <summary>
    /// Findings on which something was done, but without a known outcome yet. Those of `withoutAction` are not among
    /// them.
    /// </summary>
    public int WithoutOutcome { get; }
}

/// <summary>The themes of what agencies were told, by how many people said so.</summary>
public abstract record Priorities : PriorityFigures
{
    internal Priorities(PriorityRanking ranking)
        : base(ranking.Counts, ranking.SumOfAll) =>
        (DataAsOf, Themes, Groups) = (ranking.DataAsOf, ranking.Themes, ranking.Groups);

    internal const int MostThemes = 14,
        MostOwn = 100;

    /// <summary>
    /// Everything stored by this instant is taken into account. Actions and outcomes count whatever their own day.
    /// </summary>
    public DateTime DataAsOf { get; }

    /// <summary>
    /// The themes over all that was asked for, those that most people named first, then those with most findings. A
    /// theme without findings is left out. Findings of which it is not said come last.
    /// </summary>
    [ListSize(MostThemes)]
    public IReadOnlyList<ThemePriority> Themes { get; }

    /// <summary>
    /// The same for each group of `groupBy`, those in which most people said something first, then those with most
    /// findings; at most 100. Findings that fall into no group come last. Empty without `groupBy`.
    /// </summary>
    [FindingGroups]
    public IReadOnlyList<GroupPriorities> Groups { get; }
}

/// <summary>
/// What is most important to customers: the themes of what they told agencies, by how many people said so.
/// </summary>
public sealed record CustomerPriorities : Priorities
{
    internal CustomerPriorities(PriorityRanking ranking)
        : base(ranking) { }
}

/// <summary>
/// What is most important to the employees who serve customers: the themes of the barriers that they name and of their
/// ideas, by how many people said so.
/// </summary>
public sealed record EmployeePriorities : Priorities
{
    internal EmployeePriorities(PriorityRanking ranking)
        : base(ranking) { }
}

/// <summary>How important one theme is to those who were asked.</summary>
public sealed record ThemePriority : PriorityFigures
{
    internal ThemePriority(FindingTheme? theme, IReadOnlyCollection<PriorityCount> counts, PrioritySum? sum)
        : base(counts, sum) => Theme = theme;

    /// <summary>The theme; null for findings of which it is not said.</summary>
    public FindingTheme? Theme { get; }

    /// <inheritdoc cref="ThemePriorityType.Own"/>
    public required IReadOnlyList<OwnThemePriority> Own { get; init; }
}

/// <inheritdoc cref="ThemePriority"/>
public sealed class ThemePriorityType : ObjectType<ThemePriority>
{
    /// <summary>
    /// What agencies tell apart under the theme: their own themes, those that most people named first, then those with
    /// most findings. Who named several of them counts in each, so their people can be more than the theme's; findings
    /// without an own theme are in none.
    /// </summary>
    /// <param name="priority">The theme.</param>
    /// <param name="first">How many to list: 1 to 100.</param>
    [ListSize(Priorities.MostOwn)]
    public static IReadOnlyList<OwnThemePriority> Own(ThemePriority priority, int first = 10)
    {
        Paging.Check(first, Priorities.MostOwn);
        return [.. priority.Own.Take(first)];
    }
}

/// <summary>How important a theme of an agency's own is to those whom it asked.</summary>
public sealed record OwnThemePriority : PriorityFigures
{
    internal OwnThemePriority(Guid ownThemeId, IReadOnlyCollection<PriorityCount> counts, PrioritySum? sum)
        : base(counts, sum) => OwnThemeId = ownThemeId;

    /// <summary>Identifies the agency's own theme.</summary>
    public Guid OwnThemeId { get; }
}

/// <inheritdoc cref="OwnThemePriority"/>
public sealed class OwnThemePriorityType() : ObjectType<OwnThemePriority>(p => p.OwnThemeId)
{
    /// <summary>What the agency tells apart, and how it calls it.</summary>
    public static IDataLoaderResult<AgencyTheme> Theme(OwnThemePriority priority, ById<AgencyTheme> themes) =>
        themes.Load(priority.OwnThemeId);
}

/// <summary>
/// What is most important in one group: that of a top-level agency, a state, some customers or a question.
/// </summary>
public sealed record GroupPriorities : PriorityFigures
{
    internal GroupPriorities(PriorityKey key, IReadOnlyCollection<PriorityCount> counts, PrioritySum? sum)
        : base(counts, sum) =>
        (DepartmentId, State, CustomerGroup, About) = (key.DepartmentId, key.State, key.CustomerGroup, key.About);

    /// <summary>The department.</summary>
    public Guid? DepartmentId { get; }

    /// <summary>
    /// The state or territory of the events; null if groups are not states, and for what comes from elsewhere.
    /// </summary>
    public StateCode? State { get; }

    /// <summary>The customers; null if groups are not theirs, and for findings of which it is not said.</summary>
    public CustomerGroup? CustomerGroup { get; }

    /// <summary>The question that the findings answer; null if groups are not `ABOUT`.</summary>
    public FindingAbout? About { get; }

    /// <summary>The group's themes, ranked like those of all.</summary>
    [ListSize(Priorities.MostThemes)]
    public required IReadOnlyList<ThemePriority> Themes { get; init; }
}

/// <inheritdoc cref="GroupPriorities"/>
public sealed class GroupPrioritiesType() : ObjectType<GroupPriorities>(g => g.DepartmentId)
{
    /// <summary>The top-level agency, its components included; null if groups are not `DEPARTMENT`.</summary>
    public static IDataLoaderResult<Agency?>? Department(GroupPriorities priorities, ById<Agency> agencies) =>
        agencies.Find(priorities.DepartmentId);
}

/// <summary>How finely findings are told apart: all together, by the common theme, or by agencies' own under it.</summary>
internal enum PriorityLevel
{
    All,
    Theme,
    Own,
}

/// <summary>A theme in a group. What is not distinguished is null.</summary>
internal readonly record struct PriorityKey(
    FindingTheme? Theme,
    Guid? OwnThemeId,
    Guid? DepartmentId,
    StateCode? State,
    CustomerGroup? CustomerGroup,
    FindingAbout? About
);

/// <summary>Findings that have all this in common.</summary>
internal sealed record PriorityCount(
    PriorityKey Key,
    Guid AgencyId,
    int Actions,
    bool HasOutcome,
    bool HasPeople,
    int Findings
);

/// <summary>The sources of findings, and the people who said so there, each source once.</summary>
internal sealed record PrioritySum(PriorityLevel Level, PriorityKey Key, int Sources, long People);
