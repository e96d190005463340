namespace Cwa.Model;

/// <summary>What declaring and correcting a service area have in common: what it says, and the rules of that.</summary>
public abstract record ServiceAreaVerb : Verb<ServiceArea>
{
    /// <summary>The state or territory.</summary>
    public required StateCode State { get; init; }

    /// <summary>How many of the agency's customers live there, from 0 to a trillion.</summary>
    public required long CustomersLiving { get; init; }

    /// <summary>How many of the agency's customers work there, from 0 to a trillion.</summary>
    public required long CustomersWorking { get; init; }

    private protected void CheckInput(Work work)
    {
        work.Check.NotNegative(CustomersLiving, nameof(CustomersLiving));
        work.Check.NotNegative(CustomersWorking, nameof(CustomersWorking));
    }

    /// <summary>The service area as the input says it.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="corrected">The service area that the input corrects; null for a new one.</param>
    private protected ServiceArea Said(Guid agencyId, ServiceArea? corrected) =>
        new(agencyId, State, CustomersLiving, CustomersWorking, corrected?.Id, corrected?.RecordedAt);
}
