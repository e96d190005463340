using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Withdraws a choice of delivery (EO-f) that should not have been declared. It can still be read by its id, but counts
/// no longer. To say that a choice has ended, correct it.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawDeliveryChoice : Verb<DeliveryChoice>
{
    /// <summary>The id of the choice, not of an earlier version of it.</summary>
    public required Id<DeliveryChoice> DeliveryChoiceId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override Task<DeliveryChoice?> DoAsync(Work work, CancellationToken cancellationToken) =>
        work.WithdrawAsync(DeliveryChoiceId, Reason, FeedKind.DeliveryChoiceDeclared, cancellationToken);
}
