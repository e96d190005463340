using System.Text.Json;

namespace Cwa.Graph.Tests.Year;

/// <summary>Actions 1 to 3: monthly reports of conversations, what came of them, and what they led to.</summary>
internal static class Conversations
{
    private const string Report = "monthlyReport { id revision status }";

    private static readonly string[] TopIssues = ["Lost cheques"];

    // Action 2: the first report starts as a draft, which nobody else sees; May has no events.
    public static async Task AnnounceSpringAsync(AgencyYear year)
    {
        var draft = await year.DoesAsync(
            "saveMonthlyReportDraft",
            new
            {
                agencyId = year.AgencyId,
                month = "1998-04",
                events = new[] { Reporting.Planned() },
            },
            Report
        );
        await year.IsSeenAsync(draft, "monthlyReport", byNpr: false);

        var april = await year.DoesAsync(
            "submitMonthlyReport",
            new { agencyId = year.AgencyId, month = "1998-04" },
            Report
        );
        await year.IsSeenAsync(april, "monthlyReport");
        await IsSeenOnceAcceptedAsync(year, april);

        var may = await year.DoesAsync(
            "submitMonthlyReport",
            new
            {
                agencyId = year.AgencyId,
                month = "1998-05",
                nil = true,
            },
            Report
        );
        await year.NprDoesAsync("acceptMonthlyReport", new { monthlyReportId = may.ReportId() }, Report);

        await SubmitAndAcceptAsync(
            year,
            "1998-06",
            Reporting.Planned("Problem Solving Day", "1998-06-06", ("format", "PROBLEM_SOLVING_DAY"))
        );
    }

    // Action 3 counts the customers reached, action 4 what a problem-solving day solved, and a finding leads to an
    // action and an outcome.
    public static async Task ConfirmSpringAsync(AgencyYear year)
    {
        var townHall = await year.EventAsync("Town hall");
        await year.DoesAsync(
            "confirmEvent",
            new
            {
                eventId = townHall,
                attendance = 140,
                countMethod = "COUNTED",
            },
            "event { id status }"
        );
        await year.IsSeenAsync(townHall, byOthers: true);
        Assert.Equal("null", await AttendanceForTheAsync(year.OtherAsksAsync, townHall));
        Assert.Equal("140", await AttendanceForTheAsync(year.NprAsksAsync, townHall));

        var solvingDay = await year.EventAsync("Problem Solving Day");
        await year.DoesAsync(
            "confirmEvent",
            new
            {
                eventId = solvingDay,
                attendance = 80,
                countMethod = "COUNTED",
            },
            "event { id }"
        );
        var solved = await year.DoesAsync(
            "recordProblemSolvingOutcome",
            new
            {
                eventId = solvingDay,
                appointments = 40,
                walkIns = 30,
                solvedByPhone = 12,
                casesOpened = 60,
                casesResolved = 41,
                topIssues = TopIssues,
            },
            "problemSolvingOutcome { id }"
        );
        await year.IsSeenAsync(solved, "problemSolvingOutcome");

        var finding = await year.IsSeenAsync(
            await year.DoesAsync(
                "recordFinding",
                new
                {
                    agencyId = year.AgencyId,
                    source = new { eventId = townHall },
                    about = "WANTED_SERVICES",
                    text = "People want to come after work.",
                    foundOn = "1998-04-20",
                },
                "finding { id }"
            ),
            "finding"
        );
        var action = await year.IsSeenAsync(
            await year.DoesAsync(
                "recordAction",
                new
                {
                    findingId = finding,
                    description = "Offices stay open until seven on Thursdays.",
                    takenOn = "1998-06-01",
                },
                "action { id }"
            ),
            "action"
        );
        var outcome = await year.DoesAsync(
            "recordOutcome",
            new
            {
                actionId = action,
                description = "One visitor in five now comes after five.",
                observedOn = "1998-06-20",
            },
            "outcome { id }"
        );
        await year.IsSeenAsync(outcome, "outcome");
    }

    // Action 2: one report is returned and submitted again, one is amended after it was accepted.
    public static async Task AnnounceSummerAsync(AgencyYear year)
    {
        var vague = await year.DoesAsync(
            "submitMonthlyReport",
            new
            {
                agencyId = year.AgencyId,
                month = "1998-07",
                events = new[] { Reporting.Planned("Something", "1998-07-09") },
            },
            Report
        );
        var returned = await year.NprDoesAsync(
            "returnMonthlyReport",
            new { monthlyReportId = vague.ReportId(), reason = "Say what it is." },
            Report
        );
        await year.IsSeenAsync(returned, "monthlyReport");
        await SubmitAndAcceptAsync(
            year,
            "1998-07",
            Reporting.Planned("Listening session", "1998-07-09", ("format", "LISTENING_SESSION"))
        );

        await SubmitAndAcceptAsync(
            year,
            "1998-08",
            Reporting.Planned("Open house", "1998-08-12", ("format", "OPEN_HOUSE"))
        );
        var amendment = await year.DoesAsync(
            "submitMonthlyReport",
            new
            {
                agencyId = year.AgencyId,
                month = "1998-08",
                reason = "A second open house.",
                events = new[]
                {
                    Reporting.Planned("Open house", "1998-08-12", ("format", "OPEN_HOUSE")),
                    Reporting.Planned("Open house, again", "1998-08-26", ("format", "OPEN_HOUSE")),
                },
            },
            Report
        );
        await year.NprDoesAsync("acceptMonthlyReport", new { monthlyReportId = amendment.ReportId() }, Report);
        Assert.Equal(2, amendment.Revision());

        foreach (var month in new[] { "1998-09", "1998-10", "1998-11", "1998-12" })
            await SubmitAndAcceptAsync(year, month, Reporting.Planned($"Town hall of {month}", $"{month}-15"));
    }

    public static async Task AnnounceWinterAsync(AgencyYear year)
    {
        foreach (var month in new[] { "1999-01", "1999-02", "1999-03" })
            await SubmitAndAcceptAsync(year, month, Reporting.Planned($"Town hall of {month}", $"{month}-15"));
    }

    private static async Task SubmitAndAcceptAsync(AgencyYear year, string month, params object[] events)
    {
        var report = await year.DoesAsync(
            "submitMonthlyReport",
            new
            {
                agencyId = year.AgencyId,
                month,
                events,
            },
            Report
        );
        await year.NprDoesAsync("acceptMonthlyReport", new { monthlyReportId = report.ReportId() }, Report);
    }

    // The public sees an open event from the day on which NPR accepts its report.
    private static async Task IsSeenOnceAcceptedAsync(AgencyYear year, JsonElement submitted)
    {
        var townHall = await year.EventAsync("Town hall");
        await year.IsSeenAsync(townHall);
        var accepted = await year.NprDoesAsync(
            "acceptMonthlyReport",
            new { monthlyReportId = submitted.ReportId() },
            Report
        );
        await year.IsSeenAsync(accepted, "monthlyReport");
        await year.IsSeenAsync(townHall, byOthers: true);
    }

    private static async Task<string> AttendanceForTheAsync(
        Func<string, object?, Task<JsonElement>> ask,
        string eventId
    ) =>
        (await ask("query ($id: ID!) { node(id: $id) { ... on Event { attendance } } }", new { id = eventId }))
            .GetProperty("node")
            .GetProperty("attendance")
            .GetRawText();
}
