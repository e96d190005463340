using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class ScorecardQueryTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Cells =
        "cells { requirement { key } status reason countsAsMet evidenceCount evidence { __typename id } "
        + "inheritedFrom { abbreviation } }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_scorecard_shows_each_department_on_each_duty(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (first, second) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var (covered, late, silent) = (
            await server.HasAgencyAsync(first),
            await server.HasAgencyAsync(first),
            await server.HasAgencyAsync(second)
        );
        // The first department is in time, and its liaison covers its components, one of which designates its own,
        // late. The second does nothing.
        await SaveAsync(
            server,
            Designation(first, new(1998, 3, 10), Coverage.SelfAndComponents),
            Designation(late, new(1998, 3, 20)),
            Report(first, new(1998, 3), new(1998, 3, 17, 3, 30, 0, DateTimeKind.Utc)),
            Report(late, new(1998, 3), new(1998, 3, 20, 15, 0, 0, DateTimeKind.Utc))
        );

        var data = await server
            .AsReviewer()
            .AskAsync(
                """
                query ($of: [String!]) {
                  scorecard(asOf: "1998-03-25", where: { abbreviation: { in: $of } }) {
                    asOf year dataAsOf judicialReview
                    government { directedAgencies requirements { requirement { key } met metLate inherited notMet
                      countAsMet decided rate } }
                    departments { agency { abbreviation } requirements { requirement { key } rate } }
                    agencies { agency { abbreviation } judgedOn cells { requirement { key } status } }
                  }
                }
                """,
                new { of = new[] { first, second, covered, late, silent }.Select(a => a.Abbreviation) }
            );

        var scorecard = data.GetProperty("scorecard");
        Assert.Equal(("1998-03-25", 1998), (scorecard.Text("asOf"), scorecard.GetProperty("year").GetInt32()));
        Assert.Contains(
            "does not create any right or benefit",
            scorecard.Text("judicialReview"),
            StringComparison.Ordinal
        );
        // CWA-2.1: first MET, covered INHERITED, late MET (the department covered it on the due day), second and silent
        // NOT_MET: 3 of 5.
        Assert.Equal((2, 0, 1, 2, 3, 5, 0.6), Counts(scorecard, "CWA-2.1"));
        // CWA-2.2: first and late informed NPR and sent a list, covered has the status of first: 3 of 5.
        Assert.Equal((2, 0, 1, 2, 3, 5, 0.6), Counts(scorecard, "CWA-2.2"));
        // CWA-2.3, March: first at half past ten in the evening of 16 March. Covered and late were covered on the due
        // day; late still reported, four days after it. Second and silent did not.
        Assert.Equal((1, 1, 1, 2, 3, 5, 0.6), Counts(scorecard, "CWA-2.3"));
        Assert.Equal(
            [(first.Abbreviation, 1.0), (second.Abbreviation, 0.0)],
            scorecard
                .GetProperty("departments")
                .EnumerateArray()
                .Select(d =>
                    (
                        d.GetProperty("agency").Text("abbreviation")!,
                        d.GetProperty("requirements")
                            .EnumerateArray()
                            .First(r => r.Requirement() == "CWA-2.1")
                            .GetProperty("rate")
                            .GetDouble()
                    )
                )
                .OrderByDescending(d => d.Item2)
        );
        Assert.Equal(
            "MET INHERITED MET_LATE NOT_MET NOT_MET",
            string.Join(
                ' ',
                new[] { first, covered, late, second, silent }.Select(agency =>
                    scorecard
                        .GetProperty("agencies")
                        .EnumerateArray()
                        .Single(a => a.GetProperty("agency").Text("abbreviation") == agency.Abbreviation)
                        .GetProperty("cells")
                        .EnumerateArray()
                        .Single(c => c.Requirement() == "CWA-2.3")
                        .Text("status")
                )
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_recorded_of_events_today_does_not_change_the_scorecard_of_yesterday(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (
            await server.HasAcceptedAsync(
                agency,
                Planned("Called off", "1998-04-14"),
                Planned("Solved", "1998-04-20", ("format", "PROBLEM_SOLVING_DAY"))
            )
        ).EventIds();
        Assert.Equal("PENDING PENDING", await StatusesAsync("1998-04-30"));

        await server.As(agency).DoneAsync("cancelEvent", new { eventId = ids[0], reason = "Snow." }, "event { id }");
        await server
            .As(agency)
            .DoneAsync(
                "confirmEvent",
                new
                {
                    eventId = ids[1],
                    attendance = 40,
                    countMethod = "COUNTED",
                },
                "event { id }"
            );

        // Until the end of April nothing is missing; by 15 November the months after April are. What was confirmed on
        // the 16th counts from that day.
        Assert.Equal("PENDING PENDING", await StatusesAsync("1998-04-30"));
        Assert.Equal("NOT_MET PENDING", await StatusesAsync("1998-11-15"));
        Assert.Equal("NOT_MET MET", await StatusesAsync("1998-11-16"));
        Assert.Equal(
            "Of 2 conversations none has told its attendance yet; how many customers there are is not declared.",
            (await CellAsync(server, agency, "CWA-3.1", "1998-11-15")).Text("reason")
        );
        Assert.Equal(
            "40 people took part in 1 of 1 conversation; how many customers there are is not declared.",
            (await CellAsync(server, agency, "CWA-3.1", "1998-11-16")).Text("reason")
        );

        async Task<string> StatusesAsync(string day) =>
            $"{(await CellAsync(server, agency, "CWA-1.1", day)).Text("status")} "
            + $"{(await CellAsync(server, agency, "CWA-4.2", day)).Text("status")}";
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_scorecard_of_yesterday_sees_a_postponed_or_changed_conversation_as_it_was(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (await server.HasAcceptedAsync(agency, Planned("Put off", "1998-04-14"))).EventIds();
        Assert.Equal("PENDING", (await CellAsync(server, agency, "CWA-1.1", "1998-04-30")).Text("status"));

        await server
            .As(agency)
            .DoneAsync(
                "postponeEvent",
                new
                {
                    eventId = ids[0],
                    reason = "Snow.",
                    startsOn = "1998-12-01",
                },
                "event { id }"
            );

        Assert.Equal("PENDING", (await CellAsync(server, agency, "CWA-1.1", "1998-04-30")).Text("status"));
        Assert.StartsWith(
            "No conversation was held or planned in April 1998, May 1998",
            (await CellAsync(server, agency, "CWA-1.1", "1998-11-16")).Text("reason"),
            StringComparison.Ordinal
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_kind_of_record_changes_its_cells(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standard = new ServiceStandard(
            agency.Id,
            "We answer within a week.",
            "Letters answered within a week",
            "percent",
            90,
            TargetDirection.AtLeast,
            CustomerGroup.GeneralPublic,
            new(1998, 3, 3)
        );
        var survey = new Survey(
            agency.Id,
            SurveyKind.Employee,
            "Staff",
            new(1998, 5, 1),
            new(1998, 5, 31),
            new() { CountsMissing = MissingReason.NotCollected }
        );
        var asked = new Survey(
            agency.Id,
            SurveyKind.Customer,
            "Customers",
            new(1998, 5, 1),
            new(1998, 5, 31),
            new() { CountsMissing = MissingReason.NotCollected }
        );
        var finding = new Finding(
            agency.Id,
            FindingAbout.Satisfaction,
            "They wait too long.",
            new(1998, 6, 1),
            null,
            asked.Id
        );
        var problem = new SystemicProblem(agency.Id, null, "Lost letters", "Letters are lost.", new(1998, 5, 1));
        var report = new AnnualReport(agency.Id, 1998, YearBasis.Fiscal, "Results");
        report.SetStatements([new(standard.Id, "We answered nine of ten letters within a week.", 90, true)]);
        report.Submit();
        report.Clear();
        report.Publish(new(1998, 11, 5));
        var plan = new PlanReference(agency.Id, PlanLaw.Gpra, "Strategic plan", 1998, "Goal 2");
        await SaveAsync(
            server,
            standard,
            new Measurement(standard, new(1998, 4), new(1998, 6), 91),
            survey,
            asked,
            finding,
            problem,
            report,
            plan,
            PlanCitation.By(report, plan),
            new BenchmarkStudy(agency.Id, "Calls answered", "A bank", 95, 90, "percent", new(1998, 6, 1)),
            new ComplaintProcess(
                agency.Id,
                "We answer.",
                [Channel.Mail, Channel.Telephone],
                "Customer office",
                10,
                new(1998, 9, 1)
            ),
            new ComplaintMetric(
                agency.Id,
                new(1998, 9),
                null,
                null,
                new()
                {
                    PendingStart = 1,
                    Received = 2,
                    Resolved = 1,
                    PendingEnd = 2,
                    WithinTarget = 1,
                    MedianDays = 3,
                }
            ),
            new Analysis(agency.Id, new(1998, 4), new(1998, 9), [], "Letters are lost.", new(1998, 10, 1)),
            new ServiceArea(agency.Id, StateCode.CA, 10, 20)
        );

        var card = (
            await server
                .AsReviewer()
                .AskAsync(
                    $$"""
                    query ($id: ID!) { agency(by: { id: $id }) {
                      scorecard(asOf: "1998-11-16") { {{Cells}}
                      executiveOrderActions { action { key } seen evidence { __typename } } } } }
                    """,
                    new { id = agency.Id() }
                )
        ).GetProperty("agency").GetProperty("scorecard");

        Assert.Equal(
            [
                "CWA-1.1 NOT_MET Finding",
                "CWA-2.1 NOT_MET ",
                "CWA-2.2 NOT_MET ",
                "CWA-2.3 NOT_MET ",
                "CWA-3.1 NOT_MEASURABLE ",
                "CWA-3.2 NOT_MEASURABLE ",
                "CWA-3.3 NOT_MEASURABLE ",
                "CWA-4.1 MET ComplaintProcess",
                "CWA-4.2 PENDING ",
                "CWA-4.3 PENDING Analysis,ComplaintMetric",
                "CWA-4.4 PENDING SystemicProblem",
                "CWA-5.1 PENDING ServiceStandard",
                "CWA-5.2 PENDING AnnualReport",
                "CWA-6.1 MET AnnualReport",
                "CWA-6.2 MET Survey,BenchmarkStudy",
            ],
            card.GetProperty("cells")
                .EnumerateArray()
                .Select(c =>
                    $"{c.Requirement()} {c.Text("status")} "
                    + $"{string.Join(',', c.GetProperty("evidence").EnumerateArray().Select(e => e.Text("__typename")))}"
                )
        );
        Assert.Equal("Complaint figures are missing for October 1998.", Reason("CWA-4.3"));
        Assert.Equal("1 of 1 problem found waits for a change whose effect is measured.", Reason("CWA-4.4"));
        Assert.Equal(
            "Every one of 1 standard was measured so far; the year goes on; 1 finding without an action.",
            Reason("CWA-5.1")
        );
        Assert.Equal(
            "Each annual report so far cites a plan or report under the three laws; the year goes on.",
            Reason("CWA-5.2")
        );
        Assert.Equal(
            "EO-a EO-b EO-c EO-d EO-e EO-g EO-h",
            string.Join(
                ' ',
                card.GetProperty("executiveOrderActions")
                    .EnumerateArray()
                    .Where(a => a.GetProperty("seen").GetBoolean() && a.GetProperty("evidence").GetArrayLength() > 0)
                    .Select(a => a.GetProperty("action").Text("key"))
            )
        );

        string Reason(string requirement) =>
            card.GetProperty("cells").EnumerateArray().Single(c => c.Requirement() == requirement).Text("reason")!;
    }

    [Fact]
    public async Task The_liaison_of_a_department_is_not_shown_to_a_component_as_evidence()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var department = await server.HasAgencyAsync();
        var bureau = await server.HasAgencyAsync(department);
        await SaveAsync(server, Designation(department, new(1998, 3, 10), Coverage.SelfAndComponents));

        var own = await CellAsync(server, bureau, "CWA-2.1", "1998-11-16", server.As(bureau));
        var above = await CellAsync(server, bureau, "CWA-2.1", "1998-11-16", server.As(department));

        Assert.Equal(
            ("INHERITED", department.Abbreviation),
            (own.Text("status"), own.GetProperty("inheritedFrom").Text("abbreviation"))
        );
        Assert.Equal(
            (0, 0),
            (own.GetProperty("evidence").GetArrayLength(), own.GetProperty("evidenceCount").GetInt32())
        );
        Assert.Equal(
            (1, 1),
            (above.GetProperty("evidence").GetArrayLength(), above.GetProperty("evidenceCount").GetInt32())
        );
        Assert.Equal(own.Text("reason"), above.Text("reason"));
    }

    [Fact]
    public async Task An_agency_gets_only_its_own_scorecard_and_those_of_its_components()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (department, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var bureau = await server.HasAgencyAsync(department);

        var data = await server
            .As(department)
            .AskAsync(
                "query ($of: ID!) { scorecard { government { directedAgencies } agencies { agency { "
                    + "abbreviation } } } agency(by: { id: $of }) { scorecard { judgedOn } } }",
                new { of = other.Id() }
            );

        Assert.Equal(
            new[] { department.Abbreviation, bureau.Abbreviation }.Order(),
            data.GetProperty("scorecard")
                .GetProperty("agencies")
                .EnumerateArray()
                .Select(a => a.GetProperty("agency").Text("abbreviation"))
                .Order()
        );
        Assert.Equal(
            2,
            data.GetProperty("scorecard").GetProperty("government").GetProperty("directedAgencies").GetInt32()
        );
        Assert.Equal(JsonValueKind.Null, data.GetProperty("agency").GetProperty("scorecard").ValueKind);
    }

    [Fact]
    public async Task A_filter_finds_only_what_the_caller_may_read()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());

        var data = await server
            .As(agency)
            .AskAsync(
                "query ($of: [String!]) { scorecard(where: { abbreviation: { in: "
                    + "$of } }) { agencies { agency { abbreviation } } } }",
                new { of = new[] { agency.Abbreviation, other.Abbreviation } }
            );

        Assert.Equal(
            [agency.Abbreviation],
            data.GetProperty("scorecard")
                .GetProperty("agencies")
                .EnumerateArray()
                .Select(a => a.GetProperty("agency").Text("abbreviation"))
        );
    }

    [Theory]
    [InlineData("1998-03-02")]
    [InlineData("1998-11-17")]
    public async Task A_day_before_the_memorandum_or_after_today_is_refused(string day)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        foreach (
            var query in new[]
            {
                $"{{ scorecard(asOf: \"{day}\") {{ year }} }}",
                $"{{ agency(by: {{ abbreviation: \"SSA\" }}) {{ scorecard(asOf: \"{day}\") {{ judgedOn }} }} }}",
            }
        )
        {
            var answer = await server.AsReviewer().SendAsync(query);
            Assert.Equal(
                "BAD_USER_INPUT",
                answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
            );
        }
    }

    private static async Task<JsonElement> CellAsync(
        CwaServer server,
        Agency agency,
        string requirement,
        string day,
        SignedInCaller? by = null
    )
    {
        var data = await (by ?? server.AsReviewer()).AskAsync(
            $$"""query ($id: ID!, $day: Date) { agency(by: { id: $id }) { scorecard(asOf: $day) { {{Cells}} } } }""",
            new { id = agency.Id(), day }
        );
        return data.GetProperty("agency")
            .GetProperty("scorecard")
            .GetProperty("cells")
            .EnumerateArray()
            .Single(c => c.Requirement() == requirement);
    }

    private static (int, int, int, int, int, int, double) Counts(JsonElement scorecard, string requirement)
    {
        var row = scorecard
            .GetProperty("government")
            .GetProperty("requirements")
            .EnumerateArray()
            .Single(r => r.Requirement() == requirement);
        return (
            Of("met"),
            Of("metLate"),
            Of("inherited"),
            Of("notMet"),
            Of("countAsMet"),
            Of("decided"),
            row.GetProperty("rate").GetDouble()
        );

        int Of(string count) => row.GetProperty(count).GetInt32();
    }

    private static Liaison Designation(Agency agency, DateOnly on, Coverage coverage = Coverage.Self) =>
        new(agency.Id, "Pat Smith", null, null, "202-555-0100", null, coverage, on, Washington.At(on, new(12, 0)));

    private static MonthlyReport Report(Agency agency, ReportMonth month, DateTime at)
    {
        var report = new MonthlyReport(agency.Id, month);
        report.Write(0, nil: true);
        report.Submit(1, at, "pat");
        return report;
    }

    private static async Task SaveAsync(CwaServer server, params object[] records)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(records);
        await db.SaveChangesAsync();
    }
}
