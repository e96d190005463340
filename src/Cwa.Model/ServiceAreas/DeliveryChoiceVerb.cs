using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What declaring and correcting a choice of delivery have in common: what it says, and its rules.</summary>
public abstract record DeliveryChoiceVerb : Verb<DeliveryChoice>
{
    /// <summary>
    /// Which service it is, such as “Replacing a Social Security card”. The choices of one service name it by the same
    /// words.
    /// </summary>
    [MaxLength(DeliveryChoice.LongestService)]
    public required string Service { get; init; }

    /// <summary>By which means customers get the service.</summary>
    public required Channel Means { get; init; }

    /// <summary>
    /// From whom customers get the service, such as post offices; if omitted, from the agency itself.
    /// </summary>
    [MaxLength(DeliveryChoice.LongestProvider)]
    public string? Provider { get; init; }

    /// <summary>The first day on which customers can get the service so. Days to come are allowed.</summary>
    public required DateOnly OfferedFrom { get; init; }

    /// <summary>The last such day; if omitted, no end is set.</summary>
    public DateOnly? OfferedTo { get; init; }

    /// <summary>The choice as the input says it; null when it was refused.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="corrected">The choice that the input corrects; null for a new one.</param>
    /// <param name="work">The run of the verb.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    private protected async Task<DeliveryChoice?> SaidAsync(
        Guid agencyId,
        DeliveryChoice? corrected,
        Work work,
        CancellationToken cancellationToken
    )
    {
        work.Check.InOrder(OfferedFrom, OfferedTo, nameof(OfferedTo));
        var correctedId = corrected?.Id;
        var declared = await work
            .Db.DeliveryChoices.Where(c => c.AgencyId == agencyId && c.Means == Means)
            .Where(c => OfferedTo == null || c.OfferedFrom <= OfferedTo)
            .Where(c => c.OfferedTo == null || c.OfferedTo >= OfferedFrom)
            .Where(c => c.Id != correctedId)
            .OrderBy(c => c.OfferedFrom)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        // The rows before this one in a file are not stored yet.
        var added = work
            .Db.Set<DeliveryChoice>()
            .Local.Where(c => c.Id != correctedId && c.AgencyId == agencyId && c.Means == Means)
            .Where(c => OfferedTo is null || c.OfferedFrom <= OfferedTo)
            .Where(c => c.OfferedTo is null || c.OfferedTo >= OfferedFrom);
        if (
            declared.Concat(added).FirstOrDefault(c => IsSame(c.Service, Service) && IsSame(c.Provider, Provider)) is
            { } existing
        )
            work.Refuse(new DeliveryChoiceAlreadyDeclared(existing), nameof(OfferedFrom));
        return work.IsGood
            ? new(agencyId, Service, Means, OfferedFrom, OfferedTo, Provider, corrected?.Id, corrected?.RecordedAt)
            : null;
    }

    // As EO-f tells services and providers apart.
    private static bool IsSame(string? declared, string? said) =>
        string.Equals(declared, said?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The agency has already declared that customers can get the service so on some of these days.</summary>
public sealed record DeliveryChoiceAlreadyDeclared(DeliveryChoice Existing) : Refusal
{
    /// <summary>The choice that was declared.</summary>
    public DeliveryChoice Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The agency has already declared this, from {Existing.OfferedFrom:yyyy-MM-dd} on. Correct that, or give other "
        + "days.";
}
