using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>Reads a GraphQL request strictly: whatever is not exactly one is refused with a reason.</summary>
internal static class RequestReader
{
    /// <exception cref="RequestError">The body is not a request, is too large, or is not JSON in UTF-8.</exception>
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

    /// <summary>Awaits a read of the body.</summary>
    /// <exception cref="RequestError">The body ended early, or is not framed as the headers say
    /// (BAD_REQUEST).</exception>
    public static async ValueTask<T> ReceiveAsync<T>(ValueTask<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            // Kestrel throws these when the body ends early, or a chunk's size or a trailer is malformed.
            throw RequestError.BadBody();
        }
    }

    /// <summary>Whether a charset is UTF-8, by its registered name or as `utf8`, which many clients send.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        HeaderUtilities.RemoveQuotes(charset) is var name
        && (
            name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        );

    /// <exception cref="RequestError">The headers announce another type, another encoding, or a body that is too
    /// large.</exception>
    public static void CheckContent(HttpRequest request, string mediaType, long most)
    {
        CheckType(request, [mediaType], out var type);
        if (type.Charset.HasValue && !IsUtf8(type.Charset))
        {
            throw RequestError.MediaType(
                $"Send the body in UTF-8: `Content-Type: {mediaType}`, or `{mediaType}; charset=utf-8`."
            );
        }

        CheckBody(request, most);
    }

    /// <summary>Checks that the body is of one of the media types, in whatever encoding.</summary>
    /// <exception cref="RequestError">It is not, or it is compressed or too large.</exception>
    public static void CheckFile(HttpRequest request, IReadOnlyList<string> mediaTypes, long most)
    {
        CheckType(request, mediaTypes, out _);
        CheckBody(request, most);
    }

    private static void CheckType(HttpRequest request, IReadOnlyList<string> mediaTypes, out MediaTypeHeaderValue type)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var said)
            || !mediaTypes.Any(known => said.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase))
        )
        {
            var expected = string.Join(" or ", mediaTypes.Select(known => $"`Content-Type: {known}`"));
            throw RequestError.MediaType($"Send the body with {expected}.");
        }

        type = said;
    }

    private static void CheckBody(HttpRequest request, long most)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
            throw RequestError.MediaType("Send the body as it is, without `Content-Encoding`.");
        if (request.Headers.TransferEncoding.Count > 0 && request.Headers.TransferEncoding != "chunked")
            throw RequestError.MediaType("Send the body as it is, with no other `Transfer-Encoding` than `chunked`.");
        if (request.ContentLength > most)
            throw RequestError.TooLarge(most);
    }

    /// <exception cref="RequestError">The URL has no query, a parameter twice, or invalid JSON.</exception>
    public static GraphRequest FromUrl(HttpRequest request, int depth)
    {
        var extensions = Map("extensions");
        var id = One(DocumentHash.Id);
        return new(
            One("query")
                ?? NamedBy(id, extensions)
                ?? throw RequestError.Bad("The parameter `query` is missing, as in `?query={__typename}`."),
            One("operationName"),
            Map("variables"),
            extensions
        )
        {
            DocumentId = id,
        };

        string? One(string name) =>
            request.Query[name] is { Count: <= 1 } values ? values : throw RequestError.GivenTwice(name);

        Inputs Map(string name)
        {
            if (One(name) is not { Length: > 0 } text)
                return Inputs.Empty;
            using var json = ReadParameter(name, text, depth);
            return MapOf(json.RootElement, name);
        }
    }

    /// <summary>Reads variables whose values are each given as JSON of their own.</summary>
    /// <exception cref="RequestError">One of them is not valid JSON.</exception>
    public static Inputs Variables(IEnumerable<(string Name, string Json)> given, int depth)
    {
        var together = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(together))
        {
            writer.WriteStartObject();
            foreach (var (name, text) in given)
            {
                writer.WritePropertyName(name);
                using var value = ReadParameter(name, text, depth);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var json = JsonDocument.Parse(together.WrittenMemory, new() { MaxDepth = depth + 1 });
        return MapOf(json.RootElement, "variables");
    }

    /// <summary>Reads a request from a JSON object.</summary>
    /// <exception cref="RequestError">It has no query, or a member of the wrong type.</exception>
    public static GraphRequest Of(JsonElement root)
    {
        var extensions = root.TryGetProperty("extensions", out var said) ? MapOf(said, "extensions") : Inputs.Empty;
        var id = Text(DocumentHash.Id);
        return new(
            Text("query")
                ?? NamedBy(id, extensions)
                ?? throw RequestError.Bad("`query` is missing: a string with the text of the document."),
            Text("operationName"),
            root.TryGetProperty("variables", out var variables) ? MapOf(variables, "variables") : Inputs.Empty,
            extensions
        )
        {
            DocumentId = id,
        };

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

    public static GraphRequest Parse(ReadOnlyMemory<byte> body, int depth)
    {
        StrictJson.CheckEncoding(body.Span);
        using var json = StrictJson.Read(body, depth, "The body");
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Object => Of(json.RootElement),
            JsonValueKind.Array => throw RequestError.Bad("Send one request at a time; batches are not supported."),
            _ => throw RequestError.Bad("The body must be a JSON object with `query`."),
        };
    }

    private static JsonDocument ReadParameter(string name, string text, int depth) =>
        StrictJson.Read(Encoding.UTF8.GetBytes(text), depth, $"The parameter `{name}`");

    // An empty text stands for a document that is named by its hash.
    private static string? NamedBy(string? id, Inputs extensions) => DocumentHash.IsNamedBy(id, extensions) ? "" : null;

    private static Inputs MapOf(JsonElement value, string name) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => Inputs.Empty,
            JsonValueKind.Object => JsonValues.Of(value),
            _ => throw RequestError.Bad($"`{name}` must be an object."),
        };
}
