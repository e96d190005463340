using System.Text.Json;
using Cwa.Model;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>A step that an agency or NPR tries, and that may be refused.</summary>
/// <param name="Kind">The kind of step.</param>
/// <param name="Month">The month of the report.</param>
/// <param name="Which">The event, category or channel.</param>
/// <param name="How">A variant of the step.</param>
public sealed record Act(int Kind, int Month, int Which, int How);

/// <summary>The autumn of 1998 at one agency, made through the public API.</summary>
internal sealed class RandomYear
{
    private static readonly string[] Months = ["1998-10", "1998-11", "1998-12"],
        Titles =

        [
            "Town hall",
            "Commas, \"quotes\" and 'more'",
            "Two\nlines",
            "Kürbis 🎃 東京",
            "1998",
            "true",
            "Town hall",
            "N/A",
        ];

    private readonly CwaServer _server;
    private readonly Agency _agency,
        _partner;
    private readonly List<string> _events = [],
        _categories = [];
    private readonly Dictionary<string, string> _reports = [];
    private readonly RandomRecording _records;

    private RandomYear(CwaServer server, Agency agency, Agency partner) =>
        (_server, _agency, _partner, _records) = (server, agency, partner, new(server, agency));

    public static async Task<Agency> HasAsync(CwaServer server, IEnumerable<Act> acts)
    {
        var year = new RandomYear(server, await server.HasAgencyAsync(), await server.HasAgencyAsync());
        foreach (var act in acts)
            await year.DoAsync(act);
        return year._agency;
    }

    private Task DoAsync(Act act) =>
        act.Kind switch
        {
            0 or 1 => ReportAsync(act, reason: act.Kind == 1 ? "We know more." : null),
            2 => ReportAsync(act, reason: "It moved here.", Event(act)),
            3 or 4 => DecideAsync(
                "acceptMonthlyReport",
                Months[act.Month],
                new { monthlyReportId = _reports.GetValueOrDefault(Months[act.Month], "") }
            ),
            5 => DecideAsync(
                "returnMonthlyReport",
                Months[act.Month],
                new { monthlyReportId = _reports.GetValueOrDefault(Months[act.Month], ""), reason = "Say where." }
            ),
            6 => HappensAsync(
                "confirmEvent",
                new
                {
                    eventId = Event(act),
                    attendance = act.How < 4 ? 40 : (int?)null,
                    countMethod = act.How < 4 ? "COUNTED" : null,
                }
            ),
            7 => HappensAsync("cancelEvent", new { eventId = Event(act), reason = "Snow." }),
            8 => HappensAsync(
                "postponeEvent",
                new
                {
                    eventId = Event(act),
                    reason = "Snow.",
                    startsOn = act.How == 0 ? null : $"{Months[act.How % 3]}-{10 + act.How}",
                }
            ),
            9 => FiguresAsync(act),
            _ => _records.DoAsync(act with { Kind = act.Kind - 10 }, Event(act)),
        };

    private string Event(Act act) => _events is [] ? "" : _events[act.Which % _events.Count];

    private async Task ReportAsync(Act act, string? reason, string? eventId = null)
    {
        var month = Months[act.Month];
        var events = Enumerable
            .Range(act.How, 1 + act.How % 4)
            .Select(i =>
                Planned(
                    Titles[(act.Which + i) % Titles.Length],
                    $"{month}-{5 + (act.Which * i % 20):00}",
                    ("eventId", i == act.How ? eventId : null),
                    ("coHostIds", i % 3 == 0 ? new[] { _partner.Id() } : []),
                    ("languages", i % 2 == 0 ? new[] { "en", "es" } : []),
                    ("expectedReach", i % 2 == 0 ? 40 : null),
                    ("city", i % 4 == 0 ? "Fresno" : null),
                    ("format", i % 3 == 1 ? "PROBLEM_SOLVING_DAY" : "TOWN_HALL"),
                    ("access", i % 4 == 1 ? "BY_INVITATION" : "OPEN_TO_PUBLIC"),
                    ("endsOn", i % 5 == 0 ? $"{month}-28" : null)
                )
            )
            .ToList();
        var payload = await _server
            .As(_agency)
            .DoAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = _agency.Id(),
                    month,
                    events,
                    reason,
                },
                Thing
            );
        if (payload.Refusals() is not [])
            return;

        _reports[month] = payload.ReportId();
        _events.AddRange(payload.EventIds().Except(_events));
    }

    private async Task DecideAsync(string mutation, string month, object input)
    {
        if (_reports.ContainsKey(month))
            await _server.AsReviewer().DoAsync(mutation, input);
    }

    private async Task HappensAsync(string mutation, object input)
    {
        if (_events is not [])
            await _server.As(_agency).DoAsync(mutation, input);
    }

    private async Task FiguresAsync(Act act)
    {
        if (act.How % 3 == 0)
        {
            var payload = await _server
                .As(_agency)
                .DoAsync(
                    "defineComplaintCategory",
                    new
                    {
                        agencyId = _agency.Id(),
                        name = Titles[act.Which],
                        top = "COST",
                    },
                    "complaintCategory { id }"
                );
            if (payload.GetProperty("complaintCategory") is { ValueKind: JsonValueKind.Object } category)
                _categories.Add(category.Text("id")!);
        }

        var isCounted = act.How != 1;
        var covers = ((act.Which + act.How) % 3) switch
        {
            0 => "YEAR",
            1 => "QUARTER",
            _ => "MONTH",
        };
        await _server
            .As(_agency)
            .DoneAsync(
                "reportComplaintMetrics",
                new
                {
                    metrics = new[]
                    {
                        new
                        {
                            agencyId = _agency.Id(),
                            month = covers == "MONTH" ? Months[act.Month % 2] : "1998-01",
                            covers,
                            categoryId = _categories is [] ? null : _categories[act.Which % _categories.Count],
                            channel = act.Which % 2 == 0 ? "TELEPHONE" : null,
                            pendingStart = act.How,
                            received = 10 * act.Which,
                            resolved = act.How,
                            pendingEnd = isCounted ? 10 * act.Which : (int?)null,
                            withinTarget = isCounted ? 1 : (int?)null,
                            countsMissing = isCounted ? null : "LESS_THAN",
                            medianDays = act.How % 2 == 0 ? act.Which / 3.0 : (double?)null,
                            medianDaysMissing = act.How % 2 == 0 ? null : "NOT_APPLICABLE",
                        },
                    },
                },
                "complaintMetrics { id }"
            );
    }
}
