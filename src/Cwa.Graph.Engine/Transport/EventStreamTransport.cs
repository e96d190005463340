using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// GraphQL over server-sent events, a connection for each operation:
/// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
/// </summary>
internal static class EventStreamTransport
{
    public const string MediaType = "text/event-stream";

    /// <exception cref="RequestError">The request is refused, and no stream was begun.</exception>
    public static async Task HandleAsync(
        HttpContext http,
        GraphRequest request,
        Action<GraphQLParser.AST.GraphQLOperationDefinition> allowed
    )
    {
        var services = http.RequestServices;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            services.GetRequiredService<Drain>().ConnectionsEnd
        );
        try
        {
            var start = await services
                .GetRequiredService<ILiveOperations>()
                .StartAsync(request, services, LastEventId(http.Request), ended.Token);
            if (start.Messages is { } messages)
            {
                await BeginAsync(http);
                await SendAllAsync(http, messages, ended.Token);
            }
            else
            {
                var result =
                    start.Failed
                    ?? await services
                        .GetRequiredService<RequestExecutor>()
                        .ExecuteAsync(request, allowed, services, http.RequestAborted);
                if (
                    !result.Executed
                    && result.Errors?.FirstOrDefault()
                        is RequestError
                        {
                            Code: ErrorCodes.MethodNotAllowed or ErrorCodes.Unavailable or ErrorCodes.RateLimited
                        } error
                )
                    throw error;
                await BeginAsync(http);
                Write(http, result);
            }

            Complete(http.Response.BodyWriter);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The stream ends without `complete`, so its client opens it again.
        }
    }

    private static Task BeginAsync(HttpContext http)
    {
        http.Response.ContentType = MediaType + "; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseBodyFeature>()?.DisableBuffering();
        // The stream, because a writer around it sends nothing before the first byte, not even the headers.
        return http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private static async Task SendAllAsync(
        HttpContext http,
        IAsyncEnumerable<LiveMessage> messages,
        CancellationToken ended
    )
    {
        var admission = http.RequestServices.GetRequiredService<IAdmissions>().Of(http);
        var output = http.Response.BodyWriter;
        using var heart = new PeriodicTimer(http.RequestServices.GetRequiredService<ConnectionLimits>().HeartbeatEvery);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ended);
        var beat = heart.WaitForNextTickAsync(ended).AsTask();
        // Not `await foreach`: between messages the stream must send heartbeats. So the next message and the next beat
        // are awaited together, and whichever is not first is kept for the next round.
        var source = messages.GetAsyncEnumerator(stop.Token);
        var next = Task.FromResult(false);
        try
        {
            while (true)
            {
                next = source.MoveNextAsync().AsTask();
                while (!next.IsCompleted || beat.IsCompleted)
                {
                    if (await Task.WhenAny(beat, next) == next)
                        break;
                    await beat;
                    if (admission.HasEnded())
                        throw RequestError.SignInEnded();
                    beat = heart.WaitForNextTickAsync(ended).AsTask();
                    output.Write(":\n\n"u8);
                    await output.FlushAsync(ended);
                }

                if (!await next)
                    return;
                Write(output, source.Current.Result.Span, source.Current.Cursor);
                await output.FlushAsync(ended);
            }
        }
        catch (Exception fault) when (!ended.IsCancellationRequested)
        {
            Write(
                http,
                new(fault as RequestError ?? http.RequestServices.GetRequiredService<RequestExecutor>().Masked(fault))
            );
        }
        finally
        {
            // An async enumerator must not be disposed while MoveNextAsync runs.
            await stop.CancelAsync();
            await Task.WhenAny(next);
            await source.DisposeAsync();
        }
    }

    private static void Write(HttpContext http, ExecutionResult result)
    {
        var json = new ArrayBufferWriter<byte>();
        ResultWriter.Write(json, result, http.RequestServices.GetRequiredService<Limits>());
        Write(http.Response.BodyWriter, json.WrittenSpan, null);
    }

    private static void Write(PipeWriter output, ReadOnlySpan<byte> result, string? cursor)
    {
        output.Write("event: next\n"u8);
        if (cursor is not null)
            Encoding.UTF8.GetBytes($"id: {cursor}\n", output);
        output.Write("data: "u8);
        output.Write(result);
        output.Write("\n\n"u8);
    }

    // Browsers drop an event without a data line.
    private static void Complete(PipeWriter output) => output.Write("event: complete\ndata:\n\n"u8);

    private static string? LastEventId(HttpRequest request) =>
        request.Headers[RequestExecutor.LastEventId].ToString() is { Length: > 0 } id ? id : null;
}
