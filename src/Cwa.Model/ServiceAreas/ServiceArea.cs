namespace Cwa.Model;

/// <summary>How many of an agency's customers live and work in one state or territory (CWA-3.3).</summary>
public sealed class ServiceArea : CorrectableRecord, IAgencyRecord
{
    private ServiceArea() { } // EF Core

    /// <exception cref="ArgumentException">A number is negative or more than a trillion.</exception>
    public ServiceArea(
        Guid agencyId,
        StateCode state,
        long customersLiving,
        long customersWorking,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        State = Require.Defined(state);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
        CustomersLiving = Require.Count(customersLiving);
        CustomersWorking = Require.Count(customersWorking);
    }

    /// <summary>The service area's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency whose customers these are.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The state or territory. An agency has one service area in each.</summary>
    public StateCode State { get; private init; }

    /// <summary>How many of the agency's customers live there, 0 or more.</summary>
    public long CustomersLiving { get; private init; }

    /// <summary>How many of the agency's customers work there, 0 or more.</summary>
    public long CustomersWorking { get; private init; }

    /// <summary>When the service area was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
