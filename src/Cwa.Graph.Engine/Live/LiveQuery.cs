using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// A subscription's operation, executed message by message for all subscribers with the same query and rights.
/// </summary>
internal sealed class LiveQuery(
    PreparedRequest request,
    ISource source,
    IRequester requester,
    OpenScope open,
    RequestExecutor executor,
    Limits limits,
    GraphMetrics metrics
)
{
    // A page waits in memory for its reader, so large messages make a short page.
    private const int MostMessages = 100,
        EnoughBytes = 256 * 1024;

    private readonly FailedMessages _failed = new();

    /// <summary>Signals that there is more to read.</summary>
    public Tail Tail => source.Tail;

    /// <summary>Executes the next messages after a place.</summary>
    /// <remarks>
    /// If a message fails through a fault of ours, the page ends before it, so that the message is tried again and not
    /// lost.
    /// </remarks>
    public async Task<LivePage> ReadAsync(long after, bool onlyOne, CancellationToken cancellationToken)
    {
        List<PlacedMessage> messages = [];
        var (end, last, bytes) = (after, after, 0);
        SourceMessage? at = null;
        try
        {
            // One scope for a page, so that its messages share their loaders.
            await using var scope = open(requester);
            var services = scope.ServiceProvider;
            var page = await source.ReadAsync(after, onlyOne ? 1 : MostMessages, services, cancellationToken);
            last = page.Messages is [.., var newest] ? newest.Place : after;
            messages.EnsureCapacity(page.Messages.Count);
            foreach (var message in page.Messages)
            {
                at = message;
                if (_failed.Find(message.Place) is not { } told)
                {
                    using var span = Tracing.Begin("graphql.push", ActivityKind.Producer);
                    var result = await executor.RunAsync(request, message.Message, services, cancellationToken);
                    metrics.Executions.Add(1);
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
    /// What all subscribers get, now and later, for a message that always fails: its errors, with a trace id.
    /// </summary>
    public PlacedMessage Tell(SourceMessage message, ExecutionResult failed, string traceId)
    {
        var told = new ExecutionResult { Executed = true, Data = failed.Executed ? failed.Data : null };
        told.AddErrors([.. failed.Errors!.Select(e => ErrorInfo.IsOurs(e) ? RequestError.Traced(e, traceId) : e)]);
        return _failed.Keep(Written(message, told));
    }

    /// <summary>
    /// The id under which the log has a message's failure: the same on every server, since each has subscribers to the
    /// document.
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

/// <summary>Executed messages in order, and how far they reach.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="End">The place up to which there are no other messages: where to read on.</param>
/// <param name="Failure">The next message, if it failed through a fault of ours.</param>
internal sealed record LivePage(IReadOnlyList<PlacedMessage> Messages, long End, LiveFailure? Failure = null);

/// <summary>An executed message and its place in the source.</summary>
internal readonly record struct PlacedMessage(long Place, LiveMessage Message);

/// <summary>A message that failed through a fault of ours.</summary>
/// <param name="Message">The message; null when the messages themselves could not be read.</param>
/// <param name="PageEnd">The place of the last message that was read together with it.</param>
/// <param name="Result">Its errors, with the data that was found.</param>
internal sealed record LiveFailure(SourceMessage? Message, long PageEnd, ExecutionResult Result)
{
    /// <summary>The first of its errors that is our fault.</summary>
    public ExecutionError Error => Result.Errors!.First(ErrorInfo.IsOurs);
}
