using System.Text.Json;
using Cwa.Model;
using static Cwa.Graph.Tests.Importing;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>An agency that has an event in November, and tells it again.</summary>
internal static class Retelling
{
    public const string November = "1998-11",
        HeldOn = "1998-11-10",
        ToCome = "1998-11-20";

    public static async Task<string> HasAsync(CwaServer server, Agency agency, params (string, object?)[] others)
    {
        var report = await SubmitAsync(server, agency, November, Planned(startsOn: HeldOn, others: others));
        await server.AcceptAsync(report);
        return report.EventIds().Single();
    }

    public static Task<JsonElement> SubmitAsync(
        CwaServer server,
        Agency agency,
        string month,
        params object[] events
    ) =>
        server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month,
                    events,
                },
                Thing
            );

    public static Task<JsonElement> AmendAsync(
        CwaServer server,
        Agency agency,
        string mutation,
        params object[] events
    ) => AmendAsync(server, agency, mutation, false, events);

    public static Task<JsonElement> AmendAsync(
        CwaServer server,
        Agency agency,
        string mutation,
        object @event,
        bool validateOnly
    ) => AmendAsync(server, agency, mutation, validateOnly, @event);

    public static Task<JsonElement> AmendAsync(
        CwaServer server,
        Agency agency,
        string mutation,
        bool validateOnly,
        params object[] events
    ) =>
        server
            .As(agency)
            .DoAsync(
                mutation,
                mutation == "saveMonthlyReportDraft"
                    ? new
                    {
                        agencyId = agency.Id(),
                        month = November,
                        events,
                        validateOnly,
                    }
                    : new
                    {
                        agencyId = agency.Id(),
                        month = November,
                        events,
                        validateOnly,
                        reason = "A larger hall.",
                    },
                Thing
            );

    public static string HallOn(Agency agency, string day, string title = "Town hall") =>
        Hall(agency, November, title, reason: "A larger hall.")
            .Replace($"{November}-14", day, StringComparison.Ordinal);

    public static IReadOnlyList<string> Errors(Engine.Answer answer)
    {
        Assert.Equal(422, answer.Status);
        return answer.Json.GetProperty("errors").Lines("line", "column");
    }

    public static async Task<(string?, string?)> DayAndStatusAsync(CwaServer server, Agency agency, string id)
    {
        var @event = await server.EventAsync(agency, id);
        return (@event.Text("startsOn"), @event.Text("status"));
    }
}
