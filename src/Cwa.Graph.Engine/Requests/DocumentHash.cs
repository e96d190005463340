using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// The SHA-256 of a document, by which a request names it: as `documentId` (GraphQL over HTTP, appendix A), or in the
/// extension `persistedQuery`, as Apollo Client and urql do.
/// </summary>
internal static partial class DocumentHash
{
    public const string Id = "documentId";

    private const string Extension = "persistedQuery",
        Hash = "sha256Hash",
        Prefix = "sha256:";

    /// <summary>Whether a request names its document, so that the text may be missing.</summary>
    public static bool IsNamedIn(GraphRequest request) => IsNamedBy(request.DocumentId, request.Extensions);

    /// <summary>Whether an identifier or the extensions name a document.</summary>
    public static bool IsNamedBy(string? id, Inputs extensions) =>
        id is not null || (extensions.TryGetValue(Extension, out var named) && named is not null);

    /// <summary>The hash that a request gives, in lower case; null if it gives none.</summary>
    /// <exception cref="RequestError">`documentId` is not such a hash (BAD_REQUEST).</exception>
    public static string? In(GraphRequest request)
    {
        if (request.DocumentId is not { } id)
            return InExtensions(request.Extensions)?.ToLowerInvariant();
        return Identifier().IsMatch(id)
            ? id[Prefix.Length..]
            : throw RequestError.Bad(
                $"`{Id}` must be `{Prefix}` and the SHA-256 of the document in 64 lower-case hexadecimal digits, "
                    + $"such as `{Prefix}{Of("{ __typename }")}`."
            );
    }

    /// <exception cref="RequestError">The text does not have the hash that is given (BAD_REQUEST).</exception>
    public static void Check(GraphRequest request, string hash)
    {
        if (hash == Of(request.Query))
            return;
        throw RequestError.Bad(
            request.DocumentId is null
                ? $"`extensions.{Extension}.{Hash}` is not the hash of `query`. "
                    + "Send SHA-256 of its text in UTF-8, in hexadecimal, or no hash."
                : $"`{Id}` is not the hash of `query`. Send one of them alone."
        );
    }

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? InExtensions(Inputs extensions) =>
        extensions.GetValueOrDefault(Extension) is IReadOnlyDictionary<string, object?> named
        && named.TryGetValue(Hash, out var hash)
            ? hash as string
            : null;

    [GeneratedRegex("^sha256:[0-9a-f]{64}$")]
    private static partial Regex Identifier();
}
