using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Frame;

/// <summary>What every page shows around its content.</summary>
[Operation("frame")]
public sealed record FrameData(FrameService Service, FrameViewer? Viewer, FrameDirective Directive)
{
    /// <summary>Whether the reader reads no more than anybody: nobody is signed in, or somebody without a role.</summary>
    internal bool IsForThePublic => Viewer is not { IsNpr: true } && Viewer?.Roles.Contains("Agency.Submit") != true;
}

public sealed record FrameService(DateOnly Today, DateTimeOffset Now, bool IsIllustrative, string? Notice);

public sealed record FrameViewer(string Name, bool IsNpr, IReadOnlyList<string> Roles);

public sealed record FrameDirective(string JudicialReview);

/// <summary>Reads the frame, once for a request.</summary>
internal sealed class Framing(Operations operations)
{
    private Task<Answer<FrameData>>? _read;

    public Task<Answer<FrameData>> ReadAsync(CancellationToken cancellationToken) =>
        _read ??= operations.AskAsync<FrameData>(new { }, cancellationToken);
}
