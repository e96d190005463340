namespace Cwa.Model;

/// <summary>The tree of agencies as it will be after the import.</summary>
internal sealed class AgencyTree
{
    public const int Levels = 3;

    private readonly IReadOnlyDictionary<string, string?> _parents;
    private readonly Dictionary<string, int?> _levels = new(SearchText.Same);
    private readonly HashSet<string> _loops = new(SearchText.Same);

    /// <param name="parents">The abbreviation of each agency's parent; null at the top.</param>
    public AgencyTree(IReadOnlyDictionary<string, string?> parents)
    {
        _parents = parents;
        foreach (var abbreviation in parents.Keys)
            Place(abbreviation);
    }

    public IEnumerable<string> All => _parents.Keys;

    public bool Has(string abbreviation) => _parents.ContainsKey(abbreviation);

    /// <summary>Whether the agency would be above itself.</summary>
    public bool IsLoop(string abbreviation) => _loops.Contains(abbreviation);

    /// <summary>The agency's level, 1 at the top; null in a loop or below one.</summary>
    public int? Level(string abbreviation) => _levels[abbreviation];

    /// <summary>The agency, its parent and so on, for an agency that has a level.</summary>
    public IEnumerable<string> Ancestors(string abbreviation)
    {
        for (var next = abbreviation; next is not null; next = _parents.GetValueOrDefault(next))
            yield return next;
    }

    // Each agency is visited once, however long its chain.
    private void Place(string abbreviation)
    {
        var path = new List<string>();
        var seen = new HashSet<string>(SearchText.Same);
        var next = abbreviation;
        while (next is not null && !_levels.ContainsKey(next) && seen.Add(next))
        {
            path.Add(next);
            next = _parents.GetValueOrDefault(next);
        }

        var level = next is null ? 0 : _levels.GetValueOrDefault(next);
        // A way that ends at one of its own goes round from there.
        _loops.UnionWith(path.SkipWhile(above => !SearchText.Same.Equals(above, next)));
        for (var i = path.Count - 1; i >= 0; i--)
            _levels[path[i]] = ++level;
    }
}
