using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Cwa.Graph.Tests.Faults;

/// <summary>
/// An agency's tool: it sends one report after another, each with one idempotency key until an answer comes.
/// </summary>
public sealed class Tool(SiteClient site, string name, IReadOnlyList<ReportingAgency> agencies)
{
    public const string Submit = """
        mutation ($input: SubmitMonthlyReportInput!) {
          submitMonthlyReport(input: $input) { monthlyReport { id } errors { message } }
        }
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public string Token { get; } =
        SignedInCaller.TokenOf(name, [Roles.Submit], [.. agencies.Select(a => a.Abbreviation)]);
    private int _begun;

    /// <summary>The acknowledged reports, and when they were.</summary>
    public ConcurrentQueue<(SentReport Report, long At)> Acknowledged { get; } = new();

    /// <summary>When a try was not acknowledged, and why.</summary>
    public ConcurrentQueue<(long At, string Why)> Failures { get; } = new();

    /// <summary>How many reports were acknowledged only when sent again.</summary>
    public int Repeated { get; private set; }

    /// <summary>Several tools, which share out the agencies.</summary>
    public static async Task<IReadOnlyList<Tool>> SeveralAsync(SiteClient site, int count)
    {
        var agencies = await site.AgenciesAsync();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Tool(site, $"tool {i}", [.. agencies.Where((_, n) => n % count == i)])),
        ];
    }

    /// <summary>Sends reports until stopped, and waits for the last acknowledgement.</summary>
    /// <param name="pause">How long it rests after each.</param>
    public async Task SendAsync(CancellationToken stop, TimeSpan pause = default)
    {
        while (!stop.IsCancellationRequested)
        {
            await SendAsync(Next());
            await Task.Delay(pause, CancellationToken.None);
        }
    }

    /// <summary>A report that has not been sent yet.</summary>
    public SentReport Next(int? events = null)
    {
        var number = _begun++;
        return SentReport.Of(agencies[number % agencies.Count], number / agencies.Count, events);
    }

    /// <summary>Sends the report until it is acknowledged.</summary>
    public async Task SendAsync(SentReport report)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await TryAsync(report);
                if (report.Id is not null)
                {
                    Repeated += attempt > 1 ? 1 : 0;
                    return;
                }

                // Being slow or without its database is a valid answer of the server; any other refusal of a good
                // report is not.
                Assert.Contains(CodeOf(answer), (IEnumerable<string>)["TIMEOUT", "UNAVAILABLE"]);
                Failures.Enqueue((Stopwatch.GetTimestamp(), $"a report got {CodeOf(answer)}"));
            }
            catch (Exception lost)
                when (lost is HttpRequestException or IOException or JsonException or TaskCanceledException)
            {
                // Either the request or the answer is lost; nobody can say which.
                Failures.Enqueue((Stopwatch.GetTimestamp(), $"a report got no answer: {lost.GetType().Name}"));
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Sends the report once, and returns the answer.</summary>
    public async Task<JsonElement> TryAsync(SentReport report)
    {
        var answer = await site.SendAsync(Token, Submit, new { input = report.Input });
        if (!answer.TryGetProperty("errors", out _))
        {
            var payload = answer.GetProperty("data").GetProperty("submitMonthlyReport");
            Assert.Equal("[]", payload.GetProperty("errors").ToString());
            report.Id = payload.ReportId();
            Acknowledged.Enqueue((report, Stopwatch.GetTimestamp()));
        }

        return answer;
    }

    /// <summary>The code of the only error of an answer.</summary>
    public static string? CodeOf(JsonElement answer) =>
        Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions").Text("code");
}
