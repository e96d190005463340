using System.Text.Json;

namespace Cwa.Graph.Engine;

/// <summary>A message from a client, read as strictly as a request.</summary>
/// <param name="Id">The operation's id, in the messages that have one.</param>
internal sealed record SocketMessage(string Type, string? Id)
{
    private const int LongestId = 256;

    /// <summary>What to run, in `subscribe`.</summary>
    public GraphRequest? Request { get; private init; }

    /// <summary>The credentials in `connection_init`, if any.</summary>
    public string? Authorization { get; private init; }

    /// <summary>The JSON payload of a `ping`, which the `pong` repeats.</summary>
    public string? Payload { get; private init; }

    /// <exception cref="RequestError">It is not a message that a client may send.</exception>
    public static SocketMessage Read(ReadOnlyMemory<byte> text, int depth)
    {
        // A message wraps a request in one more level.
        using var json = StrictJson.Read(text, depth + 1, "The message");
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw RequestError.Bad("A message must be a JSON object");
        if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            throw RequestError.Bad("A message must have a `type`");

        var payload =
            root.TryGetProperty("payload", out var given) && given.ValueKind != JsonValueKind.Null
                ? given
                : (JsonElement?)null;
        if (payload is { ValueKind: not JsonValueKind.Object })
            throw RequestError.Bad("`payload` must be an object");
        return type.GetString() switch
        {
            "connection_init" => new("connection_init", null) { Authorization = AuthorizationIn(payload) },
            "subscribe" => new("subscribe", IdIn(root))
            {
                Request = RequestReader.Of(payload ?? throw RequestError.Bad("`payload` is missing")),
            },
            "complete" => new("complete", IdIn(root)),
            "ping" => new("ping", null) { Payload = payload?.GetRawText() },
            "pong" => new("pong", null),
            _ => throw RequestError.Bad("A client sends connection_init, ping, pong, subscribe or complete"),
        };
    }

    private static string IdIn(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
            throw RequestError.Bad("`id` is missing, or is not a string");
        var text = id.GetString()!;
        return text.Length is > 0 and <= LongestId && !text.Any(char.IsControl)
            ? text
            : throw RequestError.Bad($"`id` must have 1 to {LongestId} characters, none of them a control character");
    }

    private static string? AuthorizationIn(JsonElement? payload)
    {
        if (
            payload is not { } given
            || !(
                given.TryGetProperty(nameof(Authorization), out var value)
                || given.TryGetProperty("authorization", out value)
            )
        )
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => throw RequestError.Bad("`Authorization` must be a string"),
        };
    }
}
