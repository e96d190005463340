using Microsoft.Extensions.Caching.Memory;

namespace Cwa.Graph.Engine;

/// <summary>The texts of the documents that the host publishes, so that clients may name them by their hash.</summary>
public delegate IEnumerable<string> PublishedDocuments();

/// <summary>The documents that a request may name by their hash alone.</summary>
internal sealed class TrustedDocuments : IDisposable
{
    private readonly Dictionary<string, string> _trusted;
    private readonly MemoryCache _registered;
    private readonly DocumentSettings _settings;
    private readonly Limits _limits;

    /// <summary>Reads the trusted documents once.</summary>
    public TrustedDocuments(PublishedDocuments published, DocumentSettings settings, Limits limits)
    {
        (_settings, _limits) = (settings, limits);
        _registered = new(new MemoryCacheOptions { SizeLimit = settings.Registered });
        var further = string.IsNullOrEmpty(settings.Folder)
            ? []
            : Directory
                .EnumerateFiles(settings.Folder, "*.graphql", SearchOption.AllDirectories)
                .Select(File.ReadAllText);
        _trusted = published().Concat(further).DistinctBy(DocumentHash.Of).ToDictionary(DocumentHash.Of);
    }

    /// <summary>The request with the text of its document.</summary>
    /// <exception cref="RequestError">There is no document of that hash, the text has another hash, or the caller may
    /// not run the document.</exception>
    public GraphRequest Find(GraphRequest request, IRequester requester)
    {
        var hash = DocumentHash.In(request);
        var trustsOnly = _settings.PublicRunsTrustedOnly && !requester.IsSignedIn;
        if (request.Query.Length == 0 && DocumentHash.IsNamedIn(request))
            return request with { Query = TextOf(hash, trustsOnly) ?? throw Unknown(request) };

        if (hash is not null)
            DocumentHash.Check(request, hash);
        if (trustsOnly && !_trusted.ContainsKey(hash ?? DocumentHash.Of(request.Query)))
            throw RequestError.DocumentNotTrusted();
        if (hash is not null && _settings.Registered > 0 && request.Query.Length <= _limits.DocumentBytes)
            _registered.Set(hash, request.Query, new MemoryCacheEntryOptions { Size = 1 });
        return request;
    }

    /// <inheritdoc/>
    public void Dispose() => _registered.Dispose();

    private string? TextOf(string? hash, bool trustsOnly) =>
        hash is null ? null
        : _trusted.GetValueOrDefault(hash) is { } text ? text
        : trustsOnly ? null
        : _registered.Get<string>(hash);

    private RequestError Unknown(GraphRequest request) =>
        request.DocumentId is not null ? RequestError.DocumentNotFound()
        : _settings.Registered > 0 ? RequestError.PersistedQueryNotFound()
        : RequestError.PersistedQueryNotSupported();
}
