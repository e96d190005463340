namespace Cwa.Graph;

/// <summary>Ranks themes and groups by what was counted.</summary>
internal sealed class PriorityRanking
{
    /// <summary>Findings, by theme, own theme, group and agency.</summary>
    public required IReadOnlyCollection<PriorityCount> Counts { get; init; }

    /// <summary>The people of all findings, of each theme and of each own theme; none if there are no findings.</summary>
    public required IReadOnlyCollection<PrioritySum> OfAll { get; init; }

    /// <summary>The same in each group; none without groups.</summary>
    public IReadOnlyCollection<PrioritySum> OfGroups { get; init; } = [];

    /// <summary>Everything stored by this instant is counted.</summary>
    public required DateTime DataAsOf { get; init; }

    public PrioritySum? SumOfAll => OfAll.SingleOrDefault(s => s.Level == PriorityLevel.All);

    public IReadOnlyList<ThemePriority> Themes => ThemesOf(Counts, OfAll);

    public IReadOnlyList<GroupPriorities> Groups => OfGroups.Count == 0 ? [] : RankedGroups();

    private List<GroupPriorities> RankedGroups()
    {
        var sumsOf = OfGroups.ToLookup(s => Group(s.Key));
        return
        [
            .. Counts
                .GroupBy(c => Group(c.Key))
                .Select(g => new GroupPriorities(g.Key, [.. g], sumsOf[g.Key].Single(s => s.Level == PriorityLevel.All))
                {
                    Themes = ThemesOf(g, sumsOf[g.Key]),
                })
                .OrderBy(g => (g.DepartmentId, g.State, g.CustomerGroup, g.About) == default)
                .ThenByDescending(g => g.People)
                .ThenByDescending(g => g.Findings)
                .ThenBy(g => g.State)
                .ThenBy(g => g.CustomerGroup)
                .ThenBy(g => g.About)
                .ThenBy(g => g.DepartmentId)
                .Take(FindingGroupsAttribute.MostGroups),
        ];
    }

    private static List<ThemePriority> ThemesOf(IEnumerable<PriorityCount> counts, IEnumerable<PrioritySum> sums)
    {
        var sumOf = sums.ToLookup(s => (s.Level, s.Key.Theme, s.Key.OwnThemeId));
        return
        [
            .. counts
                .GroupBy(c => c.Key.Theme)
                .Select(g => new ThemePriority(g.Key, [.. g], sumOf[(PriorityLevel.Theme, g.Key, null)].Single())
                {
                    Own = Own(g, id => sumOf[(PriorityLevel.Own, g.Key, id)].SingleOrDefault()),
                })
                .OrderBy(t => t.Theme is null)
                .ThenByDescending(t => t.People)
                .ThenByDescending(t => t.Findings)
                .ThenBy(t => t.Theme),
        ];
    }

    private static List<OwnThemePriority> Own(IEnumerable<PriorityCount> counts, Func<Guid, PrioritySum?> sumOf) =>
        [
            .. counts
                .Where(c => c.Key.OwnThemeId is not null)
                .GroupBy(c => c.Key.OwnThemeId!.Value)
                .Select(g => new OwnThemePriority(g.Key, [.. g], sumOf(g.Key)))
                .OrderByDescending(t => t.People)
                .ThenByDescending(t => t.Findings)
                .ThenBy(t => t.OwnThemeId)
                .Take(Priorities.MostOwn),
        ];

    private static PriorityKey Group(PriorityKey key) => key with { Theme = null, OwnThemeId = null };
}
