using System.Buffers;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// One subscription's operation, run for one message after another for everybody who asks the same and may see the
/// same.
/// </summary>
internal sealed class LiveQuery(
    PreparedRequest request,
    ISource source,
    IRequester requester,
    OpenScope open,
    RequestExecutor executor,
    Limits limits
)
{
    internal static readonly string MeterName = typeof(LiveQuery).Namespace!;

    // A page waits in memory for its reader; large messages make a short one.
    private const int MostMessages = 100,
        EnoughBytes = 256 * 1024;

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Executions = Meter.CreateCounter<long>(
        "graphql.live.executions",
        "{execution}",
        "Messages executed; one for all subscribers that ask the same."
    );

    private readonly ToldFaults _told = new();

    /// <summary>Tells when there is more to read.</summary>
    public Tail Tail => source.Tail;

    /// <summary>
    /// The next messages after a place, each executed, and the place up to which there are no others.
    /// </summary>
    /// <remarks>A message that fails for a reason of ours ends the page before it, and is not passed over.</remarks>
    public async Task<LivePage> ReadAsync(long after, bool onlyOne, CancellationToken cancellationToken)
    {
        List<PlacedMessage> messages = [];
        var (end, last, bytes) = (after, after, 0);
        SourceMessage? at = null;
        try
        {
            // One scope for a page: what its messages load, they load together.
            await using var scope = open(requester);
            var services = scope.ServiceProvider;
            var page = await source.ReadAsync(after, onlyOne ? 1 : MostMessages, services, cancellationToken);
            last = page.Messages is [.., var newest] ? newest.Place : after;
            messages.EnsureCapacity(page.Messages.Count);
            foreach (var message in page.Messages)
            {
                at = message;
                if (_told.Find(message.Place) is not { } told)
                {
                    var result = await executor.RunAsync(request, message.Message, services, cancellationToken);
                    Executions.Add(1);
                    if (result.Errors?.Any(ErrorInfo.IsOurs) == true)
                        return new(messages, end, new(message, last, result));
                    told = Written(message, result);
                }

                messages.Add(told);
                end = message.Place;
                bytes += told.Message.Result.Length;
                if (bytes >= EnoughBytes)
                    return new(messages, end);
            }

            return new(messages, page.End);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new(messages, end, new(at, last, new(RequestError.Internal(cause: fault))));
        }
    }

    /// <summary>
    /// What everybody is told, now and later, of a message that always fails: its errors, and how to find them.
    /// </summary>
    public PlacedMessage Tell(SourceMessage message, ExecutionResult failed, string traceId)
    {
        var told = new ExecutionResult { Executed = true, Data = failed.Executed ? failed.Data : null };
        told.AddErrors([.. failed.Errors!.Select(e => ErrorInfo.IsOurs(e) ? RequestError.Traced(e, traceId) : e)]);
        return _told.Keep(Written(message, told));
    }

    /// <summary>
    /// What finds a message's failure in the log: the same on every server that the document's subscribers are on.
    /// </summary>
    public string TraceIdOf(long place) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{request.Request.Query}\0{request.Request.OperationName}\0{place}")
            )
        )[..32];

    private PlacedMessage Written(SourceMessage message, ExecutionResult result)
    {
        var json = new ArrayBufferWriter<byte>(512);
        ResultWriter.Write(json, result, limits);
        return new(message.Place, new(json.WrittenMemory, message.Cursor));
    }
}

/// <summary>Messages, and the place up to which there are no others.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="End">The place.</param>
/// <param name="Failure">What came next and failed for a reason of ours; null when nothing did.</param>
internal sealed record LivePage(IReadOnlyList<PlacedMessage> Messages, long End, LiveFailure? Failure = null);

/// <summary>A message and its place in the source.</summary>
internal readonly record struct PlacedMessage(long Place, LiveMessage Message);

/// <summary>A message that failed for a reason of ours.</summary>
/// <param name="Message">The message; null when the messages themselves could not be read.</param>
/// <param name="PageEnd">The place of the last one that was read together with it.</param>
/// <param name="Result">Its errors, and what else was found.</param>
internal sealed record LiveFailure(SourceMessage? Message, long PageEnd, ExecutionResult Result)
{
    /// <summary>The first error that is ours.</summary>
    public ExecutionError Error => Result.Errors!.First(ErrorInfo.IsOurs);
}
