using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// Tells how far an import is while it runs: one JSON object a line, and the result, or why there is none, on the last.
/// </summary>
internal static class ImportStream
{
    private const string MediaType = "application/x-ndjson";

    /// <summary>Whether the client would rather be told line by line.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .Accept.Any(range => range.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase));

    public static async Task SendAsync(HttpContext http, Func<IProgress<ImportProgress>, Task<ImportResult>> import)
    {
        var lines = System.Threading.Channels.Channel.CreateUnbounded<object>(new() { SingleReader = true });
        var running = RunAsync(http, import, lines.Writer);
        http.Response.ContentType = $"{MediaType}; charset=utf-8";
        await foreach (var line in lines.Reader.ReadAllAsync())
        {
            var body = http.Response.BodyWriter;
            await using (var json = new Utf8JsonWriter(body))
                JsonSerializer.Serialize(json, line, FileImport.Json);
            body.Write("\n"u8);
            await body.FlushAsync(http.RequestAborted);
        }

        await running;
    }

    private static async Task RunAsync(
        HttpContext http,
        Func<IProgress<ImportProgress>, Task<ImportResult>> import,
        ChannelWriter<object> lines
    )
    {
        try
        {
            lines.TryWrite(new { result = await import(new Told(lines)) });
        }
        catch (RequestError refusal)
        {
            lines.TryWrite(Refused(refusal));
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            lines.TryWrite(Refused(http.RequestServices.GetRequiredService<RequestExecutor>().Masked(fault)));
        }
        finally
        {
            lines.Complete();
        }
    }

    private static object Refused(RequestError error) =>
        new { errors = new[] { new { message = error.Message, extensions = new { code = error.Code } } } };

    private sealed class Told(ChannelWriter<object> lines) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            lines.TryWrite(value.Error is { } error ? new { error } : (object)new { rows = value.Rows });
    }
}
