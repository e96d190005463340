using System.Collections.Concurrent;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Runs a query's fields level by level, as the engine's own strategy does, but what is merely read is read at once.</summary>
internal sealed class QueryStrategy : IExecutionStrategy
{
    public Task<GraphQL.ExecutionResult> ExecuteAsync(GraphQL.Execution.ExecutionContext context) => new QueryExecution().ExecuteAsync(context);

    public Task ExecuteNodeTreeAsync(GraphQL.Execution.ExecutionContext context, ExecutionNode rootNode) =>
        new QueryExecution().ExecuteNodeTreeAsync(context, rootNode);

    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(GraphQL.Execution.ExecutionContext context, ExecutionNode node) =>
        new QueryExecution().GetSubFields(context, node);
}

/// <summary>
/// One query. Fifty events have the same fields, so they are collected once; and a property of an event needs no task and no
/// context of its own.
/// </summary>
internal sealed class QueryExecution : ParallelExecutionStrategy
{
    private readonly ConcurrentDictionary<(GraphQLSelectionSet, IGraphType), (GraphQLField Field, FieldType Definition)[]> _selected =
        new(concurrencyLevel: 1, capacity: 7);

    protected override void SetSubFieldNodes(GraphQL.Execution.ExecutionContext context, ObjectExecutionNode parent)
    {
        IGraphType type = (IGraphType?)parent.GetObjectGraphType(context.Schema) ?? parent.GraphType!;
        if (!_selected.TryGetValue((parent.SelectionSet!, type), out var fields))
            _selected[(parent.SelectionSet!, type)] = fields = [.. CollectFieldsFrom(context, type, parent.SelectionSet!, null).Values];

        var nodes = new ExecutionNode[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var (field, definition) = fields[i];
            nodes[i] = Read(parent, field, definition) ?? BuildExecutionNode(parent, definition.ResolvedType!, field, definition);
        }

        parent.SubFields = nodes;
    }

    protected override Task ExecuteNodeAsync(GraphQL.Execution.ExecutionContext context, ExecutionNode node) =>
        node is ReadNode ? Task.CompletedTask : base.ExecuteNodeAsync(context, node);

    /// <summary>The node of a field that is a property, with its value; null for any other, and for a value that its type refuses.</summary>
    private static ReadNode? Read(ObjectExecutionNode parent, GraphQLField field, FieldType definition)
    {
        if (definition.Resolver is not IPropertyResolver property || parent.Result is not { } source)
            return null;

        var nullable = definition.ResolvedType is not NonNullGraphType;
        if ((nullable ? definition.ResolvedType : ((NonNullGraphType)definition.ResolvedType!).ResolvedType) is not ScalarGraphType scalar)
            return null;

        try
        {
            var value = scalar.Serialize(property.Get(source));
            return value is null && !nullable ? null : new(parent, scalar, field, definition) { Result = value };
        }
        catch (Exception)
        {
            // The long way meets the same exception, and reports it for this field.
            return null;
        }
    }

    private sealed class ReadNode(ExecutionNode parent, ScalarGraphType type, GraphQLField field, FieldType definition)
        : ValueExecutionNode(parent, type, field, definition, null);
}
