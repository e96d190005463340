using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class RecordAnalysisTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Thing = "analysis { fromMonth toMonth categories learned conductedOn }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_learned_from_a_years_complaints_is_read_back(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoneAsync("recordAnalysis", Input(agency.Id(), categories: ["OUTCOME", "TIMELINESS", "OUTCOME"]), Thing);

        Assert.Empty(payload.Warnings());
        var data = await server
            .As(agency)
            .AskAsync(
                "query ($by: AgencyByInput!) { agency(by: $by) { analyses { nodes { categories learned } } } }",
                new { by = new { id = agency.Id() } }
            );
        var analysis = Assert.Single(
            data.GetProperty("agency").GetProperty("analyses").GetProperty("nodes").EnumerateArray()
        );
        Assert.Equal("Most complaints are about waiting.", analysis.Text("learned"));
        Assert.Equal(
            ["TIMELINESS", "OUTCOME"],
            analysis.GetProperty("categories").EnumerateArray().Select(c => c.GetString())
        );
    }

    [Fact]
    public async Task All_faults_are_reported_at_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoAsync(
                "recordAnalysis",
                Input(
                    other.Id(),
                    from: "1998-12",
                    to: "1998-03",
                    learned: new string('x', 4001),
                    conductedOn: "1998-11-17"
                ),
                Thing
            );

        Assert.Equal(
            [
                "TextTooLong input.learned",
                "PeriodNotBegun input.fromMonth",
                "EndBeforeStart input.toMonth",
                "DateInFuture input.conductedOn",
                "AgencyNotFound input.agencyId",
            ],
            payload.Refusals()
        );
    }

    [Fact]
    public async Task An_analysis_dated_before_its_data_or_of_the_current_month_gets_a_warning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoAsync(
                "recordAnalysis",
                Input(agency.Id(), from: "1998-11", to: "1998-11", conductedOn: "1998-10-31"),
                Thing
            );

        Assert.Empty(payload.Refusals());
        Assert.Equal(["input.toMonth", "input.conductedOn"], payload.Warnings());
    }

    private static object Input(
        string agencyId,
        string from = "1997-10",
        string to = "1998-09",
        string learned = "Most complaints are about waiting.",
        string conductedOn = "1998-11-16",
        params string[] categories
    ) =>
        new
        {
            agencyId,
            fromMonth = from,
            toMonth = to,
            categories,
            learned,
            conductedOn,
        };
}
