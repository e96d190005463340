using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Declares how many of an agency's customers live and work in a state or territory (action 3): the scorecard compares
/// these numbers with the places of events. New numbers replace those declared before, which stay as an earlier
/// version.
/// </summary>
[By(Role.Agency)]
public sealed record DeclareServiceArea : ServiceAreaVerb
{
    private const string DeclaredAnew = "New numbers were declared.";

    /// <summary>The id of the agency whose customers live or work there.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <inheritdoc/>
    public override async Task<ServiceArea?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var area = await work.Db.ServiceAreas.SingleOrDefaultAsync(
            a => a.AgencyId == agency.Id && a.State == State,
            cancellationToken
        );
        if (area is not null && (area.CustomersLiving, area.CustomersWorking) == (CustomersLiving, CustomersWorking))
            return area;

        var said = Said(agency.Id, area);
        if (area is null)
            work.Db.Add(area = said);
        else
            work.Correct(area, said, DeclaredAnew);
        work.Announce(FeedKind.ServiceAreaDeclared, area);
        return area;
    }
}
