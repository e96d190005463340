namespace Cwa.Model;

/// <summary>A record that belongs to one agency.</summary>
public interface IAgencyRecord
{
    /// <summary>The record's own id.</summary>
    Guid Id { get; }

    /// <summary>The id of the agency that the record belongs to.</summary>
    Guid AgencyId { get; }

    /// <summary>The agency that the record belongs to.</summary>
    Agency Agency { get; }

    /// <summary>When the record was first stored, in UTC.</summary>
    DateTime RecordedAt { get; }
}
