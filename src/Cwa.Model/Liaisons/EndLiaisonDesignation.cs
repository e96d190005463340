namespace Cwa.Model;

/// <summary>
/// Ends a liaison's designation (action 2). To name a successor at once, designate one with `replace`.
/// </summary>
[By(Role.Agency)]
public sealed record EndLiaisonDesignation : Verb<Liaison>
{
    /// <summary>The id of the liaison who serves no longer.</summary>
    public required Id<Liaison> LiaisonId { get; init; }

    /// <summary>The first day on which the person no longer serves.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <inheritdoc/>
    public override async Task<Liaison?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (EndedOn > work.Today)
            work.Warn("The designation ends in the future; the liaison counts as ended from now on.", nameof(EndedOn));
        if (await work.OwnAsync(LiaisonId, cancellationToken) is not { } liaison)
            return null;

        if (!liaison.IsOpen)
            work.Refuse(new DesignationEnded(liaison), nameof(LiaisonId));
        work.Check.InOrder(liaison.DesignatedOn, EndedOn, nameof(EndedOn));
        if (!work.IsGood)
            return null;

        liaison.End(EndedOn);
        work.Announce(FeedKind.LiaisonDesignationEnded, liaison);
        return liaison;
    }
}

/// <summary>The designation already has an end.</summary>
public sealed record DesignationEnded(Liaison Existing) : Refusal
{
    /// <summary>The designation, with its end.</summary>
    public Liaison Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message => $"This designation already ended on {Existing.EndedOn:yyyy-MM-dd}.";
}
