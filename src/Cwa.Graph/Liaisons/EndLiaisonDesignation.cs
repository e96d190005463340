using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which designation ends, and when.</summary>
public sealed record EndLiaisonDesignationInput : MutationInput
{
    /// <summary>The id of the liaison who serves no longer.</summary>
    [Id]
    public required string LiaisonId { get; init; }

    /// <summary>The first day on which the person no longer serves.</summary>
    public required DateOnly EndedOn { get; init; }
}

/// <summary>The designation with its end, or why that was refused.</summary>
public sealed record EndLiaisonDesignationPayload : Payload
{
    /// <summary>The designation; null when it was refused or only checked.</summary>
    public Liaison? Liaison { get; init; }
}

/// <summary>The designation has an end already.</summary>
public sealed record DesignationEnded(Liaison Existing, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>The liaison as designated, with the day on which that ended.</summary>
    public Liaison Existing { get; } = Existing;

    /// <inheritdoc/>
    public string Message => $"This designation ended on {Existing.EndedOn:yyyy-MM-dd} already.";
}

/// <summary>Action 2: a primary liaison no longer serves.</summary>
public sealed class EndLiaisonDesignation
{
    /// <summary>
    /// Ends the designation of a liaison (action 2). To name a successor at once, designate one with `replace`.
    /// </summary>
    /// <param name="input">Which designation, and when.</param>
    [Role(Roles.Submit)]
    public static Task<EndLiaisonDesignationPayload> EndLiaisonDesignationAsync(
        EndLiaisonDesignationInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            liaison => new EndLiaisonDesignationPayload { Liaison = liaison },
            session => EndAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Liaison?> EndAsync(
        EndLiaisonDesignationInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        if (input.EndedOn > session.Today)
            check.Warn("The designation ends in the future; the liaison counts as ended from now on.", "endedOn");
        if (await session.OwnAsync<Liaison>(input.LiaisonId, "liaisonId", cancellationToken) is not { } liaison)
            return null;

        if (!liaison.IsOpen)
            check.Refuse(new DesignationEnded(liaison, check.Path("liaisonId")));
        check.InOrder(liaison.DesignatedOn, input.EndedOn, "endedOn");
        if (!check.IsGood)
            return null;

        liaison.End(input.EndedOn);
        session.Announce(FeedKind.LiaisonDesignationEnded, liaison);
        return liaison;
    }
}
