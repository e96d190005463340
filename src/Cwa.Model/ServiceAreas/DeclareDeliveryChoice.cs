namespace Cwa.Model;

/// <summary>
/// Declares one way in which customers can get a service (EO-f of Executive Order 12862, action 6). Declare each means
/// of delivery and each source of a service on its own, with the service in the same words.
/// </summary>
[By(Role.Agency)]
public sealed record DeclareDeliveryChoice : DeliveryChoiceVerb
{
    /// <summary>The id of the agency whose service it is.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <inheritdoc/>
    public override async Task<DeliveryChoice?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (
            await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency
            || await SaidAsync(agency.Id, corrected: null, work, cancellationToken) is not { } declared
        )
            return null;

        work.Db.Add(declared);
        work.Announce(FeedKind.DeliveryChoiceDeclared, declared);
        return declared;
    }
}
