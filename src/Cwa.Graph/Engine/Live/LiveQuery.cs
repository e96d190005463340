using System.Buffers;
using System.Diagnostics.Metrics;

namespace Cwa.Graph.Engine;

/// <summary>One subscription's operation, run for one message after another for everybody who asks the same and may see the same.</summary>
internal sealed partial class LiveQuery(
    PreparedRequest request, ISource source, IRequester requester, OpenScope open, RequestExecutor executor, Limits limits, ILogger log)
{
    internal const string MeterName = "Cwa.Graph.Live";

    // A page waits in memory for its reader; large messages make a short one.
    private const int EnoughBytes = 256 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Executions = Meter.CreateCounter<long>(
        "cwa.live.executions", "{execution}", "Messages executed; one for all subscribers that ask the same.");

    /// <summary>Tells when there is more to read.</summary>
    public Tail Tail => source.Tail;

    /// <summary>The next messages after a place, each executed, and the place up to which there are no others.</summary>
    /// <remarks>Messages wait for a database that does not answer; none is passed over.</remarks>
    public async Task<LivePage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await TryReadAsync(after, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(log, failure);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private async Task<LivePage> TryReadAsync(long after, CancellationToken cancellationToken)
    {
        // One scope for a page: what its messages load, they load together.
        await using var scope = open(requester);
        var page = await source.ReadAsync(after, scope.ServiceProvider, cancellationToken);
        var messages = new List<PlacedMessage>(page.Messages.Count);
        var bytes = 0;
        foreach (var (place, cursor, message) in page.Messages)
        {
            var result = await executor.RunAsync(request, message, scope.ServiceProvider, cancellationToken);
            Executions.Add(1);
            var json = new ArrayBufferWriter<byte>(512);
            ResultWriter.Write(json, result, limits);
            messages.Add(new(place, new(json.WrittenMemory, cursor)));
            bytes += json.WrittenCount;
            if (bytes >= EnoughBytes)
                return new(messages, place);
        }

        return new(messages, page.End);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A subscription's messages could not be read; trying again.")]
    private static partial void Failed(ILogger log, Exception failure);
}

/// <summary>Messages, and the place up to which there are no others.</summary>
internal sealed record LivePage(IReadOnlyList<PlacedMessage> Messages, long End);

/// <summary>A message and its place in the source.</summary>
internal readonly record struct PlacedMessage(long Place, LiveMessage Message);
