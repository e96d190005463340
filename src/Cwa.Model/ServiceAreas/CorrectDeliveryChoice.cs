using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Corrects a choice of delivery (EO-f), also to say its last day: give all that it should say. What it said before
/// stays in its `earlier` versions.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectDeliveryChoice : DeliveryChoiceVerb
{
    /// <summary>The id of the choice, not of an earlier version of it.</summary>
    public required Id<DeliveryChoice> DeliveryChoiceId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<DeliveryChoice?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (
            await work.OwnAsync(DeliveryChoiceId, cancellationToken) is not { } declared
            || await SaidAsync(declared.AgencyId, declared, work, cancellationToken) is not { } said
            || work.Correct(declared, said, Reason) is null
        )
            return null;

        work.Announce(FeedKind.DeliveryChoiceDeclared, declared);
        return declared;
    }
}
