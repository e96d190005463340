using System.Collections.Concurrent;
using GraphQL;
using GraphQL.DataLoader;
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

/// <summary>
/// One query, run in rounds. First all fields run that can; only then those that wait for a loader, so that each loader
/// gets all of its keys at once.
/// </summary>
/// <remarks>
/// A typical query reads fifty events with ten properties each. So the fields are collected once for all fifty events,
/// and a property is read as soon as its object is there, without the context and the task that a resolver needs.
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
                // The first node of each field makes its loader fetch; the others then find their values loaded.
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

    /// <summary>Finds what there is to do next for a node that has run.</summary>
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
    /// The node of a property's field, with its value; null for any other field, and for a value that its type refuses.
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
            // The usual way will meet the same exception and report it for this field.
            return null;
        }
    }

    private sealed class ReadNode(ExecutionNode parent, ScalarGraphType type, GraphQLField field, FieldType definition)
        : ValueExecutionNode(parent, type, field, definition, null);
}
