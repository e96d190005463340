using System.Collections.Concurrent;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>A request's loaders of nested pages: one for each place in its document.</summary>
[Service]
public sealed class PageLoaders
{
    private readonly ConcurrentDictionary<(int Start, string? Path), object> _loaders = new();

    internal BatchLoader<Guid, TPage> For<TPage>(IResolveFieldContext context, Func<BatchLoader<Guid, TPage>> create) =>
        (BatchLoader<Guid, TPage>)_loaders.GetOrAdd(PlaceOf(context), _ => create());

    // A place and not the node: where two fragments select the same field, GraphQL.NET merges them into a new node for
    // each parent. That has no place in the text, but one in the answer.
    private static (int Start, string? Path) PlaceOf(IResolveFieldContext context) =>
        context.FieldAst.Location.Start is > 0 and var start
            ? (start, null)
            : (0, $"{context.ParentType.Name} {string.Join('.', context.ResponsePath.OfType<string>())}");
}
