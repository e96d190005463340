using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>Reads a GraphQL request strictly: what is not exactly one is refused with a reason.</summary>
internal static class RequestReader
{
    /// <exception cref="RequestError">The body is none, too large, or not JSON in UTF-8.</exception>
    public static async Task<GraphRequest> FromBodyAsync(HttpRequest request, int most, int depth)
    {
        CheckContent(request, "application/json", most);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await ReceiveAsync(reader.ReadAsync(request.HttpContext.RequestAborted));
            if (read.Buffer.Length > most)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw RequestError.TooLarge(most);
            }

            if (read.IsCompleted)
            {
                try
                {
                    return Parse(read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray(), depth);
                }
                finally
                {
                    reader.AdvanceTo(read.Buffer.End);
                }
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>What is read of a body.</summary>
    /// <exception cref="RequestError">It broke off, or is not framed as the request says (BAD_REQUEST).</exception>
    public static async ValueTask<T> ReceiveAsync<T>(ValueTask<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            // At a body that breaks off, a chunk that cannot be measured, or a trailer that is none.
            throw RequestError.BadBody();
        }
    }

    /// <summary>Whether it is a name of UTF-8: that of the standard, or the one that many write.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        HeaderUtilities.RemoveQuotes(charset) is var name
        && (
            name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        );

    /// <exception cref="RequestError">What is announced is of another type, not plain UTF-8, or too large.</exception>
    public static void CheckContent(HttpRequest request, string mediaType, long most)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        )
            throw RequestError.MediaType($"Send the body with `Content-Type: {mediaType}`.");
        if (type.Charset.HasValue && !IsUtf8(type.Charset))
        {
            throw RequestError.MediaType(
                $"Send the body in UTF-8: `Content-Type: {mediaType}`, or `{mediaType}; charset=utf-8`."
            );
        }

        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
            throw RequestError.MediaType("Send the body as it is, without `Content-Encoding`.");
        if (request.Headers.TransferEncoding.Count > 0 && request.Headers.TransferEncoding != "chunked")
            throw RequestError.MediaType("Send the body as it is, with no other `Transfer-Encoding` than `chunked`.");
        if (request.ContentLength > most)
            throw RequestError.TooLarge(most);
    }

    /// <exception cref="RequestError">The URL has no query, or a parameter twice, or JSON that is none.</exception>
    public static GraphRequest FromUrl(HttpRequest request, int depth)
    {
        var extensions = Map("extensions");
        return new(
            One("query")
                ?? NamedIn(extensions)
                ?? throw RequestError.Bad("The parameter `query` is missing, as in `?query={__typename}`."),
            One("operationName"),
            Map("variables"),
            extensions
        );

        string? One(string name) =>
            request.Query[name] is { Count: <= 1 } values
                ? values
                : throw RequestError.Bad($"The parameter `{name}` is given twice.");

        Inputs Map(string name)
        {
            if (One(name) is not { Length: > 0 } text)
                return Inputs.Empty;
            using var json = StrictJson.Read(Encoding.UTF8.GetBytes(text), depth);
            return MapOf(json.RootElement, name);
        }
    }

    /// <summary>Variables that came apart from each other, each as the JSON of its value.</summary>
    /// <exception cref="RequestError">One of them is no JSON.</exception>
    public static Inputs Variables(IEnumerable<(string Name, string Json)> given, int depth)
    {
        var together = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(together))
        {
            writer.WriteStartObject();
            foreach (var (name, text) in given)
            {
                writer.WritePropertyName(name);
                using var value =
                    text.Length > 0
                        ? StrictJson.Read(Encoding.UTF8.GetBytes(text), depth)
                        : throw RequestError.Bad($"The parameter `{name}` is empty.");
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var json = JsonDocument.Parse(together.WrittenMemory, new() { MaxDepth = depth + 1 });
        return MapOf(json.RootElement, "variables");
    }

    /// <summary>The request that a JSON object is.</summary>
    /// <exception cref="RequestError">It has no query, or members of another type.</exception>
    public static GraphRequest Of(JsonElement root)
    {
        var extensions = root.TryGetProperty("extensions", out var said) ? MapOf(said, "extensions") : Inputs.Empty;
        return new(
            Text("query")
                ?? NamedIn(extensions)
                ?? throw RequestError.Bad("`query` is missing: the text of the document, a string."),
            Text("operationName"),
            root.TryGetProperty("variables", out var variables) ? MapOf(variables, "variables") : Inputs.Empty,
            extensions
        );

        string? Text(string name) =>
            !root.TryGetProperty(name, out var value)
                ? null
                : value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Null => null,
                    _ => throw RequestError.Bad($"`{name}` must be a string."),
                };
    }

    private static GraphRequest Parse(ReadOnlyMemory<byte> body, int depth)
    {
        StrictJson.CheckEncoding(body.Span);
        using var json = StrictJson.Read(body, depth);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Object => Of(json.RootElement),
            JsonValueKind.Array => throw RequestError.Bad("Send one request at a time; batches are not read."),
            _ => throw RequestError.Bad("The body must be a JSON object with `query`."),
        };
    }

    // The text of a document that is named instead.
    private static string? NamedIn(Inputs extensions) => PersistedQuery.IsNamedIn(extensions) ? "" : null;

    private static Inputs MapOf(JsonElement value, string name) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => Inputs.Empty,
            JsonValueKind.Object => JsonValues.Of(value),
            _ => throw RequestError.Bad($"`{name}` must be an object."),
        };
}
