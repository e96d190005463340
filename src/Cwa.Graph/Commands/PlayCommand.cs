using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// Submits a month's invented reports to a running server, as its agencies would, at a given rate, so that people can
/// watch a page change.
/// </summary>
internal static class PlayCommand
{
    private const double LeastRate = 0.01,
        MostRate = 100;

    private const string Agencies = """
        query ($own: Boolean!) {
          viewer @include(if: $own) { agencies(first: 250) { nodes { id abbreviation name } } }
          agencies(first: 250) @skip(if: $own) { nodes { id abbreviation name } }
        }
        """;

    private const string Submit = """
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
        var rate = new Option<double>("--rate")
        {
            Description = "Reports a second, 0.01 to 100.",
            DefaultValueFactory = _ => 2,
        };
        var url = new Option<string>("--url")
        {
            Description = "The server.",
            DefaultValueFactory = _ => "http://localhost:5000",
        };
        var token = new Option<string?>("--token")
        {
            Description =
                "A token for the agencies that report; by default, CWA_TOKEN in the environment. Without one, "
                + "a server in Development on this machine takes reports from all agencies.",
        };
        var month = new Option<string>("--month")
        {
            Description = "The month to report.",
            DefaultValueFactory = _ => "1998-12",
        };
        var command = new Command("play", "Submits a month's invented reports to a running server, one after another.")
        {
            rate,
            url,
            token,
            month,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(rate) is not (>= LeastRate and <= MostRate))
                    return await SayAsync("--rate takes 0.01 to 100.");
                if (!ReportMonth.TryParse(parsed.GetValue(month)!, out var reported))
                    return await SayAsync("--month takes a month such as 1998-12.");
                if (
                    !Uri.TryCreate(parsed.GetValue(url), UriKind.Absolute, out var server)
                    || server.Scheme is not ("http" or "https")
                )
                    return await SayAsync("--url takes an address such as http://localhost:5000.");

                var shown = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable("CWA_TOKEN");
                using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
                {
                    BaseAddress = server,
                };
                if (shown is { Length: > 0 })
                    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
                else
                    http.DefaultRequestHeaders.Add("Origin", server.GetLeftPart(UriPartial.Authority));
                try
                {
                    return await PlayAsync(
                        http,
                        reported,
                        TimeSpan.FromSeconds(1 / parsed.GetValue(rate)),
                        cancellationToken
                    );
                }
                catch (Exception failure)
                    when (failure is HttpRequestException or JsonException or InvalidOperationException)
                {
                    return await SayAsync($"{http.BaseAddress} does not take reports: {failure.Message}", 1);
                }
            }
        );
        return command;
    }

    private static async Task<int> PlayAsync(
        HttpClient http,
        ReportMonth month,
        TimeSpan pause,
        CancellationToken cancellationToken
    )
    {
        var own = http.DefaultRequestHeaders.Authorization is not null;
        var data = await SendAsync(http, Agencies, new { own }, cancellationToken);
        var agencies = (own ? data.GetProperty("viewer") : data).GetProperty("agencies").GetProperty("nodes");
        int submitted = 0,
            refused = 0;
        using var timer = new PeriodicTimer(pause);
        foreach (var agency in agencies.EnumerateArray())
        {
            var abbreviation = Text(agency, "abbreviation");
            var events = SamplePlay.Plan(abbreviation, Text(agency, "name"), month);
            if (events is [])
                continue;

            if (submitted + refused > 0)
                await timer.WaitForNextTickAsync(cancellationToken);
            if (!own && !await SignInAsync(http, abbreviation, cancellationToken))
            {
                return await SayAsync(
                    "Give a token for the agencies that report: --token, or CWA_TOKEN in the environment. "
                        + "Only a server in Development takes reports without one, and only from its own machine."
                );
            }

            // Without an idempotency key, a second play is refused, not answered like the first.
            var input = new
            {
                agencyId = Text(agency, "id"),
                month = month.ToString(),
                events,
            };
            var payload = (await SendAsync(http, Submit, new { input }, cancellationToken)).GetProperty(
                "submitMonthlyReport"
            );
            if (payload.GetProperty("monthlyReport") is { ValueKind: JsonValueKind.Object } report)
            {
                submitted++;
                Console.WriteLine(
                    $"{abbreviation}: revision {report.GetProperty("revision")} of {month}, "
                        + $"events: {report.GetProperty("eventCount")}"
                );
            }
            else
            {
                refused++;
                Console.WriteLine($"{abbreviation}: {Text(payload.GetProperty("errors")[0], "message")}");
            }
        }

        Console.WriteLine(
            (submitted, refused) switch
            {
                (0, 0) => "Nothing was submitted: the token acts for no agency of the sample.",
                (0, _) =>
                    $"Nothing was submitted: all {refused} reports of {month} were refused. Play another --month.",
                _ => $"{submitted} reports submitted, {refused} refused.",
            }
        );
        return submitted > 0 ? 0 : 1;
    }

    /// <summary>Chooses someone of the agency on the page on which a developer acts as somebody else.</summary>
    private static async Task<bool> SignInAsync(HttpClient http, string agency, CancellationToken cancellationToken)
    {
        using var choice = new FormUrlEncodedContent([new("who", Personas.KeyOf(agency))]);
        using var answer = await http.PostAsync(SignInEndpoints.AsPath, choice, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Found;
    }

    private static async Task<JsonElement> SendAsync(
        HttpClient http,
        string query,
        object? variables,
        CancellationToken cancellationToken
    )
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables }, Json, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(Text(errors[0], "message"))
            : answer.GetProperty("data");
    }

    private static string Text(JsonElement of, string property) => of.GetProperty(property).GetString()!;

    private static async Task<int> SayAsync(string message, int code = 2)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
