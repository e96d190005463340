using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>A list finds what LINQ finds in memory, on both databases and for every caller.</summary>
public sealed class LinqTests
{
    private const int Depth = 4,
        Rounds = 4;

    private static readonly (string, string)[] Limits =
    [
        ("Limits:FilterConditions", "100000"),
        ("Limits:SignedInCost", "100000000"),
        ("Limits:Depth", "20"),
        ("Limits:SignedInBodyBytes", "30000000"),
        ("Limits:JsonDepth", "64"),
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Conditions_and_orders_mean_in_the_database_what_they_mean_in_LINQ(string provider)
    {
        var seed = Random.Shared.Next();
        var government = new RandomGovernment(seed);
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = await database.Contexts.CreateDbContextAsync())
        {
            db.AddRange(government.Records());
            await db.SaveChangesAsync();
        }

        var wrong = new List<string>();
        await using var server = CwaServer.OnDay(database, "1998-04-10", Limits);
        foreach (var caller in new[] { server.AsReviewer(), server.As(government.Agencies[0]) })
        {
            var seen = await Seen.ByAsync(caller);
            var conditions = new RandomConditions(seen.Values);
            foreach (var schema in FilterSchema.All.Values.Where(s => seen.Count(s.Record) > 0))
            {
                Try(() =>
                    conditions
                        .On(schema, Depth)
                        .Sample(where => Finds(caller, seen, schema, where), iter: Rounds, threads: 1)
                );
                Try(() => OrdersOf(schema).Sample(order => Orders(caller, schema, order), iter: 1, threads: 1));
            }
        }

        Assert.True(wrong is [], $"In government {seed}: {string.Join("\n", wrong)}");

        void Try(Action sample)
        {
            try
            {
                sample();
            }
            catch (CsCheckException failure)
            {
                wrong.Add($"{failure.Message} {failure.InnerException?.Message}");
            }
        }
    }

    private static Gen<List<(string Key, bool Descending)>> OrdersOf(FilterSchema schema) =>
        Gen.Int[0, schema.Keys.Count - 1].Select(Gen.Bool, (key, descending) => (schema.Keys[key], descending)).List[
            1,
            3
        ];

    private static void Finds(SignedInCaller caller, Seen seen, FilterSchema schema, JsonObject where)
    {
        var query =
            $"query ($where: {schema.Record}FilterInput) {{ {schema.Query(", where: $where", schema.Identity)} }}";
        var data = Ask(caller, query, new { where });

        var expected = seen.Where(schema, JsonNode.Parse(where.ToJsonString())!.AsObject()).Select(Line);
        var found = Seen.Lists(data, schema.Path).Select(list => Line(list.Select(r => r.Text("id")!)));
        Assert.True(expected.SequenceEqual(found), $"{schema.Record} {where.ToJsonString()}");

        static string Line(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));
    }

    private static void Orders(SignedInCaller caller, FilterSchema schema, List<(string Key, bool Descending)> keys)
    {
        var order = keys.Select(k => new Dictionary<string, string> { [k.Key] = k.Descending ? "DESC" : "ASC" });
        var query =
            $"query ($order: [{schema.Record}SortInput!]) {{ {schema.Query(", order: $order", schema.Selection)} }}";
        var reversed = query.Replace("first: 100, order", "last: 100, order", StringComparison.Ordinal);
        var onwards = Seen.Lists(Ask(caller, query, new { order }), schema.Path).ToList();
        var backwards = Seen.Lists(Ask(caller, reversed, new { order }), schema.Path).ToList();

        var place = $"{schema.Record} {string.Join(", ", keys)}";
        Assert.True(onwards.Select(Ids).SequenceEqual(backwards.Select(Ids)), place);
        Assert.True(onwards.All(list => list.Zip(list.Skip(1)).All(two => IsInOrder(two.First, two.Second))), place);

        static string Ids(List<JsonElement> list) => string.Join(' ', list.Select(r => r.Text("id")));

        bool IsInOrder(JsonElement one, JsonElement next)
        {
            foreach (var (key, descending) in keys)
            {
                if (KeyOf(one, key) is not { } first || KeyOf(next, key) is not { } second)
                    return true;
                if (Compare(key, first, second) is var compared and not 0)
                    return compared < 0 != descending;
            }

            return true;
        }
    }

    // Text without words is stored with grade 0. A key that is not a field cannot be compared.
    private static JsonNode? KeyOf(JsonElement record, string key) =>
        key == "readabilityGrade"
            ? record.GetProperty("plainLanguage") is { ValueKind: JsonValueKind.Object } measured
                ? JsonNode.Parse(measured.GetProperty("grade").GetRawText())
                : JsonNode.Parse("0")
            : record.TryGetProperty(key, out var value)
                ? JsonNode.Parse(value.GetRawText())
                : null;

    // Days and months sort as they are written, and characters by code point.
    private static int Compare(string key, JsonNode one, JsonNode other) =>
        one.GetValueKind() == JsonValueKind.Number ? one.GetValue<double>().CompareTo(other.GetValue<double>())
        : key == "at" || key.EndsWith("At", StringComparison.Ordinal) ? InstantOf(one).CompareTo(InstantOf(other))
        : Encoding
            .UTF8.GetBytes(one.GetValue<string>())
            .AsSpan()
            .SequenceCompareTo(Encoding.UTF8.GetBytes(other.GetValue<string>()));

    private static DateTimeOffset InstantOf(JsonNode value) =>
        DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture);

    private static JsonElement Ask(SignedInCaller caller, string query, object variables) =>
        caller.AskAsync(query, variables).GetAwaiter().GetResult();
}
