using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Corrects a number of customers (action 3) that was declared wrongly: give all that it should say. What it said
/// before stays in its `earlier` versions. If another number holds from a later day on, declare that instead.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectCustomerBase : CustomerBaseVerb
{
    /// <summary>The id of the declaration, not of an earlier version of it.</summary>
    public required Id<CustomerBase> CustomerBaseId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<CustomerBase?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.OwnAsync(CustomerBaseId, cancellationToken) is not { } declared
            || await SaidAsync(declared.AgencyId, declared, work, cancellationToken) is not { } said
            || work.Correct(declared, said, Reason) is null
        )
            return null;

        work.Announce(FeedKind.CustomerBaseDeclared, declared);
        return declared;
    }
}
