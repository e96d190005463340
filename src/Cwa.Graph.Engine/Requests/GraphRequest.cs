using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>One GraphQL request, over whichever transport.</summary>
public sealed record GraphRequest(string Query, string? OperationName, Inputs Variables, Inputs Extensions);
