using System.Text.Json.Nodes;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Conditions;
using Cwa.Graph.Tests.Security;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.TwoPaths;

/// <summary>Values of the records in a database, from which arguments are drawn.</summary>
internal sealed class RealValues
{
    private const int MostOfEach = 60;

    /// <summary>Ids of each type, of records that NPR may see and of some that it may not.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Ids { get; init; }

    /// <summary>The agencies' abbreviations.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>An agency that is requested to adhere to the directive.</summary>
    public required string RequestedAgency { get; init; }

    /// <summary>Cursors in the default order, by the type of their list.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Cursors { get; init; }

    public required RandomConditions Conditions { get; init; }

    public static async Task<RealValues> OfAsync(CwaServer server, GraphSchema schema)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.Abbreviation).ToListAsync();
        var held = await Holdings.OfAsync(server.Database.Contexts);
        var (values, cursors) = await ReadAsync(server, schema);
        return new()
        {
            Ids = held
                .Types.Where(type => schema.AllTypes[type] is INodeType)
                .ToDictionary(
                    type => type,
                    IReadOnlyList<string> (type) =>
                        [
                            .. held.Of(type, "npr")
                                .Order()
                                .Take(MostOfEach)
                                .Concat(held.Of(type, "npr", seen: false).Order().Take(MostOfEach / 2))
                                .Select(id => NodeId.Encode(type, id)),
                        ]
                )
                .Where(ids => ids.Value is not [])
                .ToDictionary(),
            Agencies = [.. agencies.Select(a => a.Abbreviation)],
            RequestedAgency = agencies.First(a => a.Directive == DirectiveStanding.Requested).Abbreviation,
            Cursors = cursors,
            Conditions = new(term => values.GetValueOrDefault((term.Record, term.Name), [])),
        };
    }

    /// <summary>The values and cursors of the first records of every list that needs no argument.</summary>
    private static async Task<(
        Dictionary<(string, string), IReadOnlyList<JsonNode>> Values,
        Dictionary<string, IReadOnlyList<string>> Cursors
    )> ReadAsync(CwaServer server, GraphSchema schema)
    {
        var values = new Dictionary<(string, string), IReadOnlyList<JsonNode>>();
        var cursors = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (record, list) in FilterSchema.All.Where(l => l.Value.Path is [_]))
        {
            var terms = list.Terms.Where(t => t is { IsValue: true, Field: not null }).ToList();
            var page = (
                await server.AskAsync(
                    $"{{ at: {list.Path[0]}(first: 30) {{ edges {{ cursor node {{ __typename "
                        + $"{string.Join(' ', terms.Select(t => t.Name))} }} }} }} }}"
                )
            )
                .GetProperty("at")
                .GetProperty("edges")
                .EnumerateArray()
                .ToList();
            cursors[$"{record}Connection"] = [.. page.Select(edge => edge.Text("cursor")!)];
            foreach (var term in terms)
                values[(record, term.Name)] =
                [
                    .. page.Select(edge => JsonNode.Parse(edge.GetProperty("node").GetProperty(term.Name).GetRawText()))
                        .OfType<JsonNode>(),
                ];
        }

        return (values, cursors.Where(list => list.Value is not []).ToDictionary());
    }
}
