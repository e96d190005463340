using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Withdraws a number of customers (action 3) that should not have been declared. It can still be read by its id, but
/// counts no longer: the number of the day before holds on.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawCustomerBase : Verb<CustomerBase>
{
    /// <summary>The id of the declaration, not of an earlier version of it.</summary>
    public required Id<CustomerBase> CustomerBaseId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override Task<CustomerBase?> DoAsync(Work work, CancellationToken cancellationToken) =>
        work.WithdrawAsync(CustomerBaseId, Reason, FeedKind.CustomerBaseDeclared, cancellationToken);
}
