using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Posts a measurable promise to customers (action 5; Executive Order 12862). Everyone may read it. A changed promise
/// is a new standard that replaces the old one.
/// </summary>
[By(Role.Agency)]
public sealed record SetServiceStandard : Verb<ServiceStandard>
{
    /// <summary>The id of the agency that gives the promise.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The promise in the words that customers read.</summary>
    [MaxLength(ServiceStandard.LongestStatement)]
    public required string Statement { get; init; }

    /// <summary>What is measured, for example "calls answered within five minutes".</summary>
    [MaxLength(ServiceStandard.LongestMeasure)]
    public required string Measure { get; init; }

    /// <summary>The unit of the target and of every measurement, for example "percent".</summary>
    [MaxLength(ServiceStandard.LongestUnit)]
    public required string Unit { get; init; }

    /// <summary>The value to reach or to stay within, in the unit.</summary>
    public required double Target { get; init; }

    /// <summary>Whether the promise is kept at or above the target, or at or below it.</summary>
    public required TargetDirection Direction { get; init; }

    /// <summary>Whom the standard serves.</summary>
    public required CustomerGroup CustomerGroup { get; init; }

    /// <summary>The first day of the promise.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>
    /// The id of the agency's standard that this one replaces. It is withdrawn on the day on which this one takes
    /// effect.
    /// </summary>
    public Id<ServiceStandard>? ReplacesId { get; init; }

    /// <inheritdoc/>
    public override async Task<ServiceStandard?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var replaced = await ReplacedAsync(this, agency, work, cancellationToken);
        if (!work.IsGood)
            return null;

        if (await IsGivenAlreadyAsync(this, agency, replaced, work, cancellationToken))
            work.Warn(
                "The agency already gives this promise. If this one replaces it, give its id in `replacesId`.",
                "statement"
            );
        if (replaced is not null)
        {
            replaced.Withdraw(EffectiveFrom);
            work.Announce(FeedKind.ServiceStandardSet, replaced);
        }

        var standard = new ServiceStandard(
            agency.Id,
            Statement,
            Measure,
            Unit,
            Target,
            Direction,
            CustomerGroup,
            EffectiveFrom
        );
        work.Db.Add(standard);
        work.Announce(FeedKind.ServiceStandardSet, standard);
        return standard;
    }

    private static async Task<ServiceStandard?> ReplacedAsync(
        SetServiceStandard input,
        Agency agency,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.ReplacesId is not { } id)
            return null;

        var check = work.Check;
        var replaced = id.Key is { } key
            ? await work.Db.ServiceStandards.SingleOrDefaultAsync(
                s => s.Id == key && s.AgencyId == agency.Id,
                cancellationToken
            )
            : null;
        if (replaced is null)
            check.Refuse(new RecordNotFound(), nameof(ReplacesId));
        else if (replaced.WithdrawnOn is not null)
            check.Refuse(new StandardAlreadyWithdrawn(replaced), nameof(ReplacesId));
        else if (input.EffectiveFrom < replaced.EffectiveFrom)
            check.Refuse(new ReplacedBeforeItBegins(replaced), nameof(EffectiveFrom));
        return replaced;
    }

    private static Task<bool> IsGivenAlreadyAsync(
        SetServiceStandard input,
        Agency agency,
        ServiceStandard? replaced,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var replacedId = replaced?.Id ?? Guid.Empty;
        return work.Db.ServiceStandards.AnyAsync(
            s =>
                s.AgencyId == agency.Id
                && s.WithdrawnOn == null
                && s.Statement == input.Statement
                && s.Id != replacedId,
            cancellationToken
        );
    }
}
