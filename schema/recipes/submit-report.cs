// Submits an agency's report of a month's events. Run it again until it exits with 0: it reports only once.
//
//   CWA_TOKEN=… dotnet run submit-report.cs SSA 1999-01 events.json
//
// Exits with 0 if the report is stored, 1 if it is refused and must be corrected, 2 if the server cannot be reached.
#:property PublishAot=false
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

var (agency, month, file) = (args[0], args[1], args[2]);
using var http = new HttpClient
{
    BaseAddress = new Uri(Environment.GetEnvironmentVariable("CWA_URL") ?? "http://localhost:5000"),
    Timeout = TimeSpan.FromSeconds(30),
};
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
    "Bearer",
    Environment.GetEnvironmentVariable("CWA_TOKEN")
);
http.DefaultRequestHeaders.Accept.ParseAdd("application/graphql-response+json");

try
{
    var found = await AskAsync(
        "query ($agency: String!) { agency(by: { abbreviation: $agency }) { id } }",
        new() { ["agency"] = agency }
    );

    // One key for each report, kept until its answer has come: a second run, after a crash, repeats the same request.
    var keyFile = file + ".key";
    if (!File.Exists(keyFile))
        File.WriteAllText(keyFile, Guid.NewGuid().ToString());

    var answer = await AskAsync(
        """
        mutation ($input: SubmitMonthlyReportInput!) {
          submitMonthlyReport(input: $input) {
            monthlyReport { revision dueOn } errors { message path } warnings { message path }
          }
        }
        """,
        new()
        {
            ["input"] = new JsonObject
            {
                ["agencyId"] = (string?)found["agency"]?["id"] ?? "",
                ["month"] = month,
                ["events"] = JsonNode.Parse(File.ReadAllText(file)),
                ["idempotencyKey"] = File.ReadAllText(keyFile),
            },
        }
    );
    File.Delete(keyFile);

    // All errors come at once, each with its place: input.events.0.startsOn is the first event's day.
    var payload = answer["submitMonthlyReport"]!;
    foreach (var told in payload["errors"]!.AsArray().Concat(payload["warnings"]!.AsArray()))
        Console.Error.WriteLine($"{string.Join('.', told!["path"]!.AsArray())}: {told["message"]}");
    if (payload["monthlyReport"] is not { } report)
        return 1;

    Console.WriteLine($"Submitted as revision {report["revision"]}; it was due on {report["dueOn"]}.");
    return 0;
}
catch (Exception refused) when (refused is InvalidOperationException or JsonException)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
catch (TimeoutException silence)
{
    Console.Error.WriteLine(silence.Message);
    return 2;
}

// The data of the answer to a request. Without an answer that tells the outcome, sends the request again, unchanged.
async Task<JsonNode> AskAsync(string query, JsonObject variables)
{
    var request = new JsonObject { ["query"] = query, ["variables"] = variables }.ToJsonString();
    foreach (var pause in new[] { 1, 2, 4, 8, 0 })
    {
        try
        {
            using var response = await http.PostAsync(
                "/graphql",
                new StringContent(request, Encoding.UTF8, "application/json")
            );
            if ((int)response.StatusCode < 500)
            {
                var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                var errors =
                    answer["errors"]
                        ?.AsArray()
                        .Select(e => (Code: (string?)e!["extensions"]!["code"], Message: (string?)e["message"]))
                        .ToList()
                    ?? [];
                if (!errors.Exists(e => e.Code is "TIMEOUT" or "INTERNAL_SERVER_ERROR"))
                    return answer["data"]
                        ?? throw new InvalidOperationException(
                            string.Join('\n', errors.Select(e => $"{e.Code}: {e.Message}"))
                        );
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or JsonException)
        {
            // It may have been stored or not; with the same key that does not matter.
        }

        await Task.Delay(TimeSpan.FromSeconds(pause));
    }

    throw new TimeoutException("No answer. Run this again later: it goes on with the same key.");
}
