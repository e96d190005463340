using System.ComponentModel.DataAnnotations;

namespace Cwa.Graph.Engine;

/// <summary>
/// What a connection that goes on may take, and how long its ends wait for each other; the section `Connections` of the
/// configuration.
/// </summary>
public sealed class ConnectionLimits
{
    /// <summary>Bytes of one message to a socket.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MessageBytes { get; init; } = 64 * 1024;

    /// <summary>Operations that one socket runs at once.</summary>
    [Range(1, 100_000)]
    public int Operations { get; init; } = 100;

    /// <summary>Bytes of output that may wait for one socket.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int UnreadBytes { get; init; } = 1024 * 1024;

    /// <summary>How long more than that may wait before the socket is closed: a burst is no slow reader.</summary>
    [TimeRange("00:00:00.1", "01:00:00")]
    public TimeSpan UnreadTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a socket has to ask for a connection.</summary>
    [TimeRange("00:00:00.1", "01:00:00")]
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a socket is pinged, and its caller's rights are looked at again.</summary>
    [TimeRange("00:00:00.05", "01:00:00")]
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long nothing may be heard of a socket.</summary>
    [TimeRange("00:00:00.1", "1.00:00:00")]
    public TimeSpan SilenceTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often an event stream carries a sign of life, and its caller's rights are looked at again.
    /// </summary>
    [TimeRange("00:00:00.05", "01:00:00")]
    public TimeSpan HeartbeatEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a server that stops waits for queries and mutations that sockets have begun.</summary>
    [TimeRange("00:00:00", "00:10:00")]
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the other end has to take a close, and again to answer it.</summary>
    [TimeRange("00:00:00", "00:10:00")]
    public TimeSpan CloseTime { get; init; } = TimeSpan.FromSeconds(2);
}
