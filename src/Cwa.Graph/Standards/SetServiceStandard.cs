using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What an agency promises, and how that is measured.</summary>
public sealed record SetServiceStandardInput : MutationInput
{
    /// <summary>The id of the agency that gives the promise.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The promise in the words that customers read, 1–500 characters.</summary>
    public required string Statement { get; init; }

    /// <summary>What is measured, for example "calls answered within five minutes", 1–200 characters.</summary>
    public required string Measure { get; init; }

    /// <summary>The unit of the target and of every measurement, for example "percent", 1–100 characters.</summary>
    public required string Unit { get; init; }

    /// <summary>The value that keeps the promise, in the unit.</summary>
    public required double Target { get; init; }

    /// <summary>Whether the promise is kept from the target upwards or downwards.</summary>
    public required TargetDirection Direction { get; init; }

    /// <summary>Whom the standard serves.</summary>
    public required CustomerGroup CustomerGroup { get; init; }

    /// <summary>The first day of the promise.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>
    /// The id of the agency's standard that this one takes the place of, which is withdrawn on the day that this one
    /// takes effect.
    /// </summary>
    [Id]
    public string? ReplacesId { get; init; }
}

/// <summary>The standard, or why it was refused.</summary>
public sealed record SetServiceStandardPayload : Payload
{
    /// <summary>The new standard; null when it was refused or only checked.</summary>
    public ServiceStandard? ServiceStandard { get; init; }
}

/// <summary>Action 5: an agency posts a promise of service that can be measured.</summary>
public sealed class SetServiceStandard
{
    /// <summary>
    /// Posts a promise to customers that can be measured on (action 5; Executive Order 12862). Everyone may read it. A
    /// changed promise is a new standard that replaces the old one.
    /// </summary>
    /// <param name="input">What is promised.</param>
    [Role(Roles.Submit)]
    public static Task<SetServiceStandardPayload> SetServiceStandardAsync(
        SetServiceStandardInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            standard => new SetServiceStandardPayload { ServiceStandard = standard },
            session => SetAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ServiceStandard?> SetAsync(
        SetServiceStandardInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Statement, 500, "statement");
        check.Text(input.Measure, 200, "measure");
        check.Text(input.Unit, 100, "unit");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var replaced = await ReplacedAsync(input, agency, session, cancellationToken);
        if (!check.IsGood)
            return null;

        if (await IsGivenAlreadyAsync(input, agency, replaced, session, cancellationToken))
            check.Warn(
                "The agency gives this promise already. If this one takes its place, name it in `replacesId`.",
                "statement"
            );
        if (replaced is not null)
        {
            replaced.Withdraw(input.EffectiveFrom);
            session.Announce(FeedKind.ServiceStandardSet, replaced);
        }

        var standard = new ServiceStandard(
            agency.Id,
            input.Statement,
            input.Measure,
            input.Unit,
            input.Target,
            input.Direction,
            input.CustomerGroup,
            input.EffectiveFrom
        );
        session.Db.Add(standard);
        session.Announce(FeedKind.ServiceStandardSet, standard);
        return standard;
    }

    private static async Task<ServiceStandard?> ReplacedAsync(
        SetServiceStandardInput input,
        Agency agency,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (input.ReplacesId is not { } id)
            return null;

        var check = session.Input;
        var replaced = NodeId.KeyOf(nameof(ServiceStandard), id) is { } key
            ? await session.Db.ServiceStandards.SingleOrDefaultAsync(
                s => s.Id == key && s.AgencyId == agency.Id,
                cancellationToken
            )
            : null;
        if (replaced is null)
            check.Refuse(new RecordNotFound(check.Path("replacesId")));
        else if (replaced.WithdrawnOn is not null)
            check.Refuse(new StandardAlreadyWithdrawn(replaced, check.Path("replacesId")));
        else if (input.EffectiveFrom < replaced.EffectiveFrom)
            check.Refuse(new ReplacedBeforeItBegins(replaced, check.Path("effectiveFrom")));
        return replaced;
    }

    private static Task<bool> IsGivenAlreadyAsync(
        SetServiceStandardInput input,
        Agency agency,
        ServiceStandard? replaced,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var replacedId = replaced?.Id ?? Guid.Empty;
        return session.Db.ServiceStandards.AnyAsync(
            s =>
                s.AgencyId == agency.Id
                && s.WithdrawnOn == null
                && s.Statement == input.Statement
                && s.Id != replacedId,
            cancellationToken
        );
    }
}
