using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// How an agency addresses its customers' complaints; action 4 of the memorandum asks for one to be in place in 1998.
/// </summary>
public sealed class ComplaintProcess : IAgencyRecord
{
    internal const int LongestDescription = 4000;
    internal const int LongestOwner = 200;

    private readonly List<Channel> _channels = [];

    private ComplaintProcess() { } // EF Core

    /// <exception cref="ArgumentException">No channel is named, or <paramref name="targetDays"/> is not
    /// positive.</exception>
    public ComplaintProcess(
        Guid agencyId,
        string description,
        IEnumerable<Channel> channels,
        string owner,
        int targetDays,
        DateOnly inPlaceOn,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetDays);
        _channels = [.. channels.Select(channel => Require.Defined(channel)).Distinct().Order()];
        if (_channels is [])
            throw new ArgumentException("A process that no complaint can reach is none.", nameof(channels));

        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Description = Require.Text(description, LongestDescription);
        Owner = Require.Text(owner, LongestOwner);
        TargetDays = targetDays;
        InPlaceOn = inPlaceOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the process.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the agency whose process this is.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency whose process this is.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>How a complaint is taken, answered and learned from.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The ways by which a customer can complain; at least one.</summary>
    public IReadOnlyList<Channel> Channels => _channels;

    /// <summary>The person or office that answers for the process.</summary>
    [MaxLength(LongestOwner)]
    public string Owner { get; private init; } = "";

    /// <summary>Within how many days of its receipt a complaint is to be resolved; at least 1.</summary>
    public int TargetDays { get; private init; }

    /// <summary>
    /// The first day on which customers could use it; by the end of 1998 it meets the memorandum's action 4 in time.
    /// </summary>
    public DateOnly InPlaceOn { get; private init; }

    /// <summary>The day on which another process took its place; null while it is the agency's current one.</summary>
    public DateOnly? ReplacedOn { get; private set; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When this was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <exception cref="InvalidOperationException">It has been replaced already.</exception>
    public void Replace(DateOnly on)
    {
        if (ReplacedOn is not null)
            throw new InvalidOperationException("The process has been replaced already.");

        Require.InOrder(InPlaceOn, on);
        ReplacedOn = on;
    }
}
