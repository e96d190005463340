using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Cells;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>How records change the cells of a scorecard, today and in the past.</summary>
public sealed class ScorecardRecordTests(WritingServers servers) : IClassFixture<WritingServers>
{
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
            "Of 2 conversations, none has a recorded attendance yet; "
                + "the agency has not declared its number of customers.",
            (await CellAsync(server, agency, "CWA-3.1", "1998-11-15")).Text("reason")
        );
        Assert.Equal(
            "40 people took part in 1 of 1 conversation; the agency has not declared its number of customers.",
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
            "No conversation was held or planned, and no program ran, in April 1998, May 1998",
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
                      scorecard(asOf: "1998-11-16") { {{Fields}}
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
                    + string.Join(',', c.GetProperty("evidence").EnumerateArray().Select(e => e.Text("__typename")))
                )
        );
        Assert.Equal("Complaint figures are missing for October 1998.", Reason("CWA-4.3"));
        Assert.Equal("1 of 1 problem found waits for a change whose effect is measured.", Reason("CWA-4.4"));
        Assert.Equal(
            "So far, the only standard was measured; the year goes on; 1 finding led to no action yet.",
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
}
