using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How many customers an agency serves in all, from a day on.</summary>
[SignedIn]
public sealed class CustomerBaseType() : NodeType<CustomerBase>(c => c.AgencyId, c => c.CurrentId)
{
    /// <summary>The agency whose customers they are.</summary>
    public static IDataLoaderResult<Agency> Agency(CustomerBase declared, ById<Agency> agencies) =>
        agencies.Load(declared.AgencyId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<CustomerBase>> Earlier(
        CustomerBase record,
        EarlierVersions<CustomerBase> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What numbers of customers can be filtered and ordered by.</summary>
public sealed class CustomerBaseTerms : ListTerms<CustomerBase>
{
    /// <summary>By default, ordered by the day from which they hold.</summary>
    public CustomerBaseTerms()
        : base(c => c.UpdatedAt)
    {
        Value(c => c.Customers);
        Value(c => c.EffectiveFrom);
        Record(c => c.Agency, "The agency whose customers they are.");
        Sort(c => c.Customers);
        Sort(c => c.EffectiveFrom);
        DefaultSort("effectiveFrom");
    }
}
