using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Plans;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class CitePlanTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Thing =
        "planCitation { id plan { id section agency { abbreviation } } annualReport { title } measurement { "
        + "value } finding { text } }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task One_passage_of_a_plan_is_one_reference_however_many_records_cite_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var citers = await CitersAsync(server, agency);

        var ids = new List<string?>();
        foreach (var citer in citers)
            ids.Add(
                (await server.As(agency).DoneAsync("citePlan", Plan(citer), Thing))
                    .GetProperty("planCitation")
                    .GetProperty("plan")
                    .Text("id")
            );
        var elsewhere = await server.As(agency).DoneAsync("citePlan", Plan(citers[0], ("section", "Goal 3")), Thing);

        Assert.Single(ids.Distinct());
        Assert.NotEqual(ids[0], elsewhere.GetProperty("planCitation").GetProperty("plan").Text("id"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_plan_leads_to_the_records_that_cite_it_and_back(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        foreach (var citer in await CitersAsync(server, agency))
            await server.As(agency).DoneAsync("citePlan", Plan(citer), Thing);

        var data = await server
            .As(agency)
            .AskAsync(
                """
                query ($by: AgencyByInput!) {
                  agency(by: $by) {
                    planReferences(first: 2) {
                      nodes {
                        citations(first: 5) {
                          nodes {
                            annualReport { planCitations(first: 5) { nodes { plan { section } } } }
                            measurement { planCitations(first: 5) { nodes { plan { section } } } }
                            finding { planCitations(first: 5) { nodes { plan { section } } } }
                          }
                        }
                      }
                    }
                  }
                }
                """,
                new { by = new { id = agency.Id() } }
            );

        var plan = Assert.Single(Nodes(data.GetProperty("agency").GetProperty("planReferences")));
        Assert.Equal(
            ["annualReport", "measurement", "finding"],
            Nodes(plan.GetProperty("citations"))
                .Select(c => Assert.Single(c.EnumerateObject(), by => by.Value.ValueKind == JsonValueKind.Object))
                .Select(by =>
                {
                    Assert.Equal(
                        "Goal 2",
                        Assert.Single(Nodes(by.Value.GetProperty("planCitations"))).GetProperty("plan").Text("section")
                    );
                    return by.Name;
                })
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_equal_citations_one_succeeds_and_the_others_are_shown_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var citer = (await CitersAsync(server, agency))[1];

        var payloads = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => server.As(agency).DoAsync("citePlan", Plan(citer), Thing))
        );

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["PlanAlreadyCited input.citedBy"], p.Refusals())
        );
    }

    [Theory]
    [InlineData(1995, "input.fiscalYear")]
    [InlineData(1996)]
    [InlineData(2000)]
    [InlineData(2001, "input.fiscalYear")]
    public async Task A_plan_for_distant_years_gets_a_warning(int fiscalYear, params string[] warnings)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        foreach (var citer in await CitersAsync(server, agency))
        {
            var payload = await server.As(agency).DoneAsync("citePlan", Plan(citer, ("fiscalYear", fiscalYear)), Thing);
            Assert.Equal(warnings, payload.Warnings());
        }
    }

    [Fact]
    public async Task All_faults_are_reported_at_once_and_records_of_others_are_not_found()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var other = await server.HasAgencyAsync();

        foreach (var citer in await CitersAsync(server, await server.HasAgencyAsync()))
        {
            var payload = await server
                .As(other)
                .DoAsync(
                    "citePlan",
                    Plan(citer, ("document", ""), ("section", new string('x', 201)), ("fiscalYear", int.MinValue))
                );
            Assert.Equal(
                [
                    "TextMissing input.document",
                    "TextTooLong input.section",
                    "YearOutOfRange input.fiscalYear",
                    $"RecordNotFound input.citedBy.{citer.Kind}",
                ],
                payload.Refusals()
            );
        }
    }

    [Fact]
    public async Task NPR_sees_the_citations_of_a_draft_only_once_it_is_submitted()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var report = (await CitersAsync(server, agency))[0];
        var citation = await server.As(agency).DoneAsync("citePlan", Plan(report), Thing);
        var id = citation.GetProperty("planCitation").Text("id");

        var before = await SeenAsync();
        Assert.Empty((await server.SubmitAnnualAsync(agency, report.Id)).Refusals());
        var after = await SeenAsync();

        Assert.Equal(JsonValueKind.Null, before.ValueKind);
        Assert.Equal("How we served you in 1998", after.GetProperty("annualReport").Text("title"));

        async Task<JsonElement> SeenAsync() =>
            (
                await server
                    .AsReviewer()
                    .AskAsync(
                        "query ($id: ID!) { node(id: $id) { ... on PlanCitation { annualReport { title } } } }",
                        new { id }
                    )
            ).GetProperty("node");
    }

    /// <summary>An annual report, a measurement and a finding of fiscal year 1998.</summary>
    private static async Task<IReadOnlyList<(string Kind, string Id)>> CitersAsync(CwaServer server, Agency agency)
    {
        var standardId = await server.HasStandardAsync(agency);
        var report = await server.SaveAnnualAsync(agency, AnnualReporting.Statement(standardId));
        var measurement = await server.MeasureAsync(agency, standardId);
        var eventId = (await server.HasAcceptedAsync(agency, Planned())).EventIds()[0];
        var finding = await server
            .As(agency)
            .DoneAsync(
                "recordFinding",
                new
                {
                    agencyId = agency.Id(),
                    about = "WANTED_SERVICES",
                    text = "Open on Saturdays.",
                    foundOn = "1998-04-20",
                    source = new { eventId },
                },
                "finding { id }"
            );
        return
        [
            ("annualReportId", report.AnnualId()),
            ("measurementId", measurement.GetProperty("measurement").Text("id")!),
            ("findingId", finding.GetProperty("finding").Text("id")!),
        ];
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement connection) =>
        connection.GetProperty("nodes").EnumerateArray();
}
