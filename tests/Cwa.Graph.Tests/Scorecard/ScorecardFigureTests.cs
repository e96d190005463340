using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>The figures in a scorecard's cells, and how many requirements are not met.</summary>
public sealed class ScorecardFigureTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Query = """
        {
          scorecard {
            government { agenciesWithNotMet cellsNotMet requirements { notMet decided undecided notMeasurable
              voluntaryMet voluntaryNotReported } directedAgencies requestedAgencies }
            departments { agency { abbreviation } agenciesWithNotMet cellsNotMet }
            agencies { notMet cells { requirement { key } status value unit } }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_not_met_is_counted_for_agencies_departments_and_the_government(string provider)
    {
        var scorecard = await ScorecardAsync(provider);

        var agencies = scorecard.GetProperty("agencies").EnumerateArray().ToList();
        Assert.All(
            agencies,
            a => Assert.Equal(CellsOf(a).Count(c => c.Text("status") == "NOT_MET"), a.Number("notMet"))
        );
        var government = scorecard.GetProperty("government");
        Assert.Equal(agencies.Sum(a => a.Number("notMet")), government.Number("cellsNotMet"));
        Assert.Equal(agencies.Count(a => a.Number("notMet") > 0), government.Number("agenciesWithNotMet"));
        Assert.InRange(government.Number("cellsNotMet"), 50, 163 * 15);
        var departments = scorecard.GetProperty("departments").EnumerateArray().ToList();
        Assert.Equal(government.Number("cellsNotMet"), departments.Sum(d => d.Number("cellsNotMet")));
        Assert.Equal(government.Number("agenciesWithNotMet"), departments.Sum(d => d.Number("agenciesWithNotMet")));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Decided_and_undecided_directed_agencies_and_the_others_are_all_agencies(string provider)
    {
        var government = (await ScorecardAsync(provider)).GetProperty("government");

        var all = government.Number("directedAgencies") + government.Number("requestedAgencies");
        Assert.All(
            government.GetProperty("requirements").EnumerateArray(),
            r => Assert.Equal(all, r.EnumerateObject().Where(p => p.Name != "notMet").Sum(p => p.Value.GetInt32()))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_requirements_that_are_not_judged_have_a_figure(string provider)
    {
        var cells = (await ScorecardAsync(provider)).GetProperty("agencies").EnumerateArray().SelectMany(CellsOf);

        var figures = cells
            .Where(c => c.GetProperty("value").ValueKind == JsonValueKind.Number)
            .GroupBy(c => (c.GetProperty("requirement").Text("key"), c.Text("unit")))
            .ToDictionary(g => g.Key, g => g.Select(c => c.GetProperty("value").GetDouble()).ToList());

        Assert.Equal(
            [("CWA-3.1", "CUSTOMERS_MET"), ("CWA-3.2", "MEDIA_OF_FOUR"), ("CWA-3.3", "SHARE_OF_CUSTOMERS_LIVING")],
            figures.Keys.Order()
        );
        Assert.All(figures[("CWA-3.2", "MEDIA_OF_FOUR")], media => Assert.InRange(media, 0, 4));
        Assert.All(figures[("CWA-3.3", "SHARE_OF_CUSTOMERS_LIVING")], share => Assert.InRange(share, 0, 1));
        Assert.DoesNotContain(
            cells,
            c => c.GetProperty("value").ValueKind != JsonValueKind.Number && c.Text("unit") is not null
        );
    }

    private async Task<JsonElement> ScorecardAsync(string provider) =>
        (await (await servers.OnAsync(provider)).AskAsync(Query)).GetProperty("scorecard");

    private static IEnumerable<JsonElement> CellsOf(JsonElement agency) => agency.GetProperty("cells").EnumerateArray();
}

internal static class Numbers
{
    public static int Number(this JsonElement of, string property) => of.GetProperty(property).GetInt32();
}
