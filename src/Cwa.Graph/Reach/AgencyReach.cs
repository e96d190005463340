using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>
/// How many customers one agency engaged, where and how (action 3), in the events that it holds, alone or with others.
/// Events of its components count only for them.
/// </summary>
public sealed record AgencyReach : ReachFigures
{
    internal AgencyReach(Guid agencyId, long? customers, params IEnumerable<ReachSum> sums)
        : base(sums) => (AgencyId, CustomersMetPer1000) = (agencyId, CustomersMet * 1000.0 / customers);

    /// <summary>The agency that held the events.</summary>
    public Guid AgencyId { get; }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>
    /// `customersMet` for each 1,000 customers that the agency serves in all on the last day of the period; null if it
    /// has declared no number that holds then.
    /// </summary>
    public double? CustomersMetPer1000 { get; }

    /// <summary>The forms of media, of the four, in which the agency held an event.</summary>
    public required IReadOnlyList<Medium> MediaUsed { get; init; }

    /// <summary>
    /// How far the agency reached the areas where its customers live and work; null if it has not declared them.
    /// </summary>
    public required ReachCoverage? Coverage { get; init; }
}

/// <inheritdoc cref="AgencyReach"/>
[SignedIn]
public sealed class AgencyReachType() : ObjectType<AgencyReach>(r => r.AgencyId)
{
    /// <summary>The agency that held the events.</summary>
    public static IDataLoaderResult<Agency> Agency(AgencyReach reach, ById<Agency> agencies) =>
        agencies.Load(reach.AgencyId);
}
