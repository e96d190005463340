using System.Text.Json;
using Cwa.Tests;
using Snapshooter.Xunit;

namespace Cwa.Graph.Tests.Year;

/// <summary>The memorandum's year of one agency, through the public API, and what everybody else sees of it.</summary>
public sealed class AgencyYearTests
{
    private const string Report = "monthlyReport { id revision status }";

    private static readonly string[] TopIssues = ["Lost cheques"],
        Channels = ["MAIL", "TELEPHONE"],
        Categories = ["OUTCOME"];
    private static readonly int[] Ratings = [10, 60, 140, 250, 150];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_does_through_the_year_what_the_memorandum_asks_and_each_sees_what_is_theirs_to_see(
        string provider
    )
    {
        await using var year = await AgencyYear.BeginAsync(provider, "1998-03-10");

        await DesignateAsync(year);
        await AnnounceSpringAsync(year);
        year.GoTo("1998-06-25");
        await ConfirmSpringAsync(year);
        await AnnounceSummerAsync(year);
        await HearComplaintsAsync(year);
        year.GoTo("1998-12-15");
        await FixWhatIsBehindThemAsync(year);
        await AskEmployeesAndCompareAsync(year);
        await AnnounceWinterAsync(year);
        year.GoTo("1999-02-20");
        await PublishResultsAsync(year);

        var (npr, open) = await EverybodySeesTheYearAsync(year);
        npr.MatchSnapshot("AgencyYear_as_NPR_sees_it");
        open.MatchSnapshot("AgencyYear_as_the_public_sees_it");
    }

    // Action 2: a liaison by 16 March, and a program that continues through the year.
    private static async Task DesignateAsync(AgencyYear year)
    {
        var program = await year.DoesAsync(
            "createProgram",
            new
            {
                agencyId = year.AgencyId,
                name = "Ask first",
                purpose = "To ask customers before we change forms.",
                startsOn = "1998-03-10",
            },
            "program { id }"
        );
        await year.IsSeenAsync(program, "program");
        var liaison = await year.DoesAsync(
            "designateLiaison",
            new
            {
                agencyId = year.AgencyId,
                name = "Pat Smith",
                email = "pat.smith@example.gov",
                designatedOn = "1998-03-10",
            },
            "liaison { id }"
        );
        await year.IsSeenAsync(liaison, "liaison");
    }

    // Action 2: the first report starts as a draft, which nobody else sees; May has no events.
    private static async Task AnnounceSpringAsync(AgencyYear year)
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
    private static async Task ConfirmSpringAsync(AgencyYear year)
    {
        var townHall = await EventAsync(year, "Town hall");
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

        var solvingDay = await EventAsync(year, "Problem Solving Day");
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
    private static async Task AnnounceSummerAsync(AgencyYear year)
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
            Report + " "
        );
        await year.NprDoesAsync("acceptMonthlyReport", new { monthlyReportId = amendment.ReportId() }, Report);
        Assert.Equal(2, amendment.Revision());

        foreach (var month in new[] { "1998-09", "1998-10", "1998-11", "1998-12" })
            await SubmitAndAcceptAsync(year, month, Reporting.Planned($"Town hall of {month}", $"{month}-15"));
    }

    // Action 4: a process, complaint figures, and a correction of them.
    private static async Task HearComplaintsAsync(AgencyYear year)
    {
        var process = await year.DoesAsync(
            "establishComplaintProcess",
            new
            {
                agencyId = year.AgencyId,
                description = "We answer every letter.",
                channels = Channels,
                owner = "Customer office",
                targetDays = 10,
                inPlaceOn = "1998-04-01",
            },
            "complaintProcess { id }"
        );
        await year.IsSeenAsync(process, "complaintProcess");
        var category = await year.IsSeenAsync(
            await year.DoesAsync(
                "defineComplaintCategory",
                new
                {
                    agencyId = year.AgencyId,
                    name = "Lost cheques",
                    top = "OUTCOME",
                },
                "complaintCategory { id }"
            ),
            "complaintCategory"
        );

        var april = Complaining.Figures(year.Agency, ("categoryId", category));
        var reported = await year.DoesAsync(
            "reportComplaintMetrics",
            new { metrics = new[] { april } },
            "complaintMetrics { id revision }"
        );
        april["received"] = 31;
        april["pendingEnd"] = 16;
        var corrected = await year.DoesAsync(
            "reportComplaintMetrics",
            new { metrics = new[] { april } },
            "complaintMetrics { id revision }"
        );
        Assert.Equal([1, 2], new[] { reported, corrected }.Select(payload => payload.MetricRevision()));
        await year.IsSeenAsync(corrected.Metric().Text("id")!);
    }

    // Action 4: from complaints to the problem behind them, to a change whose effect was measured.
    private static async Task FixWhatIsBehindThemAsync(AgencyYear year)
    {
        var problem = await year.IsSeenAsync(
            await year.DoesAsync(
                "openSystemicProblem",
                new
                {
                    agencyId = year.AgencyId,
                    title = "Cheques get lost",
                    description = "In the mail room.",
                    foundOn = "1998-07-01",
                    owner = "Mail room",
                },
                "systemicProblem { id }"
            ),
            "systemicProblem"
        );
        await year.DoesAsync("planProcessChange", new { problemId = problem }, "systemicProblem { id }");
        var change = await year.IsSeenAsync(
            await year.DoesAsync(
                "recordProcessChange",
                new
                {
                    problemId = problem,
                    effectiveOn = "1998-09-01",
                    description = "Every cheque has a number.",
                    unit = "cheques lost a month",
                    before = 12,
                },
                "processChange { id }"
            ),
            "processChange"
        );
        await year.DoesAsync(
            "verifyProcessChange",
            new
            {
                changeId = change,
                after = 2,
                measuredOn = "1998-12-01",
                effective = true,
            },
            "processChange { id }"
        );
        var analysis = await year.DoesAsync(
            "recordAnalysis",
            new
            {
                agencyId = year.AgencyId,
                fromMonth = "1998-04",
                toMonth = "1998-11",
                categories = Categories,
                learned = "Most complaints were of lost cheques.",
                conductedOn = "1998-12-10",
            },
            "analysis { id }"
        );
        await year.IsSeenAsync(analysis, "analysis");
    }

    // Action 6: employees are surveyed, and service is compared with the best in business.
    private static async Task AskEmployeesAndCompareAsync(AgencyYear year)
    {
        var survey = await year.DoesAsync(
            "recordSurvey",
            new
            {
                agencyId = year.AgencyId,
                kind = "EMPLOYEE",
                title = "What keeps us from serving better?",
                conductedFrom = "1998-10-01",
                conductedTo = "1998-10-31",
                population = 900,
                offered = 900,
                responses = 610,
                ratings = Ratings,
            },
            "survey { id meanRating }"
        );
        await year.IsSeenAsync(survey, "survey");
        var study = await year.DoesAsync(
            "recordBenchmarkStudy",
            new
            {
                agencyId = year.AgencyId,
                measure = "Calls answered within five minutes",
                partner = "A mail-order house",
                partnerScore = 97,
                ownScore = 81,
                unit = "percent",
                conductedOn = "1998-11-20",
            },
            "benchmarkStudy { id }"
        );
        await year.IsSeenAsync(study, "benchmarkStudy");
        foreach (var state in new[] { "CA", "NY" })
        {
            var area = await year.DoesAsync(
                "declareServiceArea",
                new
                {
                    agencyId = year.AgencyId,
                    state,
                    customersLiving = 1_200_000,
                    customersWorking = 900_000,
                },
                "serviceArea { id }"
            );
            await year.IsSeenAsync(area, "serviceArea");
        }
    }

    private static async Task AnnounceWinterAsync(AgencyYear year)
    {
        foreach (var month in new[] { "1999-01", "1999-02", "1999-03" })
            await SubmitAndAcceptAsync(year, month, Reporting.Planned($"Town hall of {month}", $"{month}-15"));
    }

    // Actions 5 and 6: results against the standards, integrated into a plan, in plain words; a better text replaces
    // the first.
    private static async Task PublishResultsAsync(AgencyYear year)
    {
        var standard = await year.IsSeenAsync(
            await year.DoesAsync(
                "setServiceStandard",
                new
                {
                    agencyId = year.AgencyId,
                    statement = "We will answer your call within five minutes.",
                    measure = "Calls answered within five minutes",
                    unit = "percent",
                    target = 80,
                    direction = "AT_LEAST",
                    customerGroup = "BENEFICIARIES",
                    effectiveFrom = "1998-04-01",
                },
                "serviceStandard { id }"
            ),
            "serviceStandard",
            byOthers: true
        );
        var measurement = await year.DoesAsync(
            "recordMeasurement",
            new
            {
                standardId = standard,
                fromMonth = "1998-04",
                toMonth = "1998-12",
                value = 81.5,
            },
            "measurement { id met }"
        );
        await year.IsSeenAsync(measurement, "measurement");

        var first = await SaveAnnualReportAsync(year, standard, "We answered 81 of 100 calls within five minutes.");
        await year.IsSeenAsync(first, byNpr: false);
        var citation = await year.DoesAsync(
            "citePlan",
            new
            {
                law = "GPRA",
                document = "Annual Performance Plan",
                fiscalYear = 1998,
                section = "Goal 2",
                citedBy = new { annualReportId = first },
            },
            "planCitation { id }"
        );
        await year.IsSeenAsync(citation, "planCitation", byNpr: false);

        await year.DoesAsync("submitAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.IsSeenAsync(first);
        await year.NprDoesAsync(
            "returnAnnualReport",
            new { annualReportId = first, reason = "Say what you will do better." },
            "annualReport { id }"
        );
        await SaveAnnualReportAsync(
            year,
            standard,
            "We answered 81 of 100 calls within five minutes. Next year we will answer 90."
        );
        await year.DoesAsync("submitAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.NprDoesAsync("clearAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.IsSeenAsync(first);
        await year.NprDoesAsync("publishAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.IsSeenAsync(first, byOthers: true);

        var second = await SaveAnnualReportAsync(
            year,
            standard,
            "We answered 82 of 100 calls within five minutes. Next year we will answer 90."
        );
        Assert.NotEqual(first, second);
        await year.DoesAsync("submitAnnualReport", new { annualReportId = second }, "annualReport { id }");
        await year.NprDoesAsync("clearAnnualReport", new { annualReportId = second }, "annualReport { id }");
        await year.IsSeenAsync(first, byOthers: true);
        await year.NprDoesAsync("publishAnnualReport", new { annualReportId = second }, "annualReport { id }");
        await year.IsSeenAsync(second, byOthers: true);
        await year.IsSeenAsync(first);
    }

    private static async Task<(string Npr, string Public)> EverybodySeesTheYearAsync(AgencyYear year)
    {
        var npr = await year.NprAsksAsync(
            """
            query ($by: AgencyByInput!) {
              agency(by: $by) {
                liaison { name designatedOn }
                programs { nodes { name } }
                monthlyReports(first: 100) { totalCount nodes { month revision status nil eventCount reason } }
                events(first: 100) { nodes { title startsOn status attendance format } }
                findings { nodes {
                  text actions(first: 5) { nodes { description outcomes(first: 5) { nodes { description } } } }
                } }
                complaintProcesses { nodes { description } }
                complaintMetrics { nodes { month revision isCurrent received pendingEnd } }
                systemicProblems { nodes { title status changes(first: 5) { nodes { description before after } } } }
                surveys { nodes { kind responses meanRating } }
                benchmarkStudies { nodes { partner partnerScore ownScore } }
                serviceAreas { nodes { state customersLiving } }
                serviceStandards { nodes { statement measurements(first: 5) { nodes { value met } } } }
                annualReports(first: 5) { nodes {
                  year revision status statements { text met }
                  planCitations(first: 5) { nodes { plan { law section } } }
                } }
              }
            }
            """,
            new { by = new { id = year.AgencyId } }
        );

        const string Open = """
            query ($by: AgencyByInput!, $of: EventFilterInput, $results: AnnualReportFilterInput) {
              events(where: $of, first: 100) { totalCount nodes { title startsOn status } }
              annualReports(where: $results, first: 5) { totalCount nodes { revision status statements { text } } }
              agency(by: $by) { name serviceStandards { nodes { statement } } }
            }
            """;
        var agency = new { abbreviation = new { eq = year.Agency.Abbreviation } };
        var variables = new
        {
            by = new { id = year.AgencyId },
            of = new { agency },
            results = new { agency },
        };
        var seenByPublic = ReadableAnswer.Of(await year.PublicAsksAsync(Open, variables));
        Assert.Equal(seenByPublic, ReadableAnswer.Of(await year.OtherAsksAsync(Open, variables)));
        var hidden = await year.OtherAsksAsync(
            """
            query ($by: AgencyByInput!) {
              agency(by: $by) {
                liaison { name } complaintProcesses { totalCount }
                monthlyReports { totalCount } findings { totalCount } complaintMetrics { totalCount }
                systemicProblems { totalCount } surveys { totalCount } benchmarkStudies { totalCount }
                serviceAreas { totalCount } programs { totalCount }
              }
            }
            """,
            new { by = new { id = year.AgencyId } }
        );
        Assert.All(
            hidden.GetProperty("agency").EnumerateObject(),
            field =>
                Assert.True(
                    field.Value.ValueKind == JsonValueKind.Null
                        || field.Value.GetProperty("totalCount").GetInt32() == 0,
                    field.Name
                )
        );
        return (ReadableAnswer.Of(npr), seenByPublic);
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
        var townHall = await EventAsync(year, "Town hall");
        await year.IsSeenAsync(townHall);
        var accepted = await year.NprDoesAsync(
            "acceptMonthlyReport",
            new { monthlyReportId = submitted.ReportId() },
            Report
        );
        await year.IsSeenAsync(accepted, "monthlyReport");
        await year.IsSeenAsync(townHall, byOthers: true);
    }

    private static async Task<string> EventAsync(AgencyYear year, string title)
    {
        var found = await year.NprAsksAsync(
            "query ($where: EventFilterInput) { events(where: $where) { nodes { id } } }",
            new
            {
                where = new
                {
                    title = new { eq = title },
                    agency = new { abbreviation = new { eq = year.Agency.Abbreviation } },
                },
            }
        );
        return Assert.Single(found.GetProperty("events").GetProperty("nodes").EnumerateArray()).Text("id")!;
    }

    private static async Task<string> AttendanceForTheAsync(
        Func<string, object?, Task<JsonElement>> ask,
        string eventId
    ) =>
        (await ask("query ($id: ID!) { node(id: $id) { ... on Event { attendance } } }", new { id = eventId }))
            .GetProperty("node")
            .GetProperty("attendance")
            .GetRawText();

    private static async Task<string> SaveAnnualReportAsync(AgencyYear year, string standardId, string text)
    {
        var saved = await year.DoesAsync(
            "saveAnnualReportDraft",
            new
            {
                agencyId = year.AgencyId,
                year = 1998,
                yearBasis = "CALENDAR",
                title = "What we did for you in 1998",
                statements = new[]
                {
                    new
                    {
                        standardId,
                        text,
                        result = 81.5,
                        met = true,
                    },
                },
            },
            "annualReport { id }"
        );
        return saved.GetProperty("annualReport").Text("id")!;
    }
}
