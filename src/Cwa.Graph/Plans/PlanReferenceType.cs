using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A place in a statutory plan or report.</summary>
[SignedIn]
public sealed class PlanReferenceType() : NodeType<PlanReference>(p => p.AgencyId)
{
    /// <summary>The agency whose plan it is.</summary>
    public static IDataLoaderResult<Agency> Agency(PlanReference plan, ById<Agency> agencies) => agencies.Load(plan.AgencyId);
}

/// <summary>What references to plans can be filtered and ordered by.</summary>
public sealed class PlanReferenceTerms : ListTerms<PlanReference>
{
    /// <summary>By fiscal year, unless told otherwise.</summary>
    public PlanReferenceTerms()
    {
        Choice(p => p.Law);
        Value(p => p.FiscalYear);
        Sort(p => p.FiscalYear);
        DefaultSort("fiscalYear");
    }
}
