using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// An agency's process to address customer complaints. Action 4 of the memorandum asks for one to be put in place in
/// 1998.
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
            throw new ArgumentException("A complaint process needs at least one channel.", nameof(channels));

        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Description = Require.Text(description, LongestDescription);
        Owner = Require.Text(owner, LongestOwner);
        TargetDays = targetDays;
        InPlaceOn = inPlaceOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of the process.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency whose process this is.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency whose process this is.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>How the agency takes complaints, answers them and learns from them.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>How a customer can complain: at least one channel.</summary>
    public IReadOnlyList<Channel> Channels => _channels;

    /// <summary>The person or office responsible for the process.</summary>
    [MaxLength(LongestOwner)]
    public string Owner { get; private init; } = "";

    /// <summary>The number of days after its receipt within which a complaint is to be resolved, 1 or more.</summary>
    public int TargetDays { get; private init; }

    /// <summary>
    /// The first day on which customers could use the process. It meets action 4 in time if that is by the end of 1998.
    /// </summary>
    public DateOnly InPlaceOn { get; private init; }

    /// <summary>The day on which another process took its place; null for the agency's present process.</summary>
    public DateOnly? ReplacedOn { get; private set; }

    /// <summary>When the process was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the process was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <exception cref="InvalidOperationException">It has already been replaced.</exception>
    public void Replace(DateOnly on)
    {
        if (ReplacedOn is not null)
            throw new InvalidOperationException("The process has already been replaced.");

        Require.InOrder(InPlaceOn, on);
        ReplacedOn = on;
    }
}
