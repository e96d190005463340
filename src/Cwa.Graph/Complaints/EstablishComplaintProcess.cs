using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>How an agency addresses complaints from now on.</summary>
public sealed record EstablishComplaintProcessInput : MutationInput
{
    /// <summary>The id of the agency that takes complaints in this way.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>How a complaint is taken, answered and learned from, 1–4000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The ways by which a customer can complain, at least one.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>The person or office that answers for the process, 1–200 characters.</summary>
    public required string Owner { get; init; }

    /// <summary>Within how many days of its receipt a complaint is to be resolved, 1 or more.</summary>
    public required int TargetDays { get; init; }

    /// <summary>The first day on which customers can use it; by the end of 1998 it meets action 4 in time.</summary>
    public required DateOnly InPlaceOn { get; init; }

    /// <summary>
    /// Whether it replaces the agency's present process, which then ends on the day that this one begins.
    /// </summary>
    [DefaultAstValue("false")]
    public bool Replace { get; init; }
}

/// <summary>The process, or why it was refused.</summary>
public sealed record EstablishComplaintProcessPayload : Payload
{
    /// <summary>The new process; null when it was refused or only checked.</summary>
    public ComplaintProcess? ComplaintProcess { get; init; }
}

/// <summary>The agency has a complaint process, which was not to be replaced.</summary>
public sealed record ComplaintProcessAlreadyInPlace(ComplaintProcess Existing, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>The present process.</summary>
    public ComplaintProcess Existing { get; } = Existing;

    /// <inheritdoc/>
    public string Message =>
        $"The agency has had a complaint process since {Existing.InPlaceOn:yyyy-MM-dd}. To put another in its place, replace it.";
}

/// <summary>The process would begin before the one that it replaces.</summary>
public sealed record ComplaintProcessesOverlap(ComplaintProcess Existing, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>The process to be replaced.</summary>
    public ComplaintProcess Existing { get; } = Existing;

    /// <inheritdoc/>
    public string Message =>
        $"The present process is in place from {Existing.InPlaceOn:yyyy-MM-dd}; what replaces it begins on that day or later.";
}

/// <summary>A complaint process names no channel.</summary>
public sealed record NoChannelNamed(IReadOnlyList<string> Path) : IUserError
{
    /// <inheritdoc/>
    public string Message => "Name at least one way by which a customer can complain.";
}

/// <summary>A complaint process gives itself no day.</summary>
public sealed record TargetDaysNotPositive(IReadOnlyList<string> Path) : IUserError
{
    /// <inheritdoc/>
    public string Message => "Give the process at least 1 day to resolve a complaint.";
}

/// <summary>Action 4: an agency puts a process in place to address complaints.</summary>
public sealed class EstablishComplaintProcess
{
    /// <summary>
    /// Says how an agency addresses its customers' complaints (action 4). An agency has one process at a time.
    /// </summary>
    /// <param name="input">Which process, and from when.</param>
    [Role(Roles.Submit)]
    public static Task<EstablishComplaintProcessPayload> EstablishComplaintProcessAsync(
        EstablishComplaintProcessInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            process => new EstablishComplaintProcessPayload { ComplaintProcess = process },
            session => EstablishAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ComplaintProcess?> EstablishAsync(
        EstablishComplaintProcessInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Description, 4000, "description");
        if (input.Channels is [])
            check.Refuse(new NoChannelNamed(check.Path("channels")));
        check.Text(input.Owner, 200, "owner");
        if (input.TargetDays < 1)
            check.Refuse(new TargetDaysNotPositive(check.Path("targetDays")));
        if (input.InPlaceOn > session.Today)
            check.Warn("The process begins in the future.", "inPlaceOn");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var present = await session.Db.ComplaintProcesses.SingleOrDefaultAsync(
            p => p.AgencyId == agency.Id && p.ReplacedOn == null,
            cancellationToken
        );
        if (present is not null && !input.Replace)
            check.Refuse(new ComplaintProcessAlreadyInPlace(present, check.Path("agencyId")));
        else if (input.InPlaceOn < present?.InPlaceOn)
            check.Refuse(new ComplaintProcessesOverlap(present, check.Path("inPlaceOn")));
        if (!check.IsGood)
            return null;

        if (present is not null)
        {
            present.Replace(input.InPlaceOn);
            session.Audit(present, agency.Id);
        }

        var process = new ComplaintProcess(
            agency.Id,
            input.Description,
            input.Channels,
            input.Owner,
            input.TargetDays,
            input.InPlaceOn
        );
        session.Db.Add(process);
        session.Announce(FeedKind.ComplaintProcessEstablished, process);
        return process;
    }
}
