using System.ComponentModel.DataAnnotations;

namespace Cwa.Graph.Engine;

/// <summary>
/// What a long-lived connection may use, and how long its two ends wait for each other: the section `Connections` of
/// the configuration.
/// </summary>
public sealed class ConnectionLimits
{
    /// <summary>Bytes of one message from a client.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MessageBytes { get; init; } = 64 * 1024;

    /// <summary>Operations that one socket runs at once.</summary>
    [Range(1, 100_000)]
    public int Operations { get; init; } = 100;

    /// <summary>Bytes of output that may wait for one socket.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int UnreadBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// How long more than <see cref="UnreadBytes"/> may wait before the socket is closed, since a burst is no sign of a
    /// slow reader.
    /// </summary>
    [TimeRange("00:00:00.1", "01:00:00")]
    public TimeSpan UnreadTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a client has to send `connection_init`.</summary>
    [TimeRange("00:00:00.1", "01:00:00")]
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a socket is pinged, and its caller's sign-in checked again.</summary>
    [TimeRange("00:00:00.05", "01:00:00")]
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long a client may send nothing, not even a pong.</summary>
    [TimeRange("00:00:00.1", "1.00:00:00")]
    public TimeSpan SilenceTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often an idle event stream sends a comment, and its caller's sign-in is checked again.</summary>
    [TimeRange("00:00:00.05", "01:00:00")]
    public TimeSpan HeartbeatEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a server that is to stop serves on with a readiness that says so, until proxies send callers elsewhere.
    /// </summary>
    [TimeRange("00:00:00", "00:10:00")]
    public TimeSpan NoticeTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping server waits for queries and mutations that have begun on sockets.</summary>
    [TimeRange("00:00:00", "00:10:00")]
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a client has to take a close frame, and then to answer it.</summary>
    [TimeRange("00:00:00", "00:10:00")]
    public TimeSpan CloseTime { get; init; } = TimeSpan.FromSeconds(2);
}
