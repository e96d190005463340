using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>One GraphQL request, over whichever transport.</summary>
/// <param name="Query">The document; empty if the request only names it by its hash.</param>
public sealed record GraphRequest(string Query, string? OperationName, Inputs Variables, Inputs Extensions)
{
    /// <summary>The document's identifier, if it is given.</summary>
    public string? DocumentId { get; init; }

    /// <summary>How old an answer may be that is given while the database is away; null or zero for none.</summary>
    public TimeSpan? StaleIfError { get; init; }
}
