using System.Collections.Concurrent;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphContext = GraphQL.Execution.ExecutionContext;

namespace Cwa.Graph.Engine;

/// <summary>Runs queries, each with memory of its own.</summary>
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

/// <summary>
/// One query, run in rounds: all fields that can run, then, when there are none, all that wait for a loader, so that a
/// loader is asked for its keys at once.
/// </summary>
/// <remarks>
/// Most of a query is fifty events with ten properties each. So the fields of fifty events are collected once, and a
/// property is read as soon as its object is there, without the context and the task that a resolver gets.
/// </remarks>
internal sealed class QueryExecution : ExecutionStrategy
{
    private readonly ConcurrentDictionary<
        (GraphQLSelectionSet, IGraphType),
        (GraphQLField Field, FieldType Definition)[]
    > _selected = new(concurrencyLevel: 1, capacity: 7);

    private List<ExecutionNode> _ready = [],
        _waiting = [];

    public override async Task ExecuteNodeTreeAsync(GraphContext context, ExecutionNode rootNode)
    {
        Follow(rootNode);
        while (_ready.Count + _waiting.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (_ready.Count > 0)
            {
                var running = _ready;
                _ready = [];
                await AllAsync(running, ExecuteNodeAsync);
            }
            else
            {
                // The first of each field makes its loader fetch; the others then find their values there.
                var loading = _waiting;
                _waiting = [];
                var first = loading.DistinctBy(node => node.FieldDefinition).ToList();
                await AllAsync(first, CompleteDataLoaderNodeAsync);
                await AllAsync([.. loading.Where(node => !first.Contains(node))], CompleteDataLoaderNodeAsync);
            }
        }

        async Task AllAsync(List<ExecutionNode> nodes, Func<GraphContext, ExecutionNode, Task> run)
        {
            List<Task>? unfinished = null;
            foreach (var node in nodes)
            {
                var task = run(context, node);
                if (!task.IsCompletedSuccessfully)
                    (unfinished ??= []).Add(task);
            }

            if (unfinished is not null)
                await Task.WhenAll(unfinished);
            nodes.ForEach(Follow);
        }
    }

    protected override void SetSubFieldNodes(GraphContext context, ObjectExecutionNode parent)
    {
        IGraphType type = (IGraphType?)parent.GetObjectGraphType(context.Schema) ?? parent.GraphType!;
        if (!_selected.TryGetValue((parent.SelectionSet!, type), out var fields))
            _selected[(parent.SelectionSet!, type)] = fields = [
                .. CollectFieldsFrom(context, type, parent.SelectionSet!, null).Values,
            ];

        var nodes = new ExecutionNode[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var (field, definition) = fields[i];
            nodes[i] =
                Read(parent, field, definition)
                ?? BuildExecutionNode(parent, definition.ResolvedType!, field, definition);
        }

        parent.SubFields = nodes;
    }

    /// <summary>Finds what is to be done next for a node that has run.</summary>
    private void Follow(ExecutionNode node)
    {
        if (node.Result is IDataLoaderResult)
        {
            _waiting.Add(node);
        }
        else if (node is ArrayExecutionNode { Items: { } items })
        {
            items.ForEach(Follow);
        }
        else if (node is ObjectExecutionNode { SubFields: { } fields })
        {
            foreach (var field in fields)
            {
                if (field is not ReadNode)
                    _ready.Add(field);
            }
        }
    }

    /// <summary>
    /// The node of a field that is a property, with its value; null for any other, and for a value that its type
    /// refuses.
    /// </summary>
    private static ReadNode? Read(ObjectExecutionNode parent, GraphQLField field, FieldType definition)
    {
        if (definition.Resolver is not IPropertyResolver property || parent.Result is not { } source)
            return null;

        var required = definition.ResolvedType as NonNullGraphType;
        if ((required?.ResolvedType ?? definition.ResolvedType) is not ScalarGraphType scalar)
            return null;

        try
        {
            var value = scalar.Serialize(property.Get(source));
            return value is null && required is not null
                ? null
                : new(parent, scalar, field, definition) { Result = value };
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
