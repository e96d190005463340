namespace Cwa.Model;

/// <summary>
/// Finds agencies by what people call them: abbreviation, full name, or the name of an agency that is no more.
/// </summary>
internal sealed class AgencyNames
{
    private const int MostNearest = 3;

    private static readonly string[] Passed = ["THE", "OF", "AND", "FOR", "US", "UNITED", "STATES", "U", "S"];

    private readonly IReadOnlyList<Agency> _agencies;
    private readonly Dictionary<string, Agency> _byAbbreviation;
    private readonly Dictionary<string, Agency> _byName;
    private readonly Dictionary<string, FormerName> _former = [];

    public AgencyNames(IReadOnlyList<Agency> agencies)
    {
        _agencies = agencies;
        _byAbbreviation = agencies.ToDictionary(agency => agency.AbbreviationSearch);
        _byName = agencies
            .GroupBy(agency => Key(agency.Name))
            .Where(same => !same.Skip(1).Any())
            .ToDictionary(same => same.Key, same => same.First());
        foreach (var former in FormerNames.All)
        {
            _former.TryAdd(former.Abbreviation, former);
            _former.TryAdd(Key(former.Name), former);
        }
    }

    public IEnumerable<Agency> All => _agencies;

    /// <summary>Any agency by its abbreviation.</summary>
    public Agency? ByAbbreviation(string abbreviation) =>
        _byAbbreviation.GetValueOrDefault(SearchText.Normalize(abbreviation));

    /// <summary>
    /// The agency by its abbreviation or full name, also where the text gives both, as in Social Security
    /// Administration (SSA).
    /// </summary>
    public Agency? Find(string text)
    {
        if (FindOne(text) is { } found)
            return found;
        var parts = text.Split((string[])["(", ")", " - ", " – ", " — "], StringSplitOptions.TrimEntries);
        var named = parts.Length < 2 ? [] : parts.Select(FindOne).OfType<Agency>().Distinct().ToList();
        return named is [var only] ? only : null;
    }

    /// <summary>The former agency of that name, and its successors that are known; null when none is.</summary>
    public (FormerName Former, IReadOnlyList<Agency> Successors)? FindFormer(string text)
    {
        var former = _former.GetValueOrDefault(SearchText.Normalize(text)) ?? _former.GetValueOrDefault(Key(text));
        var successors = former?.Successors.Select(ByAbbreviation).OfType<Agency>().ToList();
        return successors is null or [] ? null : (former!, successors);
    }

    /// <summary>The agencies whose names are most like the text, the most alike first.</summary>
    public IReadOnlyList<Agency> Nearest(string text)
    {
        var said = SearchText.Normalize(text);
        return
        [
            .. _agencies
                .Select(agency => (agency, Likeness: Likeness(agency, said)))
                .Where(near => near.Likeness >= 0.5)
                .OrderByDescending(near => near.Likeness)
                .ThenBy(near => near.agency.Abbreviation, StringComparer.Ordinal)
                .Take(MostNearest)
                .Select(near => near.agency),
        ];
    }

    private Agency? FindOne(string text) =>
        ByAbbreviation(text) ?? (text.Length <= Agency.LongestName ? _byName.GetValueOrDefault(Key(text)) : null);

    private static double Likeness(Agency agency, string said)
    {
        var name = SearchText.Normalize(agency.Name);
        if (said == Initials(name))
            return 0.9;
        var ofName = LetterPairs.Likeness(name, said);
        // A wrong letter in a short abbreviation makes it another agency's, so few are suggested.
        var isNear =
            said.Length is >= 3 and <= AgencyAbbreviation.Longest && IsOneApart(agency.AbbreviationSearch, said);
        return Math.Max(ofName, isNear ? 0.6 : 0);
    }

    private static string Initials(string name) =>
        string.Concat(Words(name).Where(word => word is not ("THE" or "OF" or "AND" or "FOR")).Select(word => word[0]));

    // One letter more, less or other.
    private static bool IsOneApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        var same = longer.AsSpan().CommonPrefixLength(shorter);
        return longer
            .AsSpan(same == longer.Length ? same : same + 1)
            .SequenceEqual(shorter.AsSpan(longer.Length == shorter.Length ? Math.Min(same + 1, shorter.Length) : same));
    }

    // The same words in any order: Treasury Department is the Department of the Treasury.
    private static string Key(string name) =>
        string.Join(' ', Words(name).Select(Whole).Except(Passed).Order(StringComparer.Ordinal));

    private static string Whole(string word) =>
        word switch
        {
            "DEPT" => "DEPARTMENT",
            "ADMIN" => "ADMINISTRATION",
            "COMM" => "COMMISSION",
            "NATL" => "NATIONAL",
            "FED" => "FEDERAL",
            _ => word,
        };

    private static IEnumerable<string> Words(string name) =>
        SearchText
            .Normalize(name)
            .Replace("'", "", StringComparison.Ordinal)
            .Split([' ', ',', '.', '-', '/', '&', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries);
}
