using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>What one agency records besides its reports and figures, made through the public API.</summary>
internal sealed class RandomRecording(CwaServer server, Agency agency)
{
    private static readonly string[] Texts =
    [
        "Do we listen?",
        "Commas, \"quotes\" and 'more'",
        "Two\nlines",
        "Kürbis 🎃 東京",
        "1998",
        "N/A",
        "-5 is what we reached.",
        "One; two; three",
    ];

    private readonly Dictionary<string, List<string>> _ids = [];

    /// <summary>The ids of what was recorded and not withdrawn.</summary>
    private string AnId(string thing, Act act) =>
        _ids.GetValueOrDefault(thing) is { Count: > 0 } ids ? ids[act.How % ids.Count] : "";

    private static string? Maybe(string id) => id is "" ? null : id;

    private static string Text(Act act, int more = 0) => Texts[(act.Which + more) % Texts.Length];

    private static string Day(Act act) => $"1998-{4 + act.Month:00}-{1 + act.Which:00}";

    /// <summary>Does one step; it may be refused.</summary>
    public Task DoAsync(Act act, string eventId) =>
        act.Kind switch
        {
            0 => RecordAsync("recordSurvey", "survey", Survey(act)),
            1 => RecordAsync(
                "correctSurvey",
                "survey",
                With(Survey(act), ("surveyId", AnId("survey", act)), ("reason", "Misread.")),
                isNew: false
            ),
            2 => RecordAsync("recordBenchmarkStudy", "benchmarkStudy", Study(act)),
            3 => RecordAsync(
                "declareServiceArea",
                "serviceArea",
                Of(("state", act.How % 2 == 0 ? "CA" : "PR"), ("customersLiving", act.Which), ("customersWorking", 3))
            ),
            4 => RecordAsync("createProgram", "program", Program(act)),
            5 => RecordAsync("setServiceStandard", "serviceStandard", Standard(act)),
            6 => RecordAsync("recordMeasurement", "measurement", Measurement(act)),
            7 => RecordAsync("recordFinding", "finding", Finding(act, eventId)),
            8 => RecordAsync("designateLiaison", "liaison", Liaison(act)),
            9 => RecordAsync("recordProblemSolvingOutcome", "problemSolvingOutcome", Outcome(act, eventId)),
            10 => RecordAsync(
                "completeEvent",
                "event",
                new()
                {
                    ["eventId"] = eventId,
                    ["city"] = Text(act),
                    ["expectedReach"] = act.How,
                },
                isNew: false
            ),
            11 => RecordAsync(
                "declareCustomerBase",
                "customerBase",
                Of(("customers", 1 + act.How), ("effectiveFrom", Day(act)), ("source", Text(act)))
            ),
            12 => RecordAsync("defineAgencyTheme", "agencyTheme", Of(("name", Text(act)), ("theme", "WAITING"))),
            13 => RecordAsync("declareDeliveryChoice", "deliveryChoice", Choice(act)),
            _ => WithdrawAsync(act),
        };

    private Dictionary<string, object?> Survey(Act act) =>
        Of(
            ("kind", act.Month == 0 ? "EMPLOYEE" : "CUSTOMER"),
            ("title", Text(act)),
            ("conductedFrom", Day(act)),
            ("conductedTo", Day(act)),
            ("channel", act.How % 2 == 0 ? "WEB" : null),
            ("service", act.How % 3 == 0 ? Text(act, 1) : null),
            ("question", act.How % 3 == 1 ? Text(act, 2) : null),
            ("population", act.How),
            ("offered", act.How % 2 == 0 ? 1 : null),
            ("responses", 1),
            ("countsMissing", act.How % 2 == 0 ? null : "LESS_THAN"),
            ("ratings", act.How % 4 < 2 ? new[] { 0, 1, act.How, 3, 4 } : []),
            ("meanRating", act.How % 4 == 2 ? 3.75 : null)
        );

    private Dictionary<string, object?> Study(Act act) =>
        Of(
            ("measure", Text(act)),
            ("partner", Text(act, 1)),
            ("partnerScore", act.How / 3.0),
            ("ownScore", -act.How),
            ("unit", "percent"),
            ("conductedOn", Day(act))
        );

    private Dictionary<string, object?> Program(Act act) =>
        Of(
            ("name", Text(act)),
            ("purpose", Text(act, 1)),
            ("startsOn", Day(act)),
            ("endsOn", act.How < 4 ? "1998-12-31" : null)
        );

    private Dictionary<string, object?> Choice(Act act) =>
        Of(
            ("service", Text(act)),
            ("means", act.How % 2 == 0 ? "MAIL" : "WEB"),
            ("provider", act.How % 3 == 0 ? Text(act, 1) : null),
            ("offeredFrom", Day(act)),
            ("offeredTo", act.How < 4 ? "1998-12-31" : null)
        );

    private Dictionary<string, object?> Standard(Act act) =>
        Of(
            ("statement", Text(act)),
            ("measure", Text(act, 1)),
            ("unit", "days"),
            ("target", act.How / 2.0),
            ("direction", act.How % 2 == 0 ? "AT_LEAST" : "AT_MOST"),
            ("customerGroup", "VETERANS"),
            ("effectiveFrom", Day(act)),
            ("replacesId", act.How == 7 ? AnId("serviceStandard", act) : null)
        );

    private Dictionary<string, object?> Measurement(Act act) =>
        new()
        {
            ["standardId"] = AnId("serviceStandard", act),
            ["fromMonth"] = $"1998-{7 + act.Month:00}",
            ["toMonth"] = $"1998-{7 + act.Month + act.Which % 2:00}",
            ["value"] = act.How % 2 == 0 ? act.Which / 7.0 : null,
            ["valueMissing"] = act.How % 2 == 0 ? null : "NOT_APPLICABLE",
        };

    private Dictionary<string, object?> Finding(Act act, string eventId) =>
        Of(
            ("about", act.Month == 0 ? "SATISFACTION" : "WANTED_SERVICES"),
            ("text", Text(act)),
            ("theme", act.How % 3 == 0 ? "WAITING" : null),
            ("ownThemeId", act.Which % 3 == 0 ? Maybe(AnId("agencyTheme", act)) : null),
            ("customerGroup", act.How < 4 ? "VETERANS" : null),
            ("people", act.Which % 2 == 0 ? act.How : null),
            ("foundOn", Day(act)),
            (
                "source",
                act.How % 3 == 0 ? new Dictionary<string, object> { ["eventId"] = eventId }
                : act.How % 3 == 1 ? new Dictionary<string, object> { ["surveyId"] = AnId("survey", act) }
                : new Dictionary<string, object> { ["programId"] = AnId("program", act) }
            )
        );

    private Dictionary<string, object?> Liaison(Act act) =>
        Of(
            ("name", Text(act)),
            ("title", act.How % 2 == 0 ? Text(act, 1) : null),
            ("office", act.How % 3 == 0 ? Text(act, 2) : null),
            ("phone", act.How % 2 == 0 ? "(410) 555-0134" : null),
            ("coverage", act.How < 4 ? "SELF" : "SELF_AND_COMPONENTS"),
            ("designatedOn", Day(act)),
            ("replace", true)
        );

    private static Dictionary<string, object?> Outcome(Act act, string eventId) =>
        new()
        {
            ["eventId"] = eventId,
            ["appointments"] = act.How,
            ["walkIns"] = act.Which,
            ["solvedByPhone"] = 0,
            ["casesOpened"] = 3,
            ["casesResolved"] = act.Month,
            ["topIssues"] = act.How % 2 == 0 ? new[] { "Lost checks", "Long waits" } : [],
        };

    private async Task WithdrawAsync(Act act)
    {
        var thing = new[] { "survey", "measurement", "finding", "benchmarkStudy", "serviceArea" }[act.Which % 5];
        var verb = $"withdraw{char.ToUpperInvariant(thing[0])}{thing[1..]}";
        var id = AnId(thing, act);
        if (id is not "")
            await server
                .As(agency)
                .DoAsync(
                    verb,
                    new Dictionary<string, object> { [$"{thing}Id"] = id, ["reason"] = "It was another's." }
                );
    }

    private async Task RecordAsync(string mutation, string thing, Dictionary<string, object?> input, bool isNew = true)
    {
        if (input.ContainsValue(""))
            return;
        var payload = await server.As(agency).DoAsync(mutation, input, $"{thing} {{ id }}");
        if (isNew && payload.GetProperty(thing) is { ValueKind: JsonValueKind.Object } recorded)
        {
            _ids.TryAdd(thing, []);
            _ids[thing].Add(recorded.Text("id")!);
        }
    }

    private Dictionary<string, object?> Of(params (string Field, object? Value)[] values) =>
        With(new() { ["agencyId"] = agency.Id() }, values);

    private static Dictionary<string, object?> With(
        Dictionary<string, object?> input,
        params (string Field, object? Value)[] values
    )
    {
        foreach (var (field, value) in values)
            input[field] = value;
        if (input.ContainsKey("reason"))
            input.Remove("agencyId");
        return input;
    }
}
