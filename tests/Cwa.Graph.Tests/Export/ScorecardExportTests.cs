using System.Net;
using Cwa.Graph.Tests.Security;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ScorecardExportTests(SampleServers samples) : IClassFixture<SampleServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_scorecard_export_has_the_cells_of_the_query_for_every_agency_and_requirement(string provider)
    {
        var server = await samples.OnAsync(provider);

        var asked = (
            await server.AskAsync(
                """
                {
                  scorecard(asOf: "1998-06-30") {
                    agencies { agency { abbreviation } cells { requirement { key } status reason evidenceCount } }
                  }
                }
                """
            )
        ).GetProperty("scorecard").GetProperty("agencies").EnumerateArray().ToList();
        var csv = await server.Client.GetAsync("/export/scorecard.csv?asOf=1998-06-30", token: null).CsvAsync();
        var json = Table.OfJson(
            await server.Client.GetAsync("/export/scorecard.json?asOf=1998-06-30", token: null).JsonAsync()
        );

        var expected = asked
            .SelectMany(a =>
                a.GetProperty("cells")
                    .EnumerateArray()
                    .Select(c =>
                        string.Join(
                            '|',
                            a.GetProperty("agency").Text("abbreviation"),
                            c.Requirement(),
                            c.Text("status"),
                            c.Text("reason"),
                            c.GetProperty("evidenceCount")
                        )
                    )
            )
            .ToList();
        Assert.True(expected.Count > 15 * 150);
        Assert.Equal(expected, csv.Rows.Select(Line));
        Assert.Equal(expected, json.Rows.Select(Line));
        Assert.All(
            csv.Rows.Where(row => row["status"] == "INHERITED"),
            row => Assert.NotEqual("", row["inherited_from"])
        );
        Assert.All(csv.Of("as_of"), day => Assert.Equal("1998-06-30", day));
        Assert.All(
            csv.Of("judicial_review"),
            text => Assert.Equal(Directive.ConversationsWithAmerica.JudicialReview, text)
        );

        static string Line(IReadOnlyDictionary<string, string> row) =>
            string.Join('|', row["agency"], row["requirement"], row["status"], row["reason"], row["evidence_count"]);
    }

    [Fact]
    public async Task The_scorecard_export_takes_the_arguments_of_the_query()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);

        var file = await server
            .Client.GetAsync("/export/scorecard.csv".With(new { abbreviation = new { eq = "SSA" } }), token: null)
            .CsvAsync();

        Assert.Equal(ScorecardRules.All.Count, file.Rows.Count);
        Assert.Equal(["SSA"], file.Of("agency").Distinct());
    }

    [Theory]
    [InlineData("asOf=1998-13-01")]
    [InlineData("asOf=1998-03-02")]
    [InlineData("order=[]")]
    [InlineData("first=3")]
    public async Task Arguments_that_the_query_would_refuse_are_refused(string parameters)
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);

        using var answer = await server.Client.GetAsync("/export/scorecard.csv?" + parameters, token: null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}

/// <summary>The agencies in the scorecard export of each caller.</summary>
[Collection(SignedIn.Name)]
public sealed class ScorecardExportAccessTests(SignedInServer server)
{
    [Fact]
    public async Task An_agency_gets_only_itself_and_its_components()
    {
        Assert.Equal(["HCFA"], await AgenciesOfAsync("HCFA"));
        var department = await AgenciesOfAsync("HHS");
        Assert.Contains("HHS", department);
        Assert.Contains("HCFA", department);
        Assert.Equal(server.Held.MineOf("HHS").Count, department.Count);

        async Task<List<string>> AgenciesOfAsync(string who)
        {
            var file = await server.GetAsync(who, "/export/scorecard.csv").CsvAsync();
            return [.. file.Of("agency").Distinct()];
        }
    }

    [Fact]
    public async Task The_public_gets_none()
    {
        using var answer = await server.GetAsync("public", "/export/scorecard.csv");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
