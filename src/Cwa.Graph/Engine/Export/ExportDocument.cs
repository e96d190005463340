using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The query of which an export's pages are the answers, with those columns that its requester may read.</summary>
internal sealed class ExportDocument
{
    public const string Where = "where", Order = "order";

    private const int PageSize = 100;

    private readonly IRequester _requester;

    public ExportDocument(GraphSchema schema, ListExport export, IReadOnlyList<ExportColumn> columns, IRequester requester)
    {
        _requester = requester;
        var list = schema.Query!.Fields.Find(export.List)!;
        var node = ((IComplexGraphType)list.ResolvedType!.GetNamedType()).Fields.Find("nodes")!.ResolvedType!.GetNamedType();
        Paths = [.. columns.Select(column => column.Path.Split('.') is var path && MayRead(node, path) ? path : null)];
        Text =
            $$"""
            query ($after: String, {{Variables(list)}}) {
              {{export.List}}(first: {{PageSize}}, after: $after, {{Arguments}}) { nodes { {{Fields(Paths.OfType<string[]>())}} } pageInfo { endCursor hasNextPage } }
            }
            """;
    }

    /// <summary>Where each column stands in a node; null for one that the requester may not read.</summary>
    public IReadOnlyList<string[]?> Paths { get; }

    public string Text { get; }

    private static string Arguments => string.Join(", ", Names.Select(name => $"{name}: ${name}"));

    private static string[] Names => [Where, Order, Paging.UpdatedSince];

    private static string Variables(FieldType list) => string.Join(", ", Names.Select(name => $"${name}: {list.Arguments!.Find(name)!.ResolvedType}"));

    private static string Fields(IEnumerable<string[]> paths) => string.Join(' ', paths.GroupBy(path => path[0]).Select(field =>
        field.Any(path => path.Length > 1) ? $"{field.Key} {{ {Fields(field.Select(path => path[1..]))} }}" : field.Key).DefaultIfEmpty("__typename"));

    private bool MayRead(IGraphType of, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return true;

        var field = ((IComplexGraphType)of).Fields.Find(path[0]) ?? throw new InvalidOperationException($"{of.Name} has no field {path[0]}.");
        var type = field.ResolvedType!.GetNamedType();
        return IsOpen(field) && IsOpen(type) && MayRead(type, path[1..]);
    }

    private bool IsOpen(IProvideMetadata guarded) => guarded.GetMetadata<string[]>(SignedInAttribute.Key) is not { } roles || _requester.HasOneOf(roles);
}
