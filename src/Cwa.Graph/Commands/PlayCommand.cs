using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Submits a month's invented reports to a running server over its public API, at a rate, so that a dashboard can be seen to move.</summary>
internal static class PlayCommand
{
    private const string Agencies = "{ viewer { agencies(first: 250) { nodes { id abbreviation name } } } }";

    private const string Submit =
        """
        mutation ($input: SubmitMonthlyReportInput!) {
          submitMonthlyReport(input: $input) { monthlyReport { revision eventCount } errors { message } }
        }
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Command Create()
    {
        var rate = new Option<double>("--rate") { Description = "Reports a second, above 0 to 100.", DefaultValueFactory = _ => 2 };
        var url = new Option<Uri>("--url") { Description = "The server.", DefaultValueFactory = _ => new("http://localhost:5000") };
        var token = new Option<string?>("--token") { Description = "A token of the agencies that report. Without it, CWA_TOKEN in the environment." };
        var month = new Option<string>("--month") { Description = "The month to report.", DefaultValueFactory = _ => "1998-12" };
        var command = new Command("play", "Submits a month's invented reports to a running server, one after another.") { rate, url, token, month };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(rate) is not (> 0 and <= 100))
                return await SayAsync("--rate takes more than 0, and 100 at the most.");
            if (!ReportMonth.TryParse(parsed.GetValue(month)!, out var reported))
                return await SayAsync("--month takes a month such as 1998-12.");
            if ((parsed.GetValue(token) ?? Environment.GetEnvironmentVariable("CWA_TOKEN")) is not { Length: > 0 } shown)
            {
                return await SayAsync(
                    """
                    Say who reports: --token, or CWA_TOKEN in the environment. In Development this makes one for five departments:
                    dotnet user-jwts create --project src/Cwa.Graph --role Agency.Submit --claim agency=USDA,DOC,DOD,ED,HHS --output token
                    """);
            }

            using var http = new HttpClient { BaseAddress = parsed.GetValue(url) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
            await PlayAsync(http, reported, TimeSpan.FromSeconds(1 / parsed.GetValue(rate)), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task PlayAsync(HttpClient http, ReportMonth month, TimeSpan pause, CancellationToken cancellationToken)
    {
        var viewer = (await SendAsync(http, Agencies, null, cancellationToken)).GetProperty("viewer");
        using var timer = new PeriodicTimer(pause);
        foreach (var agency in viewer.GetProperty("agencies").GetProperty("nodes").EnumerateArray())
        {
            var abbreviation = Text(agency, "abbreviation");
            var events = SamplePlay.Plan(abbreviation, Text(agency, "name"), month);
            if (events is [])
                continue;

            var input = new { agencyId = Text(agency, "id"), month = month.ToString(), events, idempotencyKey = $"sample play {abbreviation} {month}" };
            var payload = (await SendAsync(http, Submit, new { input }, cancellationToken)).GetProperty("submitMonthlyReport");
            Console.WriteLine(payload.GetProperty("monthlyReport") is { ValueKind: JsonValueKind.Object } report
                ? $"{abbreviation}: revision {report.GetProperty("revision")} of {month}, {report.GetProperty("eventCount")} events"
                : $"{abbreviation}: {Text(payload.GetProperty("errors")[0], "message")}");
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, string query, object? variables, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables }, Json, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"The server does not do it: {Text(errors[0], "message")}")
            : answer.GetProperty("data");
    }

    private static string Text(JsonElement of, string property) => of.GetProperty(property).GetString()!;

    private static async Task<int> SayAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
