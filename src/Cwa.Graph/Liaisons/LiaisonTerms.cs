using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What liaisons can be filtered and ordered by.</summary>
public sealed class LiaisonTerms : ListTerms<Liaison>
{
    /// <summary>By default, ordered by the day of the designation.</summary>
    public LiaisonTerms()
        : base(l => l.UpdatedAt)
    {
        Text(l => l.Name, l => l.NameSearch, SearchText.Normalize);
        Choice(l => l.Coverage);
        Value(l => l.DesignatedOn);
        Value(l => l.ReportedAt);
        Value(l => l.EndedOn);
        Record(l => l.Agency, "The agency that designated the person.");
        // Titles and offices are too few for a column of their own. The database puts them in upper case.
#pragma warning disable CA1304, CA1311, CA1862
        Search(
            "text",
            "Words to look for in the person's name, title and office and in the agency's name and abbreviation. Each "
                + "must be contained in one of them, in upper or lower case.",
            SearchText.Normalize,
            (l, word) =>
                l.NameSearch.Contains(word)
                || l.Agency.NameSearch.Contains(word)
                || l.Agency.AbbreviationSearch.Contains(word)
                || l.Title!.ToUpper().Contains(word)
                || l.Office!.ToUpper().Contains(word)
        );
#pragma warning restore CA1304, CA1311, CA1862
        Sort(l => l.DesignatedOn);
        Sort(l => l.Name);
        DefaultSort("designatedOn");
    }
}
