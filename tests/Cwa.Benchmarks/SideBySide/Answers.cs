using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cwa.Benchmarks;

/// <summary>What an answer says, apart from the names and the order that a server chose.</summary>
/// <param name="Rows">How many objects stand in lists.</param>
/// <param name="Values">Every value but cursors, as text, sorted.</param>
internal sealed record Answers(int Rows, IReadOnlyList<string> Values)
{
    private static readonly string[] NotCompared = ["startCursor", "endCursor", "cursor", "__typename"];

    /// <summary>Reads the data of an answer.</summary>
    public static Answers Of(string operation, JsonNode data, bool isOurs)
    {
        var values = new List<string>();
        var rows = 0;
        Walk(isOurs ? LikeThePeers(operation, data) : data);
        values.Sort(StringComparer.Ordinal);
        return new(rows, values);

        void Walk(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray list:
                    rows += list.Count(item => item is JsonObject);
                    foreach (var item in list)
                        Walk(item);
                    break;
                case JsonObject fields:
                    foreach (var (_, value) in fields.Where(field => !NotCompared.Contains(field.Key)))
                        Walk(value);
                    break;
                case JsonValue value:
                    values.Add(TextOf(value));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The difference to another's answer; null if they say the same.</summary>
    public string? DifferenceTo(Answers other)
    {
        if (Rows != other.Rows)
            return $"{Rows} rows, not {other.Rows}";
        if (Values.SequenceEqual(other.Values))
            return null;

        var more = Values.Except(other.Values).Take(5);
        var less = other.Values.Except(Values).Take(5);
        return $"{Values.Count} values, not {other.Values.Count}; only here {string.Join(", ", more)}; "
            + $"only there {string.Join(", ", less)}";
    }

    // An id is the peers' number, a month its first day; what we say once of several is said of each, or not at all.
    private static JsonNode LikeThePeers(string operation, JsonNode data)
    {
        var ours = data.DeepClone();
        foreach (var point in operation == "Q3" ? ours["complaintTrend"]!["points"]!.AsArray() : [])
            point!.AsObject().Remove("agency");
        foreach (var agency in operation == "Q4" ? ours["agencies"]!["nodes"]!.AsArray() : [])
            FlattenResults(agency!.AsObject());
        Rename(ours);
        return ours;
    }

    private static void FlattenResults(JsonObject agency)
    {
        var results = new JsonArray();
        foreach (var report in agency["annualReports"]!["nodes"]!.AsArray())
        {
            foreach (var statement in report!["statements"]!.AsArray())
            {
                var result = statement!.DeepClone();
                result["year"] = report["year"]!.DeepClone();
                results.Add(result);
            }
        }

        agency["annualReports"] = results;
    }

    private static void Rename(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Rename(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (name == "id")
                    fields[name] = NumberOf(value!.GetValue<string>());
                else if (name == "month")
                    fields[name] = value!.GetValue<string>() + "-01";
                else
                    Rename(value);
            }
        }
    }

    private static long NumberOf(string id)
    {
        var padded = id.Replace('-', '+').Replace('_', '/').PadRight((id.Length + 3) / 4 * 4, '=');
        return Convert.ToInt64(Encoding.UTF8.GetString(Convert.FromBase64String(padded))[^12..], 16);
    }

    // PostGraphile writes large sums as texts, and we a mean as 12 or 12.0.
    private static string TextOf(JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
                .ToString("R", CultureInfo.InvariantCulture),
            var kind => $"{kind}",
        };
}
