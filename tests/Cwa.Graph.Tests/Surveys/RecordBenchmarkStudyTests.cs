using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class RecordBenchmarkStudyTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Thing = "benchmarkStudy { partner partnerScore ownScore unit }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_comparison_with_the_best_in_business_reads_back(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        await server
            .As(agency)
            .DoneAsync("recordBenchmarkStudy", Input(agency.Id(), "A catalog house", "1998-11-16"), Thing);

        var data = await server
            .As(agency)
            .AskAsync(
                "query ($by: AgencyByInput!) { agency(by: "
                    + "$by) { benchmarkStudies { nodes { partner partnerScore ownScore } } } }",
                new { by = new { id = agency.Id() } }
            );
        var study = Assert.Single(
            data.GetProperty("agency").GetProperty("benchmarkStudies").GetProperty("nodes").EnumerateArray()
        );
        Assert.Equal(
            ("A catalog house", 98.5, -1),
            (
                study.Text("partner"),
                study.GetProperty("partnerScore").GetDouble(),
                study.GetProperty("ownScore").GetDouble()
            )
        );
    }

    [Fact]
    public async Task A_study_dated_in_the_future_or_of_another_agency_is_refused()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoAsync("recordBenchmarkStudy", Input(other.Id(), "", "1998-11-17"), Thing);

        Assert.Equal(
            ["TextMissing input.partner", "DateInFuture input.conductedOn", "AgencyNotFound input.agencyId"],
            payload.Refusals()
        );
    }

    private static object Input(string agencyId, string partner, string conductedOn) =>
        new
        {
            agencyId,
            measure = "Calls answered within three rings",
            partner,
            partnerScore = 98.5,
            ownScore = -1,
            unit = "percent",
            conductedOn,
        };
}
