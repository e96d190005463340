using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>
/// An analyst's questions about a <see cref="SmallGovernment"/>, each asked by one published operation and answered by
/// hand.
/// </summary>
public sealed class AnalystTests(SmallGovernments governments) : IClassFixture<SmallGovernments>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_question_is_one_operation_with_the_answer_found_by_hand(string provider)
    {
        var server = await governments.OnAsync(provider);

        await LiaisonsAndReportsAsync(server);
        await DutiesAsync(server);
        await CustomersAsync(server);
        await ComplaintsAsync(server);
        await ResultsAsync(server);
    }

    private static async Task LiaisonsAndReportsAsync(CwaServer server)
    {
        var without = (await AskAsync(server, "without-liaison")).GetProperty("attention");
        Assert.Equal(["ALONE", "ASKED"], Agencies(without, "items"));

        // Reports are expected from DEPT, LATE and ALONE; BUR is excused.
        var april = (await AskAsync(server, "missing-reports", new { month = "1998-04" })).GetProperty(
            "reportingStatus"
        );
        Assert.Equal(
            "1998-03-31 3 1",
            string.Join(' ', april.GetProperty("dueOn"), april.GetProperty("expected"), april.GetProperty("missing"))
        );
        Assert.Equal(
            ["ALONE MISSING", "ASKED NOT_REPORTED"],
            april.GetProperty("agencies").Lines("agency.abbreviation", "state").Order()
        );

        var calls = (await AskAsync(server, "attention"))
            .GetProperty("attention")
            .GetProperty("items")
            .EnumerateArray()
            .SelectMany(i =>
                i.GetProperty("reasons")
                    .EnumerateArray()
                    .Select(r => $"{i.GetProperty("agency").GetProperty("abbreviation")} {r.GetProperty("kind")}")
            );
        Assert.Equal(
            [
                "ALONE NOTHING_PLANNED",
                "ALONE NO_LIAISON",
                "ALONE REPORT_OVERDUE",
                "ASKED NOTHING_PLANNED",
                "ASKED NO_LIAISON",
                "ASKED REPORT_REQUESTED",
                "BUR NOTHING_PLANNED",
                "DEPT FIGURES_DO_NOT_CARRY_OVER",
                "LATE NOTHING_PLANNED",
            ],
            calls.Where(c => !c.EndsWith("COMPLAINTS_RISING", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );

        // The report for May is due on 30 April, in twenty days.
        Assert.Equal(
            0,
            (await AskAsync(server, "reminders")).GetProperty("reminders").GetProperty("totalCount").GetInt32()
        );
        var may = (await AskAsync(server, "reminders", new { within = 20 }))
            .GetProperty("reminders")
            .GetProperty("items");
        Assert.Equal(
            ["ALONE 1998-05 20", "ASKED 1998-05 20", "DEPT 1998-05 20", "LATE 1998-05 20"],
            may.Lines("agency.abbreviation", "month", "daysLeft").Order(StringComparer.Ordinal)
        );
    }

    private static async Task DutiesAsync(CwaServer server)
    {
        var asked = await AskAsync(server, "scorecard", new { department = "DEPT" });
        var government = asked
            .GetProperty("scorecard")
            .GetProperty("government")
            .GetProperty("requirements")
            .EnumerateArray()
            .ToDictionary(r => r.Requirement());

        // DEPT is in time, BUR covered by DEPT, LATE late, ALONE missing; ASKED is in no denominator.
        Assert.Equal("1 1 1 1 0 0.75", Counts(government["CWA-2.1"]));
        Assert.Equal("1 1 1 1 0 0.75", Counts(government["CWA-2.3"]));
        Assert.Equal("0 0 0 0 4 -", Counts(government["CWA-4.1"]));
        Assert.Equal(
            ["BUR INHERITED", "DEPT MET"],
            asked
                .GetProperty("department")
                .GetProperty("agencies")
                .EnumerateArray()
                .Select(a =>
                    $"{a.GetProperty("agency").GetProperty("abbreviation")} "
                    + a.GetProperty("cells").EnumerateArray().First(c => c.Requirement() == "CWA-2.1").Text("status")
                )
                .Order()
        );

        var file = await server.Client.GetAsync("/export/scorecard.csv", token: null).CsvAsync();
        Assert.Equal(
            ["ALONE NOT_MET", "ASKED VOLUNTARY_NOT_REPORTED", "BUR INHERITED", "DEPT MET", "LATE MET_LATE"],
            file.Rows.Where(r => r["requirement"] == "CWA-2.1")
                .Select(r => $"{r["agency"]} {r["status"]}")
                .Order(StringComparer.Ordinal)
        );

        static string Counts(JsonElement duty) =>
            new[] { duty }.Lines("met", "metLate", "inherited", "notMet", "pending", "rate")[0];
    }

    private static async Task CustomersAsync(CwaServer server)
    {
        var period = new { from = "1998-03-03", to = SmallGovernment.Day };

        // California was reached: 600 of 900 live there, 100 of 800 work there.
        var reach = (await AskAsync(server, "unreached-customers", period)).GetProperty("reach");
        Assert.Equal(
            ["TX 300 700 1"],
            reach.GetProperty("unreached").Lines("state", "customersLiving", "customersWorking", "agencyCount")
        );
        var coverage = reach.GetProperty("coverage");
        Assert.Equal(
            (600, 100),
            (
                coverage.GetProperty("customersLivingReached").GetInt32(),
                coverage.GetProperty("customersWorkingReached").GetInt32()
            )
        );
        Assert.Equal(
            40,
            (await AskAsync(server, "reach", period)).GetProperty("reach").GetProperty("customersMet").GetInt32()
        );

        var file = await server.Client.GetAsync("/export/events.csv", token: null).CsvAsync();
        Assert.Equal(["40"], file.Of("attendance"));
    }

    private static async Task ComplaintsAsync(CwaServer server)
    {
        // Delays rose by half, from 100 to 150, and the problem behind them is open; errors fell.
        var growing = (await AskAsync(server, "growing-complaints", new { from = "1998-03", to = "1998-03" }))
            .GetProperty("growingComplaintCategories")
            .GetProperty("categories");
        Assert.Equal(
            ["Delays 100 150 50"],
            growing.Lines("category.name", "receivedBefore", "received", "receivedPercent")
        );
        Assert.Equal(
            "Forms lie in two offices",
            growing[0].GetProperty("openProblems").GetProperty("nodes")[0].GetProperty("title").GetString()
        );

        var change = (
            await AskAsync(
                server,
                "process-changes",
                new
                {
                    from = "1998-03-01",
                    to = "1998-03-31",
                    months = 1,
                }
            )
        ).GetProperty("processChanges").GetProperty("nodes");
        Assert.Equal(["100 150"], change.Lines("effect.before.receivedPerMonth", "effect.after.receivedPerMonth"));

        var breaks = (await AskAsync(server, "carry-over")).GetProperty("complaintCarryOver").GetProperty("breaks");
        Assert.Equal(
            ["DEPT Delays 1998-03 10 12 2"],
            breaks.Lines("agency.abbreviation", "category.name", "month", "closing", "opening", "difference")
        );

        var file = await server
            .Client.GetAsync("/export/complaints.csv".With(new { month = new { eq = "1998-03" } }), token: null)
            .CsvAsync();
        Assert.Equal(["150", "40"], file.Of("received").Order(StringComparer.Ordinal));
    }

    private static async Task ResultsAsync(CwaServer server)
    {
        var hard = (await AskAsync(server, "hard-to-read")).GetProperty("annualReports");
        Assert.Equal(["DEPT"], hard.GetProperty("nodes").Lines("agency.abbreviation"));

        var asked = await AskAsync(
            server,
            "findings-without-action",
            new { from = "1998-03-03", to = SmallGovernment.Day }
        );
        var progress = asked.GetProperty("findingProgress");
        Assert.Equal(
            ["2 1 1 1"],
            new[] { progress }.Lines("findings", "withAction", "withoutAction", "medianDaysToAction")
        );
        Assert.Equal(["The line is long."], asked.GetProperty("withoutAction").GetProperty("nodes").Lines("text"));
    }

    private static IEnumerable<string> Agencies(JsonElement of, string list) =>
        of.GetProperty(list).Lines("agency.abbreviation").Order(StringComparer.Ordinal);

    private static async Task<JsonElement> AskAsync(CwaServer server, string operation, object? variables = null) =>
        await server.AskAsync(
            await File.ReadAllTextAsync(Repository.PathOf($"schema/operations/{operation}.graphql")),
            variables
        );
}
