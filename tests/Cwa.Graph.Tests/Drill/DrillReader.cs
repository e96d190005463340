using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Cwa.Graph.Tests.Faults;

namespace Cwa.Graph.Tests.Drill;

/// <summary>Reads what was acknowledged just before, as dashboards and people do, through whichever server answers.</summary>
internal sealed class DrillReader(SiteClient site, IReadOnlyList<Tool> tools)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    private int _reads;

    /// <summary>How many answers came.</summary>
    public int Reads => _reads;

    /// <summary>Answers that lack what was acknowledged before they were asked for.</summary>
    public ConcurrentQueue<string> Stale { get; } = new();

    /// <summary>Requests without an answer.</summary>
    public ConcurrentQueue<(long At, string Why)> Failures { get; } = new();

    public async Task ReadAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await TryAsync("the count", CountAsync);
            await TryAsync("a report", ReportAsync);
            await TryAsync("the page", PageAsync);
            await Task.Delay(Rest, CancellationToken.None);
        }
    }

    private async Task TryAsync(string what, Func<Task<string?>> read)
    {
        try
        {
            if (await read() is { } problem)
                Failures.Enqueue((Stopwatch.GetTimestamp(), $"{what} got {problem}"));
            else
                Interlocked.Increment(ref _reads);
        }
        catch (Exception lost)
            when (lost is HttpRequestException or IOException or JsonException or TaskCanceledException)
        {
            Failures.Enqueue((Stopwatch.GetTimestamp(), $"{what} got no answer: {lost.GetType().Name}"));
        }
    }

    private async Task<string?> CountAsync()
    {
        var acknowledged = tools.Sum(t => t.Acknowledged.Count);
        var answer = await site.SendAsync(SiteClient.Npr, "{ monthlyReports { totalCount } }");
        if (answer.TryGetProperty("errors", out _))
            return Tool.CodeOf(answer);
        var count = answer.GetProperty("data").GetProperty("monthlyReports").GetProperty("totalCount").GetInt32();
        if (count < acknowledged)
            Stale.Enqueue($"{count} reports were told after {acknowledged} were acknowledged");
        return null;
    }

    private async Task<string?> ReportAsync()
    {
        var report = tools[Random.Shared.Next(tools.Count)].Acknowledged.LastOrDefault().Report;
        if (report is null)
            return null;
        var answer = await site.SendAsync(SiteClient.Npr, $$"""{ node(id: "{{report.Id}}") { id } }""");
        if (answer.TryGetProperty("errors", out _))
            return Tool.CodeOf(answer);
        if (answer.GetProperty("data").GetProperty("node").ValueKind == JsonValueKind.Null)
            Stale.Enqueue($"{report.Told} was acknowledged and not found");
        return null;
    }

    private async Task<string?> PageAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SiteClient.Npr);
        using var page = await site.Http.SendAsync(request);
        return page.IsSuccessStatusCode ? null : $"{(int)page.StatusCode}";
    }
}
