using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Corrects a service area (action 3) that was declared wrongly: its numbers, or its state. What it said before stays
/// in its `earlier` versions.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectServiceArea : ServiceAreaVerb
{
    /// <summary>The id of the service area, not of an earlier version of it.</summary>
    public required Id<ServiceArea> ServiceAreaId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<ServiceArea?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(ServiceAreaId, cancellationToken) is not { } area)
            return null;

        if (
            await work.Db.ServiceAreas.SingleOrDefaultAsync(
                a => a.AgencyId == area.AgencyId && a.State == State && a.Id != area.Id,
                cancellationToken
            ) is
            { } existing
        )
            work.Refuse(new ServiceAreaAlreadyDeclared(existing), nameof(State));
        if (!work.IsGood || work.Correct(area, Said(area.AgencyId, area), Reason) is null)
            return null;

        work.Announce(FeedKind.ServiceAreaDeclared, area);
        return area;
    }
}

/// <summary>The agency has already declared its customers in this state.</summary>
public sealed record ServiceAreaAlreadyDeclared(ServiceArea Existing) : Refusal
{
    /// <summary>The service area in that state.</summary>
    public ServiceArea Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The agency has already declared its customers in {Existing.State}. Correct that, and withdraw this.";
}
