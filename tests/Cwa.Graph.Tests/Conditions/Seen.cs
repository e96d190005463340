using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cwa.Model;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>The records that one caller reads through the API, and LINQ over them in memory.</summary>
internal sealed class Seen
{
    private readonly Dictionary<string, JsonElement> _records = [];
    private readonly Dictionary<string, List<List<JsonElement>>> _lists = [];

    public static async Task<Seen> ByAsync(SignedInCaller caller)
    {
        var seen = new Seen();
        foreach (var schema in FilterSchema.All.Values)
        {
            var lists = Lists(await caller.AskAsync($"{{ {schema.Query("", schema.Selection)} }}"), schema.Path)
                .ToList();
            seen._lists[schema.Record] = lists;
            foreach (var record in lists.SelectMany(list => list))
                seen._records[record.Text("id")!] = record;
        }

        return seen;
    }

    /// <summary>Every list at the end of the path, one for each parent.</summary>
    public static IEnumerable<List<JsonElement>> Lists(JsonElement data, IReadOnlyList<string> path)
    {
        var parents = path.SkipLast(1)
            .Aggregate<string, IEnumerable<JsonElement>>(
                [data],
                (at, field) => at.SelectMany(parent => parent.GetProperty(field).GetProperty("nodes").EnumerateArray())
            );
        foreach (var parent in parents)
        {
            var list = parent.GetProperty(path[^1]);
            var nodes = list.GetProperty("nodes").EnumerateArray().ToList();
            Assert.Equal(nodes.Count, list.GetProperty("totalCount").GetInt32());
            yield return nodes;
        }
    }

    /// <summary>How many records of a class there are.</summary>
    public int Count(string record) => _lists[record].Sum(list => list.Count);

    /// <summary>The records in each list that meet a condition.</summary>
    public IEnumerable<IEnumerable<string>> Where(FilterSchema schema, JsonObject where) =>
        _lists[schema.Record].Select(list => list.Where(r => Holds(schema, where, r)).Select(r => r.Text("id")!));

    /// <summary>A record's value for a term, in a form that can be compared; null if it has none.</summary>
    public static IComparable? ValueOf(Term term, JsonElement record) => Comparable(term, NodeOf(term, record));

    /// <summary>The values that records have for a term.</summary>
    public IEnumerable<JsonNode> Values(Term term) =>
        _lists[term.Record].SelectMany(list => list).Select(record => NodeOf(term, record)).OfType<JsonNode>();

    // The readability grade is nested among other measures; text without words has none of them.
    private static JsonNode? NodeOf(Term term, JsonElement record)
    {
        if (term.Name == "hasLiaison")
            return JsonNode.Parse(record.GetProperty("liaison").ValueKind == JsonValueKind.Null ? "false" : "true");
        if (term.Name == "outcomeMissing")
            return IsWhole(record) ? JsonNode.Parse(MissesOutcome(record) ? "true" : "false") : null;
        if (term.Name == "newest")
            return JsonNode.Parse(IsNewest(record) ? "true" : "false");
        if (term.Field is not null)
            return JsonNode.Parse(record.GetProperty(term.Name).GetRawText());

        return JsonNode.Parse(record.GetProperty("plainLanguage").GetRawText())?["grade"]?.DeepClone();
    }

    // Every event of a random government has a setting, which is for those who see the event as a whole.
    private static bool IsWhole(JsonElement e) => e.GetProperty("setting").ValueKind != JsonValueKind.Null;

    private static bool IsNewest(JsonElement measurement) =>
        measurement.GetProperty("standard").GetProperty("measurements").GetProperty("nodes")[0].Text("id")
        == measurement.Text("id");

    private static bool MissesOutcome(JsonElement e) =>
        e.Text("status") is "HELD" or "UNCONFIRMED"
        && e.GetProperty("problemSolvingOutcome").ValueKind == JsonValueKind.Null;

    private bool Holds(FilterSchema schema, JsonObject where, JsonElement record) =>
        where.All(asked =>
            asked.Key switch
            {
                "and" => asked.Value!.AsArray().All(part => Holds(schema, part!.AsObject(), record)),
                "or" => asked.Value!.AsArray().Any(part => Holds(schema, part!.AsObject(), record)),
                var name => Holds(schema.Terms.Single(t => t.Name == name), asked.Value, record),
            }
        );

    private bool Holds(Term term, JsonNode? asked, JsonElement record)
    {
        if (term.IsValue)
            return asked!.AsObject().All(o => Holds(term, o.Key, ValueOf(term, record), o.Value));

        var beyond = FilterSchema.All[term.Of];
        if (term.Name == "ancestor")
            return asked is null
                ? !Above(record).Any()
                : Above(record).Any(above => Holds(beyond, asked.AsObject(), above));

        var related = record.GetProperty(term.Name);
        if (!term.IsList)
        {
            return related.ValueKind == JsonValueKind.Null
                ? asked is null
                : asked is not null && Holds(beyond, asked.AsObject(), _records[related.Text("id")!]);
        }

        var list = related.ValueKind == JsonValueKind.Array ? related : related.GetProperty("nodes");
        var items = list.EnumerateArray().Select(r => _records[r.Text("id")!]).ToList();
        return asked!
            .AsObject()
            .All(q =>
                q.Key switch
                {
                    "any" => items.Count > 0 == q.Value!.GetValue<bool>(),
                    "some" => items.Any(item => Holds(beyond, q.Value!.AsObject(), item)),
                    "none" => !items.Any(item => Holds(beyond, q.Value!.AsObject(), item)),
                    _ => items.All(item => Holds(beyond, q.Value!.AsObject(), item)),
                }
            );
    }

    private IEnumerable<JsonElement> Above(JsonElement agency)
    {
        while (agency.GetProperty("parent") is { ValueKind: JsonValueKind.Object } parent)
            yield return agency = _records[parent.Text("id")!];
    }

    private static bool Holds(Term term, string operation, IComparable? value, JsonNode? asked) =>
        operation switch
        {
            "eq" => Equals(value, Comparable(term, asked)),
            "neq" => !Equals(value, Comparable(term, asked)),
            "in" => asked!.AsArray().Select(a => Comparable(term, a)).Contains(value),
            "nin" => !asked!.AsArray().Select(a => Comparable(term, a)).Contains(value),
            "gt" => value?.CompareTo(Comparable(term, asked)) > 0,
            "gte" => value?.CompareTo(Comparable(term, asked)) >= 0,
            "lt" => value?.CompareTo(Comparable(term, asked)) < 0,
            "lte" => value?.CompareTo(Comparable(term, asked)) <= 0,
            _ when operation[0] == 'n' => !Holds(term, operation[1..], value, asked),
            "contains" => Text(value)?.Contains(Text(Comparable(term, asked))!, StringComparison.Ordinal) == true,
            "startsWith" => Text(value)?.StartsWith(Text(Comparable(term, asked))!, StringComparison.Ordinal) == true,
            "endsWith" => Text(value)?.EndsWith(Text(Comparable(term, asked))!, StringComparison.Ordinal) == true,
            _ => throw new InvalidOperationException($"What is {operation}?"),
        };

    private static string? Text(IComparable? value) => (value as Letters)?.Text;

    private static IComparable? Comparable(Term term, JsonNode? value) =>
        value is null
            ? null
            : term.Of switch
            {
                "Int" or "Long" => value.GetValue<JsonElement>().GetInt64(),
                "Float" => value.GetValue<JsonElement>().GetDouble(),
                "Boolean" => value.GetValue<JsonElement>().GetBoolean(),
                "DateTime" => DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture),
                _ => new Letters(
                    term.IsNormalised ? SearchText.Normalize(value.GetValue<string>()) : value.GetValue<string>()
                ),
            };

    /// <summary>A text that is compared by code point, whatever the culture.</summary>
    private sealed record Letters(string Text) : IComparable
    {
        public int CompareTo(object? other) => string.CompareOrdinal(Text, (other as Letters)?.Text);
    }
}
