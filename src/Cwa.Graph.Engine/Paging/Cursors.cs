using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Cwa.Graph.Engine;

/// <summary>Converts a record's place in an order into an opaque cursor and back.</summary>
/// <remarks>
/// Cursors are encrypted and signed, so they reveal nothing about a record and cannot be forged. All servers share the
/// keys.
/// </remarks>
[Service]
public sealed class Cursors(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("cursor.v1");

    internal string Write(string order, IEnumerable<string> keys) =>
        Base64Url.EncodeToString(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes<string[]>([order, .. keys])));

    /// <summary>The keys in a cursor.</summary>
    /// <exception cref="GraphQL.ExecutionError">It is not a cursor of this API, or belongs to another order
    /// (INVALID_CURSOR).</exception>
    internal string[] Read(string cursor, string order, string argument)
    {
        try
        {
            if (
                Base64Url.IsValid(cursor)
                && JsonSerializer.Deserialize<string[]>(_protector.Unprotect(Base64Url.DecodeFromChars(cursor)))
                    is [var owner, .. var keys]
                && owner == order
            )
                return keys;
        }
        catch (CryptographicException)
        {
            // Not made by this API: refused like any other text.
        }

        throw RequestError.InvalidCursor(argument);
    }
}
