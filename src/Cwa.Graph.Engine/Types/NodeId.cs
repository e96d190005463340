using System.Buffers.Text;
using System.Text;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>The opaque id of an object: its type's name and its key.</summary>
public readonly record struct NodeId(string Type, Guid Key)
{
    /// <summary>The id as clients see it.</summary>
    public static string Encode(string type, Guid key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{key:N}"));

    /// <summary>Reads an id that a client sent.</summary>
    /// <exception cref="ExecutionError">The text is not an id of this API (INVALID_ID).</exception>
    public static NodeId Decode(string id) => TryDecode(id, out var node) ? node : throw RequestError.InvalidId();

    /// <summary>The key in an id of this type; null if the text is not such an id.</summary>
    public static Guid? KeyOf(string type, string id) =>
        TryDecode(id, out var node) && node.Type == type ? node.Key : null;

    private static bool TryDecode(string id, out NodeId node)
    {
        node = default;
        if (id.Length > 200 || !Base64Url.IsValid(id))
            return false;
        if (
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)).Split(':')
                is not [{ Length: > 0 } type, { Length: 32 } key]
            || !Guid.TryParseExact(key, "N", out var guid)
        )
            return false;

        node = new(type, guid);
        return true;
    }
}
