namespace Cwa.Model;

/// <summary>
/// Withdraws a standard (action 5). It stays to be read, with the day on which it was withdrawn. Where another
/// takes its place, set that one with `replacesId` instead.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawServiceStandard : Verb<ServiceStandard>
{
    /// <summary>The id of the standard whose promise ends.</summary>
    public required Id<ServiceStandard> StandardId { get; init; }

    /// <summary>The day from which the promise is given no more, on or after the day on which it took effect.</summary>
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
