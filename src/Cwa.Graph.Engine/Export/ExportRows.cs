using System.Collections;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// Reads an export's rows page by page, so that no database connection is held while the client reads.
/// </summary>
internal sealed class ExportRows(GraphSchema schema, RequestExecutor executor, OpenScope scopes)
{
    /// <summary>The parameters of an export: the arguments of its field, except those that select a page.</summary>
    public IReadOnlyList<QueryArgument> ArgumentsOf(ListExport export)
    {
        schema.Initialize();
        return [.. ExportDocument.ArgumentsOf(schema, export)];
    }

    /// <summary>The rows, a page at a time. Each row has a value for every column, or null.</summary>
    /// <exception cref="RequestError">The caller may not read the list, or an argument is wrong.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object?[]>> ReadAsync(
        ListExport export,
        IReadOnlyList<ExportColumn> columns,
        Inputs variables,
        IRequester requester,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var document = new ExportDocument(
            schema,
            export,
            columns,
            hasConditions: variables.GetValueOrDefault(ExportDocument.Where) is not null,
            requester
        );
        for (string? after = null; ; )
        {
            var given = document.IsPaged
                ? new(new Dictionary<string, object?>(variables) { ["after"] = after })
                : variables;
            var page = await PageAsync(
                new(document.Text, null, given, Inputs.Empty),
                export.List,
                requester,
                cancellationToken
            );
            yield return
            [
                .. (document.IsPaged ? Nodes(page, "nodes") : [page]).SelectMany(node =>
                    RowsOf([node], document.Paths, export.Each)
                ),
            ];
            if (!document.IsPaged)
                yield break;

            var info = Find(page, "pageInfo");
            if (ValueAt(info, ["hasNextPage"]) is not true)
                yield break;
            after = (string?)ValueAt(info, ["endCursor"]);
        }
    }

    private async Task<ExecutionNode> PageAsync(
        GraphRequest request,
        string list,
        IRequester requester,
        CancellationToken cancellationToken
    )
    {
        // A scope for each page, so that the memory of its loaders is freed with it.
        await using var scope = scopes(requester);
        scope.ServiceProvider.GetRequiredService<ReadScope>().HasNodes = true;
        var prepared = executor.Prepare(request, OnlyQuery, requester, isOurs: true);
        var result = await executor.RunAsync(prepared, root: null, scope.ServiceProvider, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (result is { Errors: null or { Count: 0 }, Data: ExecutionNode root })
            return Find(root, list);

        // The locations are in a document that the caller never saw.
        foreach (var error in result.Errors!)
            error.Locations?.Clear();
        throw new RefusedException(result.Errors);
    }

    // The parts are an exported object and then one item of each list in `each`, from the outside in. A column's value
    // is read from the innermost part on its path.
    private static IEnumerable<object?[]> RowsOf(
        ExecutionNode[] parts,
        IReadOnlyList<string[]?> paths,
        IReadOnlyList<string> each
    ) =>
        parts.Length <= each.Count
            ? Nodes(parts[^1], each[parts.Length - 1]).SelectMany(part => RowsOf([.. parts, part], paths, each))
            :
            [
                [.. paths.Select(path => path is null ? null : ValueAt(parts, path, each))],
            ];

    private static object? ValueAt(ExecutionNode[] parts, string[] path, IReadOnlyList<string> each)
    {
        var depth = path.Zip(each).TakeWhile(step => step.First == step.Second).Count();
        return ValueAt(parts[depth], path.AsSpan(depth));
    }

    private static object? ValueAt(ExecutionNode node, ReadOnlySpan<string> path) =>
        node switch
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

    private static IReadOnlyList<ExecutionNode> Nodes(ExecutionNode of, string list) =>
        Find(of, list) is ArrayExecutionNode { Items: { } items } ? items : [];

    private static ExecutionNode Find(ExecutionNode of, string field) =>
        Array.Find(((ObjectExecutionNode)of).SubFields!, node => node.Name == field)!;

    private static void OnlyQuery(GraphQLOperationDefinition operation) { }
}
