using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>How many customers an agency has in one state or territory.</summary>
public sealed record DeclareServiceAreaInput : MutationInput
{
    /// <summary>The id of the agency whose customers live or work there.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The state or territory.</summary>
    public required StateCode State { get; init; }

    /// <summary>How many of the agency's customers live there, from 0 to a trillion.</summary>
    public required long CustomersLiving { get; init; }

    /// <summary>How many of the agency's customers work there, from 0 to a trillion.</summary>
    public required long CustomersWorking { get; init; }
}

/// <summary>The service area, or why it was refused.</summary>
public sealed record DeclareServiceAreaPayload : Payload
{
    /// <summary>The service area; null when it was refused or only checked.</summary>
    public ServiceArea? ServiceArea { get; init; }
}

/// <summary>Action 3: where an agency's customers live and work.</summary>
public sealed class DeclareServiceArea
{
    /// <summary>
    /// Declares how many of an agency's customers live and work in a state or territory (action 3): the numbers by
    /// which emphasis on those areas is seen. Declared again, the numbers take the place of those before.
    /// </summary>
    /// <param name="input">Where, and how many.</param>
    [Role(Roles.Submit)]
    public static Task<DeclareServiceAreaPayload> DeclareServiceAreaAsync(
        DeclareServiceAreaInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            area => new DeclareServiceAreaPayload { ServiceArea = area },
            session => DeclareAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ServiceArea?> DeclareAsync(
        DeclareServiceAreaInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.NotNegative(input.CustomersLiving, "customersLiving");
        check.NotNegative(input.CustomersWorking, "customersWorking");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency || !check.IsGood)
            return null;

        var area = await session.Db.ServiceAreas.SingleOrDefaultAsync(
            a => a.AgencyId == agency.Id && a.State == input.State,
            cancellationToken
        );
        if (
            area is not null
            && (area.CustomersLiving, area.CustomersWorking) == (input.CustomersLiving, input.CustomersWorking)
        )
            return area;

        if (area is null)
            session.Db.Add(area = new(agency.Id, input.State, input.CustomersLiving, input.CustomersWorking));
        else
            area.Declare(input.CustomersLiving, input.CustomersWorking);
        session.Announce(FeedKind.ServiceAreaDeclared, area);
        return area;
    }
}
