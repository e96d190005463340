using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Withdraws a service area (action 3) that should not have been declared. It can still be read by its id, but counts
/// no longer.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawServiceArea : Verb<ServiceArea>
{
    /// <summary>The id of the service area, not of an earlier version of it.</summary>
    public required Id<ServiceArea> ServiceAreaId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override Task<ServiceArea?> DoAsync(Work work, CancellationToken cancellationToken) =>
        work.WithdrawAsync(ServiceAreaId, Reason, FeedKind.ServiceAreaDeclared, cancellationToken);
}
