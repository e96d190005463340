using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Withdraws a designation of a liaison (action 2) that should not have been recorded: it has then never been one. It
/// can still be read by its id. If it replaced another, correct the end of that one.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawLiaisonDesignation : Verb<Liaison>
{
    /// <summary>The id of the designation, not of an earlier version of it.</summary>
    public required Id<Liaison> LiaisonId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override Task<Liaison?> DoAsync(Work work, CancellationToken cancellationToken) =>
        work.WithdrawAsync(LiaisonId, Reason, FeedKind.LiaisonDesignationEnded, cancellationToken);
}
