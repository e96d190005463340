using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What declaring and correcting a number of customers have in common: what it says, and its rules.</summary>
public abstract record CustomerBaseVerb : Verb<CustomerBase>
{
    /// <summary>How many customers the agency serves in all, from 1 to a trillion.</summary>
    public required long Customers { get; init; }

    /// <summary>
    /// The first day for which the number holds. It holds until the day of the next one. Days to come are allowed.
    /// </summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Where the number comes from, such as a census or the agency's own records.</summary>
    [MaxLength(CustomerBase.LongestSource)]
    public required string Source { get; init; }

    private protected void CheckInput(Work work)
    {
        if (Customers == 0)
            work.Refuse(new NoCustomers(), nameof(Customers));
        else
            work.Check.NotNegative(Customers, nameof(Customers));
    }

    /// <summary>The declaration as the input says it; null when it was refused.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="corrected">The declaration that the input corrects; null for a new one.</param>
    /// <param name="work">The run of the verb.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    private protected async Task<CustomerBase?> SaidAsync(
        Guid agencyId,
        CustomerBase? corrected,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var existing = await work.ExistingAsync(
            work.Db.CustomerBases.Where(c => c.AgencyId == agencyId && c.EffectiveFrom == EffectiveFrom),
            cancellationToken
        );
        if (existing is not null && existing.Id != corrected?.Id)
            work.Refuse(new CustomerBaseAlreadyDeclared(existing), nameof(EffectiveFrom));
        return work.IsGood
            ? new(agencyId, Customers, EffectiveFrom, Source, corrected?.Id, corrected?.RecordedAt)
            : null;
    }
}

/// <summary>The agency has already declared how many customers it serves from this day on.</summary>
public sealed record CustomerBaseAlreadyDeclared(CustomerBase Existing) : Refusal
{
    /// <summary>The declaration from that day on.</summary>
    public CustomerBase Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The agency has already declared {Words.Count(Existing.Customers, "customer")} from this day on. "
        + "Correct that, or give another day.";
}

/// <summary>The number of customers is zero.</summary>
public sealed record NoCustomers : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "An agency serves at least one customer. If the number is not known, declare none.";
}
