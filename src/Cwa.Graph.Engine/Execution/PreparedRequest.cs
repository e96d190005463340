using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A request that has passed all checks before execution.</summary>
/// <param name="Request">The request.</param>
/// <param name="Document">Its document.</param>
/// <param name="Operation">Its operation.</param>
/// <param name="Cost">How many objects it could return; for a subscription, with each message.</param>
/// <param name="MostCost">How many it may return at most.</param>
/// <param name="IsKept">Whether its answer may be kept for others who ask the same.</param>
internal sealed record PreparedRequest(
    GraphRequest Request,
    PreparedDocument Document,
    GraphQLOperationDefinition Operation,
    long Cost,
    int MostCost,
    bool IsKept
);
