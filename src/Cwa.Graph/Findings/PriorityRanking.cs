namespace Cwa.Graph;

/// <summary>Ranks themes and groups by what was counted.</summary>
internal sealed class PriorityRanking
{
    /// <summary>Findings, by theme, group and agency.</summary>
    public required IReadOnlyCollection<PriorityCount> Counts { get; init; }

    /// <summary>The people of all findings; none if there are no findings.</summary>
    public required IReadOnlyCollection<PrioritySum> All { get; init; }

    /// <summary>The people of each theme.</summary>
    public required IReadOnlyCollection<PrioritySum> OfThemes { get; init; }

    /// <summary>The people of each group; none without groups.</summary>
    public IReadOnlyCollection<PrioritySum> OfGroups { get; init; } = [];

    /// <summary>The people of each theme in each group.</summary>
    public IReadOnlyCollection<PrioritySum> OfThemesInGroups { get; init; } = [];

    public CustomerPriorities Priorities(DateTime dataAsOf) =>
        new(Counts, All.SingleOrDefault())
        {
            DataAsOf = dataAsOf,
            Themes = Themes(Counts, OfThemes),
            Groups = OfGroups.Count == 0 ? [] : Groups(),
        };

    private List<GroupPriorities> Groups()
    {
        var sumOf = OfGroups.ToDictionary(s => s.Key);
        var themesOf = OfThemesInGroups.ToLookup(s => Group(s.Key));
        return
        [
            .. Counts
                .GroupBy(c => Group(c.Key))
                .Select(g => new GroupPriorities(g.Key, [.. g], sumOf[g.Key]) { Themes = Themes(g, themesOf[g.Key]) })
                .OrderBy(g => (g.DepartmentId, g.State, g.CustomerGroup) == default)
                .ThenByDescending(g => g.People)
                .ThenByDescending(g => g.Findings)
                .ThenBy(g => g.State)
                .ThenBy(g => g.CustomerGroup)
                .ThenBy(g => g.DepartmentId)
                .Take(CustomerPriorities.MostGroups),
        ];
    }

    private static List<ThemePriority> Themes(IEnumerable<PriorityCount> counts, IEnumerable<PrioritySum> sums)
    {
        var sumOf = sums.ToLookup(s => s.Key.Theme);
        return
        [
            .. counts
                .GroupBy(c => c.Key.Theme)
                .Select(g => new ThemePriority(g.Key, [.. g], sumOf[g.Key].Single()))
                .OrderBy(t => t.Theme is null)
                .ThenByDescending(t => t.People)
                .ThenByDescending(t => t.Findings)
                .ThenBy(t => t.Theme),
        ];
    }

    private static PriorityKey Group(PriorityKey key) => key with { Theme = null };
}
