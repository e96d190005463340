using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>One way in which customers can get a service.</summary>
[SignedIn]
public sealed class DeliveryChoiceType() : NodeType<DeliveryChoice>(c => c.AgencyId, c => c.CurrentId)
{
    /// <summary>The agency whose service it is.</summary>
    public static IDataLoaderResult<Agency> Agency(DeliveryChoice declared, ById<Agency> agencies) =>
        agencies.Load(declared.AgencyId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<DeliveryChoice>> Earlier(
        DeliveryChoice record,
        EarlierVersions<DeliveryChoice> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What choices of delivery can be filtered and ordered by.</summary>
public sealed class DeliveryChoiceTerms : ListTerms<DeliveryChoice>
{
    /// <summary>By default, ordered by the day from which they are offered.</summary>
    public DeliveryChoiceTerms()
        : base(c => c.UpdatedAt)
    {
        Code(c => c.Service);
        Choice(c => c.Means);
        Code(c => c.Provider);
        Value(c => c.OfferedFrom);
        Value(c => c.OfferedTo);
        Record(c => c.Agency, "The agency whose service it is.");
        Sort(c => c.OfferedFrom);
        DefaultSort("offeredFrom");
    }
}
