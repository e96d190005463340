using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>One page of a list, as Relay's specification of connections describes it.</summary>
[Paged]
public sealed class Connection<T>
{
    internal Connection(
        IReadOnlyList<T> nodes,
        PageInfo pageInfo,
        Func<T, string> cursorOf,
        Func<IDataLoaderResult<int>> totalCount
    ) => (Nodes, PageInfo, CursorOf, TotalCount) = (nodes, pageInfo, cursorOf, totalCount);

    internal IReadOnlyList<T> Nodes { get; }
    internal PageInfo PageInfo { get; }
    internal Func<T, string> CursorOf { get; }
    internal Func<IDataLoaderResult<int>> TotalCount { get; }
}

/// <summary>One object of a page, with its cursor.</summary>
public sealed record Edge<T>(Connection<T> Page, T Node);

/// <summary>The position of a page in its list, for paging on.</summary>
public sealed class PageInfo
{
    private readonly Func<string?> _start,
        _end;

    internal PageInfo(bool hasNextPage, bool hasPreviousPage, Func<string?> start, Func<string?> end) =>
        (HasNextPage, HasPreviousPage, _start, _end) = (hasNextPage, hasPreviousPage, start, end);

    /// <summary>Whether there are objects after this page.</summary>
    public bool HasNextPage { get; }

    /// <summary>Whether there are objects before this page.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>
    /// The cursor of the page's first object: give it as `before` to page backwards. Null on an empty page.
    /// </summary>
    public string? StartCursor => _start();

    /// <summary>
    /// The cursor of the page's last object: give it as `after` to page forwards. Null on an empty page.
    /// </summary>
    public string? EndCursor => _end();
}

/// <summary>Marks types that only wrap other objects, and so do not count towards the cost.</summary>
internal interface ICarrier;

internal sealed class ConnectionType<T> : ObjectGraphType<Connection<T>>, ICarrier, IPageType
{
    public Type Class => typeof(T);

    public ConnectionType()
    {
        var name = typeof(T).GraphQLName();
        Name = name + "Connection";
        Description = $"One page of a list of {name} objects.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeType<T>>>>>("edges")
            .Description("The page's objects, each with its cursor.")
            .Resolve(c => c.Source.Nodes.Select(node => new Edge<T>(c.Source, node)).ToList());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>>>("nodes")
            .Description("The page's objects.")
            .Resolve(c => c.Source.Nodes);
        Field<NonNullGraphType<PageInfoType>>("pageInfo")
            .Description("Whether there is more of the list, and the cursors with which to go on.")
            .Resolve(c => c.Source.PageInfo);
        Field<NonNullGraphType<IntGraphType>>("totalCount")
            .Description("How many objects the whole list has. They are counted only if this field is selected.")
            .Resolve(c => c.Source.TotalCount());
    }
}

internal sealed class EdgeType<T> : ObjectGraphType<Edge<T>>, ICarrier
{
    public EdgeType()
    {
        var name = typeof(T).GraphQLName();
        Name = name + "Edge";
        Description = $"One {name} object of a page, with its place in the list.";
        Field<NonNullGraphType<StringGraphType>>("cursor")
            .Description("The object's place in the list, opaque. Give it as `after` or `before`.")
            .Resolve(c => c.Source.Page.CursorOf(c.Source.Node));
        Field<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>("node")
            .Description("The object.")
            .Resolve(c => c.Source.Node);
    }
}

internal sealed class PageInfoType : ObjectType<PageInfo>, ICarrier;
