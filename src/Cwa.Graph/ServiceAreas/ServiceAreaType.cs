using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How many of an agency's customers live and work in a state.</summary>
[SignedIn]
public sealed class ServiceAreaType() : NodeType<ServiceArea>(a => a.AgencyId, a => a.CurrentId)
{
    /// <summary>The agency whose customers they are.</summary>
    public static IDataLoaderResult<Agency> Agency(ServiceArea area, ById<Agency> agencies) =>
        agencies.Load(area.AgencyId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<ServiceArea>> Earlier(
        ServiceArea record,
        EarlierVersions<ServiceArea> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What service areas can be filtered and ordered by.</summary>
public sealed class ServiceAreaTerms : ListTerms<ServiceArea>
{
    /// <summary>By default, ordered by state.</summary>
    public ServiceAreaTerms()
        : base(a => a.UpdatedAt)
    {
        Choice(a => a.State);
        Value(a => a.CustomersLiving);
        Value(a => a.CustomersWorking);
        Record(a => a.Agency, "The agency whose customers they are.");
        Sort(a => a.State);
        Sort(a => a.CustomersLiving);
        Sort(a => a.CustomersWorking);
        DefaultSort("state");
    }
}
