using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which promise is given no more, and from when.</summary>
public sealed record WithdrawServiceStandardInput : MutationInput
{
    /// <summary>The id of the standard whose promise ends.</summary>
    [Id]
    public required string StandardId { get; init; }

    /// <summary>The day from which the promise is given no more, on or after the day on which it took effect.</summary>
    public required DateOnly WithdrawnOn { get; init; }
}

/// <summary>The withdrawn standard, or why that was refused.</summary>
public sealed record WithdrawServiceStandardPayload : Payload
{
    /// <summary>The standard; null when it was refused or only checked.</summary>
    public ServiceStandard? ServiceStandard { get; init; }
}

/// <summary>Action 5: an agency takes a promise back.</summary>
public sealed class WithdrawServiceStandard
{
    /// <summary>
    /// Withdraws a standard (action 5). It stays to be read, with the day on which it was withdrawn. Where another
    /// takes its place, set that one with `replacesId` instead.
    /// </summary>
    /// <param name="input">Which standard, and from when.</param>
    [Role(Roles.Submit)]
    public static Task<WithdrawServiceStandardPayload> WithdrawServiceStandardAsync(
        WithdrawServiceStandardInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            standard => new WithdrawServiceStandardPayload { ServiceStandard = standard },
            session => WithdrawAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ServiceStandard?> WithdrawAsync(
        WithdrawServiceStandardInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (
            await session.OwnAsync<ServiceStandard>(input.StandardId, "standardId", cancellationToken)
            is not { } standard
        )
            return null;

        if (standard.WithdrawnOn is not null)
            session.Input.Refuse(new StandardAlreadyWithdrawn(standard, session.Input.Path("standardId")));
        session.Input.InOrder(standard.EffectiveFrom, input.WithdrawnOn, "withdrawnOn");
        if (!session.Input.IsGood)
            return null;

        standard.Withdraw(input.WithdrawnOn);
        session.Announce(FeedKind.ServiceStandardSet, standard);
        return standard;
    }
}
