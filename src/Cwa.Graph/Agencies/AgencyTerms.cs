using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What agencies can be filtered and ordered by.</summary>
public sealed class AgencyTerms : ListTerms<Agency>
{
    /// <summary>By default, ordered by name.</summary>
    public AgencyTerms()
        : base(a => a.UpdatedAt)
    {
        Text(a => a.Abbreviation, a => a.AbbreviationSearch, SearchText.Normalize);
        Text(a => a.Name, a => a.NameSearch, SearchText.Normalize);
        Choice(a => a.Kind);
        Choice(a => a.Directive);
        Choice(a => a.HighImpact);
        Value(a => a.Depth);
        Value(a => a.ActiveTo);
        Record(a => a.Parent, "The agency that this one is a component of.");
        AnyRecord<Agency>(
            "ancestor",
            "An agency above this one, on any level: the bureaus of a department, and their offices.",
            a => a.Parent,
            a => a.Parent!.Parent
        );
        Has(
            "hasLiaison",
            "Whether the agency itself has a liaison at present, as its field `liaison` shows it. One that you may not "
                + "see does not count.",
            a => a.Liaisons,
            l => l.EndedOn == null
        );
        Sort(a => a.Name);
        Sort(a => a.Abbreviation);
        DefaultSort("name");
    }
}
