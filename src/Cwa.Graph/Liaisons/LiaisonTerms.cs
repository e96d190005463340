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
        Sort(l => l.DesignatedOn);
        Sort(l => l.Name);
        DefaultSort("designatedOn");
    }
}
