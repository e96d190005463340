using System.Collections.Concurrent;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A request's loaders of nested pages: one for each place in its document.</summary>
[Service]
public sealed class PageLoaders
{
    // Keyed by place and not by node: where two fragments select the same field, GraphQL.NET merges them into a new
    // node for each parent.
    private readonly ConcurrentDictionary<int, object> _loaders = new();

    internal BatchLoader<Guid, TPage> For<TPage>(GraphQLField field, Func<BatchLoader<Guid, TPage>> create) =>
        (BatchLoader<Guid, TPage>)_loaders.GetOrAdd(field.Location.Start, _ => create());
}
