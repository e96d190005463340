using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphContext = GraphQL.Execution.ExecutionContext;

namespace Cwa.Graph.Engine;

/// <summary>Runs queries, each in an execution of its own, since an execution has state.</summary>
internal sealed class QueryStrategy : IExecutionStrategy
{
    public Task<ExecutionResult> ExecuteAsync(GraphContext context) => new QueryExecution().ExecuteAsync(context);

    public Task ExecuteNodeTreeAsync(GraphContext context, ExecutionNode rootNode) =>
        new QueryExecution().ExecuteNodeTreeAsync(context, rootNode);

    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(
        GraphContext context,
        ExecutionNode node
    ) => new QueryExecution().GetSubFields(context, node);
}
