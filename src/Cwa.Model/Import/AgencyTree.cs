namespace Cwa.Model;

/// <summary>The tree of agencies as it will be: what is stored, with what the file says laid over it.</summary>
/// <param name="parents">The abbreviation of each agency's parent; null at the top.</param>
internal sealed class AgencyTree(IReadOnlyDictionary<string, string?> parents)
{
    public const int Levels = 3;

    public IEnumerable<string> All => parents.Keys;

    public bool Has(string abbreviation) => parents.ContainsKey(abbreviation);

    /// <summary>Whether the agency is above itself.</summary>
    public bool IsLoop(string abbreviation) => Ancestors(abbreviation).Skip(1).Contains(abbreviation, SearchText.Same);

    /// <summary>The agency's level, 1 at the top. Only of an agency that no loop is above.</summary>
    public int Level(string abbreviation) => Ancestors(abbreviation).Count();

    public bool IsBelowLoop(string abbreviation) => Ancestors(abbreviation).Any(IsLoop);

    /// <summary>The agency, its parent and so on; a loop is gone round once.</summary>
    public IEnumerable<string> Ancestors(string abbreviation)
    {
        var seen = new HashSet<string>(SearchText.Same);
        for (var next = abbreviation; next is not null; next = parents.GetValueOrDefault(next))
        {
            yield return next;
            if (!seen.Add(next))
                yield break;
        }
    }
}
