using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Cwa.Graph.Engine;

/// <summary>Turns a record's place in an order into an opaque cursor and back.</summary>
/// <remarks>
/// Sealed, so that a cursor tells nothing of a record, and cannot be made up; every server shares the keys.
/// </remarks>
[Service]
public sealed class Cursors(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("cursor.v1");

    internal string Write(string order, IEnumerable<string> keys) =>
        Base64Url.EncodeToString(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes<string[]>([order, .. keys])));

    /// <summary>The keys that a cursor carries.</summary>
    /// <exception cref="GraphQL.ExecutionError">It is none of ours, or belongs to another order
    /// (INVALID_CURSOR).</exception>
    internal string[] Read(string cursor, string order, string argument)
    {
        try
        {
            if (
                cursor.Length <= 4096
                && Base64Url.IsValid(cursor)
                && JsonSerializer.Deserialize<string[]>(_protector.Unprotect(Base64Url.DecodeFromChars(cursor)))
                    is [var owner, .. var keys]
                && owner == order
            )
                return keys;
        }
        catch (CryptographicException)
        {
            // Not sealed by us: the same answer as for any other text.
        }

        throw RequestError.InvalidCursor(argument);
    }
}
