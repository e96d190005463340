using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The query that answers an export's pages, with the columns that the caller may read.</summary>
internal sealed class ExportDocument
{
    /// <summary>The argument with the caller's conditions.</summary>
    public const string Where = "where";

    private const int PageSize = 100;

    private readonly IRequester _requester;

    public ExportDocument(
        GraphSchema schema,
        ListExport export,
        IReadOnlyList<ExportColumn> columns,
        bool hasConditions,
        IRequester requester
    )
    {
        _requester = requester;
        var field = schema.Query!.Fields.Find(export.List)!;
        var type = (IComplexGraphType)field.ResolvedType!.GetNamedType();
        var nodes = type.Fields.Find("nodes");
        IsPaged = nodes is not null;
        var exported = nodes?.ResolvedType!.GetNamedType() ?? type;
        Paths =
        [
            .. columns.Select(column => column.Path.Split('.') is var path && MayRead(exported, path) ? path : null),
        ];
        var given = ArgumentsOf(schema, export).Where(a => a.Name != Where || export.Only is null).ToList();
        var variables = string.Join(", ", given.Select(a => $"${a.Name}: {a.ResolvedType}"));
        var arguments = string.Join(", ", given.Select(a => $"{a.Name}: ${a.Name}"));
        if (export.Only is { } only)
            (variables, arguments) = (
                hasConditions ? $"{variables}, ${Where}: {FilterOf(field)}!" : variables,
                $"{arguments}, {Where}: {(hasConditions ? $"{{ and: [{only}, ${Where}] }}" : only)}"
            );
        var fields = Fields(Paths.OfType<string[]>());
        Text = IsPaged
            ? $$"""
                query ($after: String, {{variables}}) {
                  {{export.List}}(first: {{PageSize}}, after: $after, {{arguments}}) {
                    nodes { {{fields}} }
                    pageInfo { endCursor hasNextPage }
                  }
                }
                """
            : $$"""query ({{variables}}) { {{export.List}}({{arguments}}) { {{fields}} } }""";
    }

    /// <summary>
    /// The path of each column in an exported object; null for a column that the caller may not read.
    /// </summary>
    public IReadOnlyList<string[]?> Paths { get; }

    /// <summary>Whether the field is a list with pages; otherwise it gives a single object.</summary>
    public bool IsPaged { get; }

    public string Text { get; }

    /// <summary>The arguments of the exported field, except those that select a page.</summary>
    public static IEnumerable<QueryArgument> ArgumentsOf(GraphSchema schema, ListExport export) =>
        schema.Query!.Fields.Find(export.List)!.Arguments!.Where(argument => !Paging.OfPages.Contains(argument.Name));

    private static string FilterOf(FieldType field) => field.Arguments!.Find(Where)!.ResolvedType!.GetNamedType().Name;

    private static string Fields(IEnumerable<string[]> paths) =>
        string.Join(
            ' ',
            paths
                .GroupBy(path => path[0])
                .Select(field =>
                    field.Any(path => path.Length > 1)
                        ? $"{field.Key} {{ {Fields(field.Select(path => path[1..]))} }}"
                        : field.Key
                )
                .DefaultIfEmpty("__typename")
        );

    private bool MayRead(IGraphType of, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return true;

        var field =
            ((IComplexGraphType)of).Fields.Find(path[0])
            ?? throw new InvalidOperationException($"{of.Name} has no field {path[0]}.");
        var type = field.ResolvedType!.GetNamedType();
        return IsOpen(field) && IsOpen(type) && MayRead(type, path[1..]);
    }

    private bool IsOpen(IProvideMetadata guarded) =>
        guarded.GetMetadata<string[]>(SignedInAttribute.Key) is not { } roles || _requester.HasOneOf(roles);
}
