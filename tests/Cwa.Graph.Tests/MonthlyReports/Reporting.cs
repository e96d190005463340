using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about monthly reports.</summary>
internal static class Reporting
{
    public const string Thing =
        "monthlyReport { id month revision status nil eventCount eventsAsReported { nodes { event { id } "
        + "facts { title } } } }";

    /// <summary>The input of an event: a town hall on the 14th of the month.</summary>
    public static Dictionary<string, object?> Planned(
        string title = "Town hall",
        string startsOn = "1998-04-14",
        params (string Name, object? Value)[] others
    )
    {
        var planned = new Dictionary<string, object?>
        {
            ["title"] = title,
            ["description"] = "We ask what to do better.",
            ["startsOn"] = startsOn,
            ["medium"] = "FACE_TO_FACE",
            ["format"] = "TOWN_HALL",
            ["setting"] = "INFORMAL",
            ["access"] = "OPEN_TO_PUBLIC",
            ["topicScope"] = "OPEN_TOPIC",
            ["placeKind"] = "PLACE",
            ["state"] = "CA",
        };
        foreach (var (name, value) in others)
            planned[name] = value;
        return planned;
    }

    public static Task<JsonElement> SubmitAsync(
        this CwaServer server,
        Agency agency,
        string? reason = null,
        params object[] events
    ) =>
        server
            .As(agency)
            .DoAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-04",
                    events,
                    nil = events is [],
                    reason,
                },
                Thing
            );

    /// <summary>Makes an accepted report for April 1998 with these events.</summary>
    public static async Task<JsonElement> HasAcceptedAsync(this CwaServer server, Agency agency, params object[] events)
    {
        var report = await server.SubmitAsync(agency, null, events);
        Assert.Empty(report.Refusals());
        return await server.AcceptAsync(report);
    }

    public static Task<JsonElement> AcceptAsync(this CwaServer server, JsonElement submitted) =>
        server.AsReviewer().DoneAsync("acceptMonthlyReport", new { monthlyReportId = submitted.ReportId() }, Thing);

    public static Task<JsonElement> ReturnAsync(this CwaServer server, JsonElement submitted) =>
        server
            .AsReviewer()
            .DoneAsync(
                "returnMonthlyReport",
                new { monthlyReportId = submitted.ReportId(), reason = "Say where." },
                Thing
            );

    public static string ReportId(this JsonElement payload) =>
        payload.GetProperty("monthlyReport").GetProperty("id").GetString()!;

    public static int? Revision(this JsonElement payload) =>
        payload.GetProperty("monthlyReport").GetProperty("revision") is { ValueKind: JsonValueKind.Number } revision
            ? revision.GetInt32()
            : null;

    /// <summary>The ids of the report's events, in its order.</summary>
    public static IReadOnlyList<string> EventIds(this JsonElement payload) =>
        [
            .. payload
                .GetProperty("monthlyReport")
                .GetProperty("eventsAsReported")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(e => e.GetProperty("event").GetProperty("id").GetString()!),
        ];

    /// <summary>An event as its agency sees it.</summary>
    public static async Task<JsonElement> EventAsync(this CwaServer server, Agency agency, string id) =>
        (
            await server
                .As(agency)
                .AskAsync(
                    "query ($id: ID!) { node(id: $id) { ... on Event { title status startsOn isPublic hosts "
                        + "{ abbreviation } outcomes { nodes { status reason } } } } }",
                    new { id }
                )
        ).GetProperty("node");

    public static string? Text(this JsonElement of, string property) => of.GetProperty(property).GetString();
}
