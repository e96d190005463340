using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What an agency has of the root's figures: the same, for itself.</summary>
public sealed class AgencyFiguresTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Point =
        "from to category channel pendingStart received resolved pendingEnd medianDays "
        + "figures figuresMissing change { received receivedPercent pendingEnd } agency { abbreviation }";

    private const string Item =
        "weight agency { abbreviation } reasons { kind since months text weight } "
        + "liaison { id } nearestLiaison { id }";

    [SkippableTheory]
    [InlineData("interval: MONTH", TestDatabase.Sqlite)]
    [InlineData("interval: MONTH", TestDatabase.PostgreSql)]
    [InlineData("interval: QUARTER, groupBy: [CATEGORY]", TestDatabase.Sqlite)]
    [InlineData("interval: QUARTER, groupBy: [CATEGORY]", TestDatabase.PostgreSql)]
    [InlineData("interval: YEAR, groupBy: [CHANNEL, CATEGORY]", TestDatabase.Sqlite)]
    [InlineData("interval: YEAR, groupBy: [CHANNEL, CATEGORY]", TestDatabase.PostgreSql)]
    public async Task An_agencys_trend_is_the_trend_of_its_own_figures(string how, string provider)
    {
        var server = await servers.OnAsync(provider);
        var months = $"from: \"1998-01\", to: \"1998-10\", {how}";

        var agencies = (
            await server.AskAsync(
                $"{{ agencies(first: 4, where: {{ abbreviation: {{ in: [\"SSA\", \"IRS\", \"HHS\", \"HCFA\"] }} }}) "
                    + $"{{ nodes {{ abbreviation complaintTrend({months}) {{ from to interval "
                    + $"points {{ {Point} }} }} }} }} }}"
            )
        )
            .GetProperty("agencies")
            .GetProperty("nodes")
            .EnumerateArray()
            .ToList();

        Assert.Equal(4, agencies.Count);
        foreach (var agency in agencies)
        {
            var root = await server.AskAsync(
                "query ($a: String) { complaintTrend("
                    + months
                    + ", where: { agency: { abbreviation: { eq: $a } } }) "
                    + $"{{ from to interval points {{ {Point} }} }} }}",
                new { a = agency.Text("abbreviation") }
            );
            Assert.Equal(
                root.GetProperty("complaintTrend").ToString(),
                agency.GetProperty("complaintTrend").ToString()
            );
        }

        Assert.Contains(agencies, a => a.GetProperty("complaintTrend").GetProperty("points").GetArrayLength() > 0);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_has_its_item_of_the_list_of_those_that_need_a_call(string provider)
    {
        var server = await servers.OnAsync(provider);
        var listed = (await server.AskAsync($"{{ attention(first: 250) {{ totalCount items {{ {Item} }} }} }}"))
            .GetProperty("attention")
            .GetProperty("items")
            .EnumerateArray()
            .Select(item => item.ToString())
            .Order()
            .ToList();

        var agencies = (await server.AskAsync($"{{ agencies(first: 250) {{ nodes {{ attention {{ {Item} }} }} }} }}"))
            .GetProperty("agencies")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(a => a.GetProperty("attention"))
            .Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => item.ToString())
            .Order();

        Assert.InRange(listed.Count, 20, 162);
        Assert.Equal(listed, agencies);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_statements_do_not_grow_with_the_agencies(string provider)
    {
        var server = await servers.OnAsync(provider);

        var one = await StatementsAsync(1);
        var many = await StatementsAsync(50);

        Assert.InRange(many, 2, 12);
        // Where no problem is solved, no complaints are watched.
        Assert.InRange(many - one, 0, 1);

        async Task<int> StatementsAsync(int first)
        {
            server.Statements.Clear();
            await server.AskAsync(
                "query ($first: Int!) { agencies(first: $first) { nodes { attention { weight } "
                    + "complaintTrend(from: \"1998-01\", to: \"1998-10\") { points { received } } } } }",
                new { first }
            );
            return server.Statements.All.Count;
        }
    }

    [Fact]
    public async Task An_agency_reads_only_its_own_trend_and_reasons()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var ssa = new SignedInCaller(server, "pat", [Roles.Submit], ["SSA"]);

        var data = await ssa.AskAsync(
            """
            {
              own: agency(by: { abbreviation: "SSA" }) { ...figures }
              other: agency(by: { abbreviation: "IRS" }) { ...figures }
            }
            fragment figures on Agency {
              complaintTrend(from: "1998-01", to: "1998-10") { points { received } } attention { weight }
            }
            """
        );

        Assert.NotEmpty(data.GetProperty("own").GetProperty("complaintTrend").GetProperty("points").EnumerateArray());
        Assert.Equal("""{"complaintTrend":null,"attention":null}""", data.GetProperty("other").ToString());
    }

    [Theory]
    [InlineData("from: \"1998-10\", to: \"1998-01\"", "`from` must not be after `to`")]
    [InlineData("from: \"1998-01\", to: \"1998-10\", groupBy: [AGENCY]", "distinguishes CATEGORY, CHANNEL or both")]
    [InlineData("from: \"1998-01\", to: \"1998-10\", groupBy: [DEPARTMENT]", "distinguishes CATEGORY, CHANNEL or both")]
    public async Task A_question_that_makes_no_sense_is_refused(string months, string message)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var error = (
            await server.SendAsync(
                $"{{ agency(by: {{ abbreviation: \"SSA\" }}) {{ complaintTrend({months}) {{ from }} }} }}"
            )
        ).GetProperty("errors")[0];

        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").Text("code"));
        Assert.Contains(message, error.Text("message"), StringComparison.Ordinal);
    }
}
