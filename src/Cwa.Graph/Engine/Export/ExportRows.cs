using System.Collections;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Reads an export's rows page by page, so that none holds a place in the database while its reader takes it.</summary>
internal sealed class ExportRows(GraphSchema schema, RequestExecutor executor, OpenScope scopes)
{
    /// <summary>The rows, a page at a time; each has a value for every column, or null.</summary>
    /// <exception cref="RequestError">The requester may not read the list, or what is asked is wrong.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object?[]>> ReadAsync(
        ListExport export, IReadOnlyList<ExportColumn> columns, Inputs variables, IRequester requester, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        schema.Initialize();
        var document = new ExportDocument(schema, export, columns, requester);
        for (string? after = null; ;)
        {
            var asked = new GraphRequest(document.Text, null, new(new Dictionary<string, object?>(variables) { ["after"] = after }), Inputs.Empty);
            var page = await PageAsync(asked, export.List, requester, cancellationToken);
            yield return [.. Nodes(page, "nodes").SelectMany(node => RowsOf(node, document, export.Each))];

            var info = Find(page, "pageInfo");
            if (ValueAt(info, ["hasNextPage"]) is not true)
                yield break;
            after = (string?)ValueAt(info, ["endCursor"]);
        }
    }

    private async Task<ExecutionNode> PageAsync(GraphRequest request, string list, IRequester requester, CancellationToken cancellationToken)
    {
        // What a page's loaders keep goes with it.
        await using var scope = scopes(requester);
        var prepared = executor.Prepare(request, OnlyQuery, requester, isOurs: true);
        var result = await executor.RunAsync(prepared, root: null, scope.ServiceProvider, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (result is { Errors: null or { Count: 0 }, Data: ExecutionNode root })
            return Find(root, list);

        // Their places are in a document that the requester never saw.
        foreach (var error in result.Errors!)
            error.Locations?.Clear();
        throw new RefusedException(result.Errors);
    }

    private static IEnumerable<object?[]> RowsOf(ExecutionNode node, ExportDocument document, string? each)
    {
        if (each is null)
        {
            yield return [.. document.Paths.Select(path => path is null ? null : ValueAt(node, path))];
            yield break;
        }

        foreach (var part in Nodes(node, each))
            yield return [.. document.Paths.Select(path => path is null ? null : path[0] == each ? ValueAt(part, path.AsSpan(1)) : ValueAt(node, path))];
    }

    private static object? ValueAt(ExecutionNode node, ReadOnlySpan<string> path) => node switch
    {
        ObjectExecutionNode { SubFields: not null } => ValueAt(Find(node, path[0]), path[1..]),
        ArrayExecutionNode { SerializedResult: IEnumerable scalars } => scalars.Cast<object?>().ToArray(),
        ArrayExecutionNode { Items: { } items } => ValuesAt(items, path),
        ValueExecutionNode value => value.ToValue(),
        _ => null,
    };

    private static object?[] ValuesAt(List<ExecutionNode> items, ReadOnlySpan<string> path)
    {
        var values = new object?[items.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = ValueAt(items[i], path);
        return values;
    }

    private static IReadOnlyList<ExecutionNode> Nodes(ExecutionNode of, string list) => Find(of, list) is ArrayExecutionNode { Items: { } items } ? items : [];

    private static ExecutionNode Find(ExecutionNode of, string field) => Array.Find(((ObjectExecutionNode)of).SubFields!, node => node.Name == field)!;

    private static void OnlyQuery(GraphQLOperationDefinition operation)
    {
    }
}
