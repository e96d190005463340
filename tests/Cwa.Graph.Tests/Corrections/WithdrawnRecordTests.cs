using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Cells;

namespace Cwa.Graph.Tests;

/// <summary>What a scorecard sees of records of every kind that were withdrawn.</summary>
public sealed class WithdrawnRecordTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Yesterday = "1998-11-15",
        Today = "1998-11-16";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_withdrawn_today_leaves_the_scorecard_of_yesterday_as_it_was(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var withdrawals = await HasOneOfEachAsync(server, agency);
        var (yesterday, today) = (await CardAsync(Yesterday), await CardAsync(Today));

        foreach (var (verb, id) in withdrawals)
            await server
                .As(agency)
                .DoneAsync(
                    verb,
                    new Dictionary<string, object> { [id.Name] = id.Value, ["reason"] = "Not so." },
                    "__typename"
                );

        Assert.Equal(yesterday, await CardAsync(Yesterday));
        Assert.Equal(
            [
                "CWA-1.1",
                "CWA-2.1",
                "CWA-2.2",
                "CWA-3.1",
                "CWA-3.3",
                "CWA-4.2",
                "CWA-4.3",
                "CWA-5.1",
                "CWA-5.2",
                "CWA-6.2",
            ],
            today.Except(await CardAsync(Today)).Select(cell => cell[..7])
        );

        async Task<List<string>> CardAsync(string day)
        {
            var data = await server
                .AsReviewer()
                .AskAsync(
                    $$"""query ($id: ID!, $day: Date) { agency(by: { id: $id }) { scorecard(asOf: $day) { {{Fields}} } } }""",
                    new { id = agency.Id(), day }
                );
            return
            [
                .. data.GetProperty("agency")
                    .GetProperty("scorecard")
                    .GetProperty("cells")
                    .EnumerateArray()
                    .Select(c => $"{c.Requirement()} {c}"),
            ];
        }
    }

    /// <summary>Records of every kind that can be withdrawn, and the verb that withdraws each, in an order that works.</summary>
    private static async Task<IReadOnlyList<(string Verb, (string Name, string Value) Id)>> HasOneOfEachAsync(
        CwaServer server,
        Agency agency
    )
    {
        var standard = Promised(agency);
        var measured = new Measurement(standard, new(1998, 4), new(1998, 6), 96);
        var asked = new Survey(
            agency.Id,
            SurveyKind.Customer,
            "Customers",
            new(1998, 5, 1),
            new(1998, 5, 31),
            new() { CountsMissing = MissingReason.NotCollected }
        );
        var found = new Finding(agency.Id, FindingAbout.Satisfaction, "Long waits.", new(1998, 6, 1), null, asked.Id);
        var acted = new FindingAction(found.Id, "We opened at eight.", new(1998, 6, 2));
        var observed = new FindingOutcome(acted.Id, "Lines are shorter.", new(1998, 7, 1));
        var report = new AnnualReport(agency.Id, 1998, YearBasis.Fiscal, "Results");
        report.SetStatements([new(standard.Id, "We answered most calls within five minutes.", 96, true)]);
        report.Submit();
        report.Clear();
        report.Publish(new(1998, 11, 5));
        var plan = new PlanReference(agency.Id, PlanLaw.Gpra, "Strategic plan", 1998, "Goal 2");
        var cited = PlanCitation.By(report, plan);
        var study = new BenchmarkStudy(agency.Id, "Calls answered", "A bank", 95, 90, "percent", new(1998, 6, 1));
        var analysis = new Analysis(agency.Id, new(1998, 4), new(1998, 9), [], "Letters are lost.", new(1998, 10, 1));
        var area = new ServiceArea(agency.Id, StateCode.CA, 10, 20);
        var served = new CustomerBase(agency.Id, 30, new(1998, 4, 1), "A count");
        var choice = new DeliveryChoice(agency.Id, "Permits", Channel.Mail, new(1998, 4, 1));
        var liaison = Designation(agency, new(1998, 3, 10));
        var process = new ComplaintProcess(agency.Id, "We answer.", [Channel.Mail], "Office", 10, new(1998, 9, 1));
        await SaveAsync(
            server,
            [
                standard,
                measured,
                asked,
                found,
                acted,
                observed,
                report,
                plan,
                cited,
                study,
                analysis,
                area,
                served,
                choice,
                liaison,
                process,
            ]
        );
        var day = (
            await server.HasAcceptedAsync(
                agency,
                Reporting.Planned("Solved", "1998-04-20", ("format", "PROBLEM_SOLVING_DAY"), ("state", "CA"))
            )
        ).EventIds()[0];
        var solved = await server
            .As(agency)
            .DoneAsync(
                "recordProblemSolvingOutcome",
                new
                {
                    eventId = day,
                    appointments = 1,
                    walkIns = 1,
                    solvedByPhone = 1,
                    casesOpened = 1,
                    casesResolved = 1,
                },
                "problemSolvingOutcome { id }"
            );
        return
        [
            (
                "withdrawProblemSolvingOutcome",
                ("problemSolvingOutcomeId", solved.GetProperty("problemSolvingOutcome").Text("id")!)
            ),
            ("withdrawOutcome", ("outcomeId", NodeId.Encode(nameof(FindingOutcome), observed.Id))),
            ("withdrawAction", ("actionId", NodeId.Encode(nameof(FindingAction), acted.Id))),
            ("withdrawFinding", ("findingId", NodeId.Encode(nameof(Finding), found.Id))),
            ("withdrawSurvey", ("surveyId", NodeId.Encode(nameof(Survey), asked.Id))),
            ("withdrawPlanCitation", ("planCitationId", NodeId.Encode(nameof(PlanCitation), cited.Id))),
            ("withdrawMeasurement", ("measurementId", NodeId.Encode(nameof(Measurement), measured.Id))),
            ("withdrawBenchmarkStudy", ("benchmarkStudyId", NodeId.Encode(nameof(BenchmarkStudy), study.Id))),
            ("withdrawAnalysis", ("analysisId", NodeId.Encode(nameof(Analysis), analysis.Id))),
            ("withdrawServiceArea", ("serviceAreaId", NodeId.Encode(nameof(ServiceArea), area.Id))),
            ("withdrawCustomerBase", ("customerBaseId", NodeId.Encode(nameof(CustomerBase), served.Id))),
            ("withdrawDeliveryChoice", ("deliveryChoiceId", NodeId.Encode(nameof(DeliveryChoice), choice.Id))),
            ("withdrawLiaisonDesignation", ("liaisonId", NodeId.Encode(nameof(Liaison), liaison.Id))),
        ];
    }

    private static ServiceStandard Promised(Agency agency) =>
        new(
            agency.Id,
            "We answer your call within five minutes.",
            "Calls answered within five minutes",
            "percent",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.Beneficiaries,
            new(1997, 4, 1)
        );
}
