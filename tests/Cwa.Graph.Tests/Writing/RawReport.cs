using System.Text;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>A report in JSON as it is sent, and what became of it.</summary>
internal static class RawReport
{
    public const string Submit = """
        mutation ($input: SubmitMonthlyReportInput!) {
          submitMonthlyReport(input: $input) { monthlyReport { id } errors { __typename path } }
        }
        """;

    // By hand: a serializer would repair what is broken.
    public static string Escaped(string text) => $"\"{string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"))}\"";

    public static string Shown(string json) => json.Length <= 60 ? json : $"{json[..50]}… ({json.Length})";

    /// <summary>A good report as JSON, except for these values.</summary>
    public static string With(string field, string json, params (string Field, string Json)[] others)
    {
        var input = new Dictionary<string, string> { ["month"] = "\"1998-04\"" };
        var planned = Planned().ToDictionary(p => p.Key, p => JsonSerializer.Serialize(p.Value));
        foreach (var (name, value) in others)
            planned[name] = value;
        if (field.StartsWith("events.", StringComparison.Ordinal))
            planned[field["events.".Length..]] = json;
        input["events"] = $"[{Object(planned)}]";
        if (!field.StartsWith("events.", StringComparison.Ordinal))
            input[field] = json;
        return string.Join(',', input.Select(i => $"\"{i.Key}\":{i.Value}"));

        static string Object(Dictionary<string, string> fields) =>
            $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}";
    }

    public static Task<Answer> SubmitAsync(CwaServer server, Agency agency, string fields)
    {
        var whose = fields.Contains("\"agencyId\"", StringComparison.Ordinal) ? "" : $"\"agencyId\":\"{agency.Id()}\",";
        return PostAsync(
            server,
            agency,
            $$"""{"query":{{JsonSerializer.Serialize(Submit)}},"variables":{"input":{ {{whose}}{{fields}} } } }"""
        );
    }

    public static async Task<Answer> PostAsync(CwaServer server, Agency agency, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.OfAsync(await server.As(agency).PostAsync("/graphql", content));
    }

    public static IReadOnlyList<string> RefusalsOf(Answer answer) =>
        answer.Codes is not []
            ? [.. answer.Codes.Distinct()]
            : answer
                .At("submitMonthlyReport")
                .GetProperty("errors")
                .EnumerateArray()
                .Select(e =>
                    $"{e.GetProperty("__typename")} {string.Join('.', e.GetProperty("path").EnumerateArray())}"
                )
                .ToList();

    public static async Task<JsonElement> FactsAsync(CwaServer server, Agency agency, Answer submitted)
    {
        var data = await server
            .As(agency)
            .AskAsync(
                """
                query ($id: ID!) { node(id: $id) { ... on MonthlyReport {
                  eventsAsReported { nodes { facts { title description endsOn expectedReach } } }
                } } }
                """,
                new { id = submitted.At("submitMonthlyReport.monthlyReport.id").GetString() }
            );
        return data.GetProperty("node").GetProperty("eventsAsReported").GetProperty("nodes")[0].GetProperty("facts");
    }
}
