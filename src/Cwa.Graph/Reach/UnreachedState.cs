using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A state or territory with customers whose agency held no event at a place there.</summary>
/// <param name="State">The state or territory.</param>
/// <param name="CustomersLiving">The customers of such agencies who live there. A person whom two agencies serve counts
/// for each.</param>
/// <param name="CustomersWorking">The customers of such agencies who work there.</param>
/// <param name="AgencyCount">How many such agencies there are.</param>
public sealed record UnreachedState(StateCode State, long CustomersLiving, long CustomersWorking, int AgencyCount)
{
    internal const int MostAgencies = 10;

    /// <summary>The agencies, at most 10, those with most customers living there first.</summary>
    [ListSize(MostAgencies)]
    public required IReadOnlyList<UnreachedCustomers> Agencies { get; init; }

    internal static UnreachedState Of(IGrouping<StateCode, Area> areas) =>
        new(areas.Key, areas.Sum(a => a.CustomersLiving), areas.Sum(a => a.CustomersWorking), areas.Count())
        {
            Agencies =
            [
                .. areas
                    .OrderByDescending(a => a.CustomersLiving)
                    .ThenByDescending(a => a.CustomersWorking)
                    .ThenBy(a => a.AgencyId)
                    .Take(MostAgencies)
                    .Select(a => new UnreachedCustomers(a.AgencyId, a.CustomersLiving, a.CustomersWorking)),
            ],
        };
}

/// <summary>The customers of an agency in a state or territory where it held no event at a place.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="CustomersLiving">How many of its customers live there.</param>
/// <param name="CustomersWorking">How many of its customers work there.</param>
public sealed record UnreachedCustomers(Guid AgencyId, long CustomersLiving, long CustomersWorking);

/// <inheritdoc cref="UnreachedCustomers"/>
public sealed class UnreachedCustomersType() : ObjectType<UnreachedCustomers>(c => c.AgencyId)
{
    /// <summary>The agency that serves these customers.</summary>
    public static IDataLoaderResult<Agency> Agency(UnreachedCustomers customers, ById<Agency> agencies) =>
        agencies.Load(customers.AgencyId);
}
