using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphContext = GraphQL.Execution.ExecutionContext;

namespace Cwa.Graph.Engine;

/// <summary>
/// Executes a subscription's operation with one message as its root, or, without a root, finds its source of messages.
/// </summary>
/// <remarks>
/// GraphQL.NET's own strategy drains a source as fast as it can and buffers what no client has taken. Here each reader
/// takes messages at its own pace.
/// </remarks>
internal sealed class SubscriptionStrategy : IExecutionStrategy
{
    public Task<ExecutionResult> ExecuteAsync(GraphContext context) => StrategyFor(context).ExecuteAsync(context);

    public Task ExecuteNodeTreeAsync(GraphContext context, ExecutionNode rootNode) =>
        StrategyFor(context).ExecuteNodeTreeAsync(context, rootNode);

    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(
        GraphContext context,
        ExecutionNode node
    ) => StrategyFor(context).GetSubFields(context, node);

    /// <summary>The source that the operation found when it ran without a root.</summary>
    public static ISource? SourceOf(ExecutionResult result) =>
        result.Data is RootExecutionNode { SubFields: [{ Result: ISource source }] } ? source : null;

    private static ExecutionStrategy StrategyFor(GraphContext context) =>
        context.RootValue is null ? new Opening() : new QueryExecution();

    private sealed class Opening : ExecutionStrategy
    {
        public override async Task<ExecutionResult> ExecuteAsync(GraphContext context)
        {
            var root = BuildExecutionRootNode(context, GetOperationRootType(context));
            if (root.SubFields is not [var field] || field.FieldDefinition.StreamResolver is not { } resolver)
                return new(RequestError.Invalid("A subscription selects exactly one field of `Subscription`."));

            try
            {
                field.Result = await resolver.ResolveAsync(new ReadonlyResolveFieldContext(field, context));
                return new() { Executed = true, Data = root };
            }
            catch (ExecutionError error)
            {
                error.Path ??= field.ResponsePath;
                return new(error);
            }
        }

        public override Task ExecuteNodeTreeAsync(GraphContext context, ExecutionNode rootNode) =>
            throw new NotSupportedException("There is no message.");
    }
}
