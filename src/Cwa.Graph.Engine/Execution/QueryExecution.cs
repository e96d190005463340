using System.Collections.Concurrent;
using GraphQL.DataLoader;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphContext = GraphQL.Execution.ExecutionContext;

namespace Cwa.Graph.Engine;

/// <summary>
/// One query, run in rounds. First all fields run that can; only then those that wait for a loader, so that each loader
/// gets all of its keys at once.
/// </summary>
/// <remarks>
/// A typical query reads fifty events with ten properties each. So the fields are planned once for all fifty events. A
/// property has no node, context or task: it is read while the answer is written. Only a value that its field may not
/// have is run the usual way, which reports the error.
/// </remarks>
internal sealed class QueryExecution : ExecutionStrategy
{
    private readonly ConcurrentDictionary<(GraphQLSelectionSet, IGraphType), PlannedFields> _planned = new(
        concurrencyLevel: 1,
        capacity: 7
    );

    private readonly Dictionary<DirectCall, object[]> _services = [];

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

    // If a call fails, the usual way meets the same exception and reports it for the field.
    protected override Task ExecuteNodeAsync(GraphContext context, ExecutionNode node)
    {
        if (
            node.Parent is ArrayExecutionNode
            || node.FieldDefinition?.Resolver is not MethodResolver { Direct: { } call }
            || node.Source is not { } source
        )
            return base.ExecuteNodeAsync(context, node);

        try
        {
            node.Result = call.On(source, ServicesOf(call, context));
        }
        catch (Exception)
        {
            return base.ExecuteNodeAsync(context, node);
        }

        return node.Result is IDataLoaderResult ? Task.CompletedTask : CompleteNodeAsync(context, node);
    }

    protected override Task CompleteDataLoaderNodeAsync(GraphContext context, ExecutionNode node)
    {
        try
        {
            if (node.Result is not ILoaded loaded || !loaded.TryGet(out var value))
                return base.CompleteDataLoaderNodeAsync(context, node);

            node.Result = value;
        }
        catch (Exception)
        {
            return base.CompleteDataLoaderNodeAsync(context, node);
        }

        return node.Result is IDataLoaderResult ? Task.CompletedTask : CompleteNodeAsync(context, node);
    }

    private object[] ServicesOf(DirectCall call, GraphContext context)
    {
        if (!_services.TryGetValue(call, out var services))
            _services[call] = services = [.. call.Services.Select(context.RequestServices!.GetRequiredService)];
        return services;
    }

    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent,
        IGraphType graphType,
        GraphQLField field,
        FieldType fieldDefinition,
        int? indexInParentNode = null
    ) =>
        ((graphType as NonNullGraphType)?.ResolvedType ?? graphType) switch
        {
            ListGraphType list => new PlannedListNode(parent, list, field, fieldDefinition, indexInParentNode),
            ScalarGraphType scalar => new ValueExecutionNode(parent, scalar, field, fieldDefinition, indexInParentNode),
            var type => new PlannedObjectNode(parent, type, field, fieldDefinition, indexInParentNode),
        };

    protected override void SetSubFieldNodes(GraphContext context, ObjectExecutionNode parent)
    {
        IGraphType type = (IGraphType?)parent.GetObjectGraphType(context.Schema) ?? parent.GraphType!;
        var plan = Plan(context, parent.SelectionSet!, type);
        if (parent is PlannedObjectNode planned && plan.Fits(parent.Result!))
        {
            planned.Plan = plan;
            parent.SubFields = NodesOf(parent, plan.Run);
        }
        else
        {
            parent.SubFields = NodesOf(parent, plan.Fields);
        }
    }

    protected override async Task SetArrayItemNodesAsync(GraphContext context, ArrayExecutionNode parent)
    {
        var item = ((ListGraphType)parent.GraphType).ResolvedType!;
        if (
            ((item as NonNullGraphType)?.ResolvedType ?? item) is IObjectGraphType type
            && parent is PlannedListNode planned
            && parent.Result is IReadOnlyList<object> objects
            && Plan(context, parent.Field.SelectionSet!, type) is { Run.Count: 0 } plan
            && objects.All(it => it is not (null or IDataLoaderResult) && plan.Fits(it))
        )
            (planned.Plan, planned.SerializedResult) = (plan, objects);
        else
            await base.SetArrayItemNodesAsync(context, parent);
    }

    private PlannedFields Plan(GraphContext context, GraphQLSelectionSet selections, IGraphType type)
    {
        if (_planned.TryGetValue((selections, type), out var known))
            return known;

        var services = context.RequestServices!;
        var hasNodes = services.GetRequiredService<ReadScope>().HasNodes;
        return _planned[(selections, type)] = new([
            .. CollectFieldsFrom(context, type, selections, null)
                .Values.Select(it => PlannedField.Of(it.field, it.fieldType, services, hasNodes)),
        ]);
    }

    private ExecutionNode[] NodesOf(ObjectExecutionNode parent, IReadOnlyList<PlannedField> fields)
    {
        if (fields.Count == 0)
            return [];

        var nodes = new ExecutionNode[fields.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var (field, definition) = (fields[i].Field, fields[i].Definition);
            nodes[i] =
                Read(parent, fields[i]) ?? BuildExecutionNode(parent, definition.ResolvedType!, field, definition);
        }

        return nodes;
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
    /// The node of a property that has no writer, with its value; null for any other field, and for a value that its
    /// type refuses.
    /// </summary>
    private static ReadNode? Read(ObjectExecutionNode parent, PlannedField planned)
    {
        if (planned.Property is not { } property || parent.Result is not { } source)
            return null;

        var required = planned.Definition.ResolvedType as NonNullGraphType;
        var scalar = (ScalarGraphType)(required?.ResolvedType ?? planned.Definition.ResolvedType!);
        try
        {
            var value = scalar.Serialize(property.Get(source));
            return value is null && required is not null
                ? null
                : new(parent, scalar, planned.Field, planned.Definition) { Result = value };
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
