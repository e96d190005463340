namespace Cwa.Model;

/// <summary>
/// Withdraws a standard (action 5). Everyone can still read it, with the day of its withdrawal. If another replaces it,
/// set that one with `replacesId` instead.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawServiceStandard : Verb<ServiceStandard>
{
    /// <summary>The id of the standard whose promise ends.</summary>
    public required Id<ServiceStandard> StandardId { get; init; }

    /// <summary>The first day on which the promise no longer holds, not before the day it took effect.</summary>
    public required DateOnly WithdrawnOn { get; init; }

    /// <inheritdoc/>
    public override async Task<ServiceStandard?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(StandardId, cancellationToken) is not { } standard)
            return null;

        if (standard.WithdrawnOn is not null)
            work.Refuse(new StandardAlreadyWithdrawn(standard), nameof(StandardId));
        work.Check.InOrder(standard.EffectiveFrom, WithdrawnOn, nameof(WithdrawnOn));
        if (!work.IsGood)
            return null;

        standard.Withdraw(WithdrawnOn);
        work.Announce(FeedKind.ServiceStandardSet, standard);
        return standard;
    }
}
