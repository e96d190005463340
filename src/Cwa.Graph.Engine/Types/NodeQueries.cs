using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Fetches any object by its id.</summary>
public sealed class NodeQueries
{
    private const int MostIds = 100;

    /// <summary>The object with this id; null if it does not exist or you may not see it.</summary>
    /// <param name="id">The object's id, exactly as a field `id` returned it.</param>
    [OutputType(typeof(NodeInterface))]
    public static IDataLoaderResult? Node(IResolveFieldContext context, [Id] string id) => Load(context, id);

    /// <summary>
    /// The objects with these ids, in the same order; null in place of one that does not exist or that you may not see.
    /// </summary>
    /// <param name="ids">The objects' ids, at most 100, exactly as a field `id` returned them.</param>
    [ListSize(MostIds)]
    [OutputType(typeof(NonNullGraphType<ListGraphType<NodeInterface>>))]
    public static IEnumerable<IDataLoaderResult?> Nodes(IResolveFieldContext context, [Id] IReadOnlyList<string> ids) =>
        ids.Count <= MostIds
            ? ids.Select(id => Load(context, id)).ToList()
            : throw RequestError.Limit($"`ids` takes at most {MostIds} ids.");

    /// <summary>The object of an entity's type with this key; null if that type is not a node.</summary>
    internal static IDataLoaderResult? Load(IResolveFieldContext context, Type entity, Guid key) =>
        Load(context, entity.GraphQLName(), key);

    /// <summary>The objects with these keys, in their order, without those that the caller may not see.</summary>
    internal static IDataLoaderResult LoadAll(
        IResolveFieldContext context,
        IEnumerable<(Type Entity, Guid Key)> nodes
    ) => new Several([.. nodes.Select(node => Load(context, node.Entity, node.Key)).OfType<IDataLoaderResult>()]);

    private static IDataLoaderResult? Load(IResolveFieldContext context, string id)
    {
        var node = NodeId.Decode(id);
        return Load(context, node.Type, node.Key);
    }

    private static IDataLoaderResult? Load(IResolveFieldContext context, string type, Guid key) =>
        (context.Schema.AllTypes[type] as INodeType)?.Load(context.RequestServices!, key);

    // All are requested before any is awaited, so that those of one type are fetched together.
    private sealed class Several(IReadOnlyList<IDataLoaderResult> nodes) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var found = await Task.WhenAll(nodes.Select(node => node.GetResultAsync(cancellationToken)));
            return found.OfType<object>().ToList();
        }
    }
}
