using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Security;

/// <summary>A walk along every field of every object that a caller reaches.</summary>
internal sealed class SchemaWalk(SignedInServer server, string who, Holdings held)
{
    private const int PageSize = 20,
        Sampled = 40;

    private readonly Dictionary<string, HashSet<Guid>> _met = [];
    private readonly HashSet<(string, string, Guid)> _walked = [];
    private readonly HashSet<string> _fields = [];
    private readonly GraphSchema _schema = server.Server.Services.GetRequiredService<GraphSchema>();

    /// <summary>The records that the caller reached but may not see.</summary>
    public List<string> Strays { get; } = [];

    /// <summary>The fields of visible records that were never followed.</summary>
    public IEnumerable<string> NotWalked() =>
        _schema
            .AllTypes.OfType<IObjectGraphType>()
            .Where(t => t is INodeType && held.Of(t.Name, who).Count > 0)
            .SelectMany(t => t.Fields.Where(f => Target(f) is not null).Select(f => $"{t.Name}.{f.Name}"))
            .Where(field => !_fields.Contains(field));

    public async Task RunAsync()
    {
        _schema.Initialize();
        foreach (
            var field in _schema.Query!.Fields.Where(f =>
                f.ResolvedType!.GetNamedType() is ICarrier && !f.Arguments!.Any(a => a.ResolvedType is NonNullGraphType)
            )
        )
            await FromRootAsync(field);

        // These are in no list, and few events lead to one.
        const string rare = nameof(ProblemSolvingOutcome);
        foreach (var id in held.Of(rare, who).Take(Sampled))
            Meet(rare, NodeId.Decode(NodeId.Encode(rare, id)), "the database");

        // Until nothing new is found: a record that is reached by one field leads on by all of its own fields.
        bool more;
        do
        {
            more = false;
            foreach (var (type, ids) in _met.ToList())
            {
                foreach (
                    var field in ((IObjectGraphType)_schema.AllTypes[type]!).Fields.Where(f => Target(f) is not null)
                )
                    more |= await FromNodesAsync(type, field, Sample(type, ids));
            }
        } while (more);
    }

    private async Task FromRootAsync(FieldType field)
    {
        var type = Target(field)!;
        var isNode = _schema.AllTypes[type] is INodeType;
        string? after = null;
        do
        {
            var answer = await server.SendAsync(
                who,
                $"query ($after: String) {{ at: {field.Name}(first: 100, after: $after) {{ totalCount "
                    + $"nodes {{ {Leaf(_schema.AllTypes[type]!)} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                new { after }
            );
            if (IsRefused(answer, $"Query.{field.Name}"))
                return;
            var page = answer.GetProperty("data").GetProperty("at");
            Meet(page, field.Name);
            if (
                isNode
                && field.Name != "complaintMetrics"
                && page.GetProperty("totalCount").GetInt32() != held.Of(type, who).Count
            )
                Strays.Add($"{field.Name} counts {page.GetProperty("totalCount")} of {held.Of(type, who).Count}");
            after =
                page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                && (!isNode || _met[type].Count < 1_000)
                    ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                    : null;
        } while (after is not null);
    }

    private async Task<bool> FromNodesAsync(string type, FieldType field, IReadOnlyList<Guid> from)
    {
        var ids = from.Where(id => _walked.Add((type, field.Name, id))).ToList();
        if (ids.Count == 0)
            return false;

        var selection =
            field.ResolvedType!.GetNamedType() is ICarrier
                ? $"{field.Name}(first: {PageSize}) {{ totalCount nodes {{ id __typename }} edges {{ node "
                    + $"{{ id __typename }} }} }}"
                : $"{field.Name}{Days(field)} {{ {Leaf(field.ResolvedType!.GetNamedType())} }}";
        foreach (var some in ids.Chunk(20))
        {
            var answer = await server.SendAsync(
                who,
                $"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ id __typename ... on {type} {{ {selection} }} }} }}",
                new { ids = some.Select(id => NodeId.Encode(type, id)) }
            );
            if (IsRefused(answer, $"{type}.{field.Name}"))
                return false;
            Assert.False(answer.TryGetProperty("errors", out var errors), $"{type}.{field.Name}: {errors}");
            Meet(answer.GetProperty("data"), $"{type}.{field.Name}");
        }

        return true;
    }

    // A refusal is right only if the schema says that the field or its type is not public, and the caller has no
    // role.
    private bool IsRefused(JsonElement answer, string field)
    {
        if (!answer.TryGetProperty("errors", out var errors))
        {
            _fields.Add(field);
            return false;
        }

        var code = errors[0].GetProperty("extensions").GetProperty("code").GetString();
        Assert.Equal(
            (who, false),
            (
                code switch
                {
                    "UNAUTHENTICATED" => "public",
                    "FORBIDDEN" => "nobody",
                    _ => errors.ToString(),
                },
                answer.TryGetProperty("data", out _)
            )
        );
        return true;
    }

    private void Meet(JsonElement element, string where)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Meet(item, where);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("id", out var id) && element.TryGetProperty("__typename", out var name))
                Meet(name.GetString()!, NodeId.Decode(id.GetString()!), where);
            foreach (var property in element.EnumerateObject())
                Meet(property.Value, where);
        }
    }

    private void Meet(string type, NodeId node, string where)
    {
        if (!_met.TryGetValue(type, out var ids))
            _met[type] = ids = [];
        ids.Add(node.Key);
        if (!held.MaySee(type, node.Key, who))
            Strays.Add($"{where} shows {type} {node.Key}");
    }

    // All agencies; of other types, some records of the caller's own and some of which the caller sees only what is
    // public.
    private List<Guid> Sample(string type, HashSet<Guid> ids) =>
        type == nameof(Agency)
            ? [.. ids]
            :
            [
                .. FirstAndLast(ids.Where(id => held.MaySeeWhole(type, id, who))),
                .. ids.Where(id => !held.MaySeeWhole(type, id, who)).Take(Sampled / 2),
            ];

    // Drafts come last among the reports.
    private static IEnumerable<Guid> FirstAndLast(IEnumerable<Guid> ids) =>
        ids.Take(Sampled / 4).Union(ids.TakeLast(Sampled / 4));

    // Objects that are not records lead to records.
    private static string Leaf(IGraphType type) =>
        type is INodeType
            ? "id __typename"
            : string.Join(
                ' ',
                ((IObjectGraphType)type)
                    .Fields.Where(f => f.ResolvedType!.GetNamedType() is INodeType or NodeInterface)
                    .Select(f => $"{f.Name} {{ id __typename }}")
                    .DefaultIfEmpty("__typename")
            );

    // The whole year for fields about a period, or a month of it.
    private static string Days(FieldType field) =>
        string.Join(
            ", ",
            (field.Arguments ?? [])
                .Where(a => a is { ResolvedType: NonNullGraphType, DefaultValue: null })
                .Select(a =>
                    $"{a.Name}: \"{(a.ResolvedType!.GetNamedType() is YearMonthType, a.Name) switch
        {
            (true, "from") => "1998-03",
            (true, _) => "1998-12",
            (false, "from") => "1998-01-01",
            _ => "1998-12-31",
        }}\""
                )
        )
            is { Length: > 0 } days
            ? $"({days})"
            : "";

    /// <summary>The type of record that a field leads to; null if it only has values.</summary>
    private static string? Target(FieldType field)
    {
        var type = field.ResolvedType!.GetNamedType();
        if (type is ICarrier)
            type = ((IObjectGraphType)type).Fields.Find("nodes")!.ResolvedType!.GetNamedType();
        return type is IObjectGraphType ? type.Name : null;
    }
}
