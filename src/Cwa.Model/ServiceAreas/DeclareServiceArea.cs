using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Declares how many of an agency's customers live and work in a state or territory (action 3): the scorecard compares
/// these numbers with the places of events. New numbers replace those declared before.
/// </summary>
[By(Role.Agency)]
public sealed record DeclareServiceArea : Verb<ServiceArea>
{
    /// <summary>The id of the agency whose customers live or work there.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The state or territory.</summary>
    public required StateCode State { get; init; }

    /// <summary>How many of the agency's customers live there, from 0 to a trillion.</summary>
    public required long CustomersLiving { get; init; }

    /// <summary>How many of the agency's customers work there, from 0 to a trillion.</summary>
    public required long CustomersWorking { get; init; }

    /// <inheritdoc/>
    public override async Task<ServiceArea?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.NotNegative(CustomersLiving, nameof(CustomersLiving));
        work.Check.NotNegative(CustomersWorking, nameof(CustomersWorking));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var area = await work.Db.ServiceAreas.SingleOrDefaultAsync(
            a => a.AgencyId == agency.Id && a.State == State,
            cancellationToken
        );
        if (area is not null && (area.CustomersLiving, area.CustomersWorking) == (CustomersLiving, CustomersWorking))
            return area;

        if (area is null)
            work.Db.Add(area = new(agency.Id, State, CustomersLiving, CustomersWorking));
        else
            area.Declare(CustomersLiving, CustomersWorking);
        work.Announce(FeedKind.ServiceAreaDeclared, area);
        return area;
    }
}
