using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>How many customers an agency serves in all, from a day on (CWA-3.1).</summary>
public sealed class CustomerBase : CorrectableRecord, IAgencyRecord
{
    internal const int LongestSource = 300;

    private CustomerBase() { } // EF Core

    /// <exception cref="ArgumentException">The number is not from 1 to a trillion, or the source is empty or too
    /// long.</exception>
    public CustomerBase(
        Guid agencyId,
        long customers,
        DateOnly effectiveFrom,
        string source,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Customers = Require.Count(customers);
        EffectiveFrom = effectiveFrom;
        Source = Require.Text(source, LongestSource);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The declaration's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency whose customers these are.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>How many customers the agency serves in all, 1 or more.</summary>
    public long Customers { get; private init; }

    /// <summary>The first day for which the number holds. It holds until the day of the next one.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>Where the number comes from, such as a census or the agency's own records.</summary>
    [MaxLength(LongestSource)]
    public string Source { get; private init; } = "";

    /// <summary>When the number was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
