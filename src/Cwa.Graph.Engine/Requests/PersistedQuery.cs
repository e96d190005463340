using System.Security.Cryptography;
using System.Text;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>Requests that name their document by its hash, as Apollo Client and urql do.</summary>
/// <remarks>No document is stored by its hash here: clients are told to send the text.</remarks>
internal static class PersistedQuery
{
    private const string Extension = "persistedQuery",
        Hash = "sha256Hash";

    /// <summary>Whether the extensions name the document by its hash, so that its text may be missing.</summary>
    public static bool IsNamedIn(Inputs extensions) =>
        extensions.TryGetValue(Extension, out var named) && named is not null;

    /// <exception cref="RequestError">The text is missing, or does not have the hash that is given.</exception>
    public static void Check(GraphRequest request)
    {
        if (!IsNamedIn(request.Extensions))
            return;
        if (request.Query.Length == 0)
            throw RequestError.PersistedQueryNotSupported();
        if (HashIn(request.Extensions) is not { } hash)
            return;
        if (!hash.Equals(HashOf(request.Query), StringComparison.OrdinalIgnoreCase))
        {
            throw RequestError.Bad(
                $"`extensions.{Extension}.{Hash}` is not the hash of `query`. "
                    + "Send SHA-256 of its text in UTF-8, in hexadecimal, or no hash."
            );
        }
    }

    private static string? HashIn(Inputs extensions) =>
        extensions[Extension] is IReadOnlyDictionary<string, object?> named && named.TryGetValue(Hash, out var hash)
            ? hash as string
            : null;

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
