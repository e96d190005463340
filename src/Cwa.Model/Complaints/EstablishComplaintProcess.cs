using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Puts an agency's process to address customer complaints in place (action 4). An agency has one process at a time.
/// Everyone may read it.
/// </summary>
[By(Role.Agency)]
public sealed record EstablishComplaintProcess : Verb<ComplaintProcess>
{
    /// <summary>The id of the agency whose process this is.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>How the agency takes complaints, answers them and learns from them.</summary>
    [MaxLength(ComplaintProcess.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>How a customer can complain: at least one channel.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>The person or office responsible for the process.</summary>
    [MaxLength(ComplaintProcess.LongestOwner)]
    public required string Owner { get; init; }

    /// <summary>The number of days after its receipt within which a complaint is to be resolved, 1 or more.</summary>
    public required int TargetDays { get; init; }

    /// <summary>
    /// The first day on which customers can use the process. It meets action 4 in time if that is by the end of 1998.
    /// </summary>
    public required DateOnly InPlaceOn { get; init; }

    /// <summary>
    /// Whether this process replaces the agency's present one, which then ends on the day on which this one begins.
    /// </summary>
    public bool Replace { get; init; }

    /// <inheritdoc/>
    public override async Task<ComplaintProcess?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (Channels is [])
            work.Refuse(new NoChannelNamed(), nameof(Channels));
        if (TargetDays < 1)
            work.Refuse(new TargetDaysNotPositive(), nameof(TargetDays));
        if (InPlaceOn > work.Today)
            work.Warn("The process begins in the future.", nameof(InPlaceOn));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var present = await work.Db.ComplaintProcesses.SingleOrDefaultAsync(
            p => p.AgencyId == agency.Id && p.ReplacedOn == null,
            cancellationToken
        );
        if (present is not null && !Replace)
            work.Refuse(new ComplaintProcessAlreadyInPlace(present), nameof(AgencyId));
        else if (InPlaceOn < present?.InPlaceOn)
            work.Refuse(new ComplaintProcessesOverlap(present), nameof(InPlaceOn));
        if (!work.IsGood)
            return null;

        if (present is not null)
        {
            present.Replace(InPlaceOn);
            work.Audit(present, agency.Id);
        }

        var process = new ComplaintProcess(agency.Id, Description, Channels, Owner, TargetDays, InPlaceOn);
        work.Db.Add(process);
        work.Announce(FeedKind.ComplaintProcessEstablished, process);
        return process;
    }
}

/// <summary>The agency already has a complaint process, and `replace` is not true.</summary>
public sealed record ComplaintProcessAlreadyInPlace(ComplaintProcess Existing) : Refusal
{
    /// <summary>The present process.</summary>
    public ComplaintProcess Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The agency has had a complaint process since {Existing.InPlaceOn:yyyy-MM-dd}. "
        + "To put another in its place, set `replace` to true.";
}

/// <summary>The process would begin before the one that it replaces.</summary>
public sealed record ComplaintProcessesOverlap(ComplaintProcess Existing) : Refusal
{
    /// <summary>The process to be replaced.</summary>
    public ComplaintProcess Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The present process has been in place since {Existing.InPlaceOn:yyyy-MM-dd}. "
        + "The one that replaces it must begin on that day or later.";
}

/// <summary>A complaint process names no channel.</summary>
public sealed record NoChannelNamed : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Name at least one channel, such as TELEPHONE.";
}

/// <summary>A complaint process has less than one day to resolve a complaint.</summary>
public sealed record TargetDaysNotPositive : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give the process at least 1 day to resolve a complaint.";
}
