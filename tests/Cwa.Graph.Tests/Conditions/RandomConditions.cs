using System.Text.Json.Nodes;
using CsCheck;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>
/// Random conditions: every term and operator of the schema, values of records, nulls and empty lists at every depth.
/// </summary>
/// <param name="values">The values that records have for a term.</param>
internal sealed class RandomConditions(Func<Term, IEnumerable<JsonNode>> values)
{
    private readonly Dictionary<(string, int), Gen<JsonObject>> _known = [];

    /// <summary>Conditions on the records of a class, at most this many levels deep.</summary>
    public Gen<JsonObject> On(FilterSchema schema, int depth)
    {
        if (!_known.TryGetValue((schema.Record, depth), out var known))
        {
            Gen<JsonObject>[] parts = [.. Parts(schema, depth)];
            known = parts is []
                ? Gen.Const(() => new JsonObject())
                : Gen.OneOf(parts).List[0, depth == 0 ? 1 : 2].Select(Beside);
            _known[(schema.Record, depth)] = known;
        }

        return known;
    }

    private IEnumerable<Gen<JsonObject>> Parts(FilterSchema schema, int depth)
    {
        foreach (var term in schema.Terms.Where(t => t.IsValue))
            yield return Operations(term).List[0, 2].Select(operations => One(term.Name, Beside(operations)));
        if (depth == 0)
            yield break;

        foreach (var name in new[] { "and", "or" })
            yield return On(schema, depth - 1).List[0, 3].Select(parts => One(name, List(parts)));
        foreach (var term in schema.Terms.Where(t => !t.IsValue))
        {
            var beyond = On(FilterSchema.All[term.Of], depth - 1);
            yield return term.IsList
                ? Gen.OneOf(
                        beyond.Select(
                            Among("some", "none", "all"),
                            (where, quantifier) => One(quantifier, where.DeepClone())
                        ),
                        Gen.Bool.Select(any => One("any", any))
                    )
                    .List[1, 2]
                    .Select(quantified => One(term.Name, Beside(quantified)))
                : OrNull(beyond).Select(where => One(term.Name, where));
        }
    }

    private Gen<JsonObject> Operations(Term term)
    {
        JsonNode[] some = [.. values(term).Concat(Others(term)).DistinctBy(v => v.ToJsonString())];
        return Among([.. FilterSchema.Operators(term.Input)])
            .SelectMany(operation =>
                operation switch
                {
                    "in" or "nin" => Among(some).List[0, 3].Select(list => One(operation, List(list))),
                    "eq" or "neq" => OrNull(Among(some)).Select(value => One(operation, value)),
                    _ => Among(some).Select(value => One(operation, value.DeepClone())),
                }
            );
    }

    // Besides values of records: missing values, parts of texts in another case, and characters special to SQL.
    private IEnumerable<JsonNode> Others(Term term) =>
        term.Of switch
        {
            "String" =>
            [
                .. values(term)
                    .Select(v => v.GetValue<string>())
                    .SelectMany(text =>
                        new JsonNode[] { text[..Math.Min(3, text.Length)].ToUpperInvariant(), text.ToLowerInvariant() }
                    ),
                "%",
                "_",
                "\\",
                "'",
                "e",
                "",
            ],
            "Date" => ["1998-03-10", "1998-05-01"],
            "YearMonth" => ["1998-03"],
            "DateTime" => ["1998-04-10T12:00:00Z"],
            "Int" or "Long" => [0, 1, 5],
            "Float" => [0.0, 5.0],
            "Boolean" => [true, false],
            var closed => FilterSchema.Values(closed).Select(v => (JsonNode)v),
        };

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<JsonNode?> OrNull<T>(Gen<T> nodes)
        where T : JsonNode => Gen.Select(nodes, Gen.Int[0, 3], (node, kind) => kind == 0 ? null : node.DeepClone());

    private static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes.Select(node => node.DeepClone())]);

    // A JSON object has each name once.
    private static JsonObject Beside(IEnumerable<JsonObject> parts) =>
        new(
            parts
                .SelectMany(part => part)
                .DistinctBy(said => said.Key)
                .Select(said => KeyValuePair.Create(said.Key, said.Value?.DeepClone()))
        );

    private static JsonObject One(string name, JsonNode? value) => new() { [name] = value };
}
