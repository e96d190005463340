using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// One way in which customers can get a service. Several of the same service are the choices that Executive Order 12862
/// asks for (EO-f): in the means of delivery, and in the sources of service.
/// </summary>
public sealed class DeliveryChoice : CorrectableRecord, IAgencyRecord
{
    internal const int LongestService = 200;
    internal const int LongestProvider = 200;

    private DeliveryChoice() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, or the last day is before the
    /// first.</exception>
    public DeliveryChoice(
        Guid agencyId,
        string service,
        Channel means,
        DateOnly offeredFrom,
        DateOnly? offeredTo = null,
        string? provider = null,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        if (offeredTo < offeredFrom)
            throw new ArgumentException($"It cannot be offered until {offeredTo:O}.", nameof(offeredTo));

        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Service = Require.Text(service, LongestService);
        Means = means;
        Provider = provider is null ? null : Require.Text(provider, LongestProvider);
        (OfferedFrom, OfferedTo) = (offeredFrom, offeredTo);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The choice's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency whose service it is.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>Which service it is. The choices of one service name it by the same words.</summary>
    [MaxLength(LongestService)]
    public string Service { get; private init; } = "";

    /// <summary>By which means customers get the service.</summary>
    public Channel Means { get; private init; }

    /// <summary>From whom customers get the service, such as post offices; null if from the agency itself.</summary>
    [MaxLength(LongestProvider)]
    public string? Provider { get; private init; }

    /// <summary>The first day on which customers could get the service so.</summary>
    public DateOnly OfferedFrom { get; private init; }

    /// <summary>The last such day; null while no end is set.</summary>
    public DateOnly? OfferedTo { get; private init; }

    /// <summary>When the choice was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
