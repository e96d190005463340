using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>The scorecard of the whole government, on the sample year.</summary>
public sealed class WholeScorecardTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Whole = """
        query ($asOf: Date) {
          scorecard(asOf: $asOf) {
            judicialReview
            requirements { key text rule }
            executiveOrderActions { key rule }
            government { requirements { requirement { key } countAsMet decided rate } }
            departments {
              agency { abbreviation }
              directedAgencies
              requestedAgencies
              requirements { requirement { key } countAsMet decided pending notMet voluntaryMet }
            }
            agencies {
              agency { abbreviation directive }
              cells { requirement { key } status reason countsAsMet evidenceCount }
            }
          }
        }
        """;

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, null)]
    [InlineData(TestDatabase.Sqlite, "1998-06-30")]
    [InlineData(TestDatabase.PostgreSql, null)]
    [InlineData(TestDatabase.PostgreSql, "1998-06-30")]
    public async Task All_agencies_and_requirements_take_one_operation_and_at_most_twelve_statements(
        string provider,
        string? asOf
    )
    {
        var server = await servers.OnAsync(provider);
        server.Statements.Clear();

        var scorecard = (await server.AskAsync(Whole, new { asOf })).GetProperty("scorecard");

        Assert.InRange(server.Statements.All.Count, 1, 12);
        Assert.Equal(163, scorecard.GetProperty("agencies").GetArrayLength());
        Assert.All(
            scorecard.GetProperty("agencies").EnumerateArray(),
            a => Assert.Equal(15, a.GetProperty("cells").GetArrayLength())
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_filter_takes_one_statement_of_the_thirteen(string provider)
    {
        var server = await servers.OnAsync(provider);

        var all = await StatementsOfAsync("scorecard");
        var directed = await StatementsOfAsync("scorecard(where: { directive: { eq: DIRECTED } })");

        Assert.Equal(all + 1, directed);
        Assert.InRange(directed, 2, 13);

        async Task<int> StatementsOfAsync(string scorecard)
        {
            server.Statements.Clear();
            await server.AskAsync($"{{ {scorecard} {{ agencies {{ cells {{ status }} }} }} }}");
            return server.Statements.All.Count;
        }
    }

    [Theory]
    [InlineData("", "COST_EXCEEDED")]
    [InlineData("(first: 0)", "INVALID_PAGE_SIZE")]
    [InlineData("(first: 12)", null)]
    public async Task Evidence_can_be_requested_only_for_a_few_agencies_at_once(string first, string? code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server.SendAsync(
            $$"""
            {
              scorecard {
                agencies{{first}} { agency { abbreviation } cells { requirement { key } reason evidence { id } } }
              }
            }
            """
        );

        if (code is null)
            Assert.Equal(
                12,
                answer.GetProperty("data").GetProperty("scorecard").GetProperty("agencies").GetArrayLength()
            );
        else
            Assert.Equal(
                code,
                answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
            );
    }

    [Fact]
    public async Task The_scorecards_of_many_agencies_are_computed_together()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        server.Statements.Clear();

        var agencies = await server.AskAsync("{ agencies(first: 250) { nodes { scorecard { cells { status } } } } }");

        Assert.InRange(server.Statements.All.Count, 1, 14);
        Assert.Equal(163, agencies.GetProperty("agencies").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task The_scorecard_of_an_agency_equals_its_line_of_the_whole_scorecard()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var whole = (await server.AskAsync(Whole))
            .GetProperty("scorecard")
            .GetProperty("agencies")
            .EnumerateArray()
            .ToDictionary(
                a => a.GetProperty("agency").GetProperty("abbreviation").GetString()!,
                a => a.GetProperty("cells").ToString()
            );
        foreach (var abbreviation in new[] { "SSA", "HCFA", "NWS", "USEC", "FRS" })
        {
            var own = await server.AskAsync(
                """
                query ($of: String!) {
                  agency(by: { abbreviation: $of }) {
                    scorecard { cells { requirement { key } status reason countsAsMet evidenceCount } }
                  }
                }
                """,
                new { of = abbreviation }
            );
            Assert.Equal(
                whole[abbreviation],
                own.GetProperty("agency").GetProperty("scorecard").GetProperty("cells").ToString()
            );
        }
    }

    [Fact]
    public async Task Departments_add_up_to_the_government()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var scorecard = (await server.AskAsync(Whole)).GetProperty("scorecard");

        var requirements = scorecard.GetProperty("government").GetProperty("requirements");
        Assert.Equal(15, requirements.GetArrayLength());
        foreach (var government in requirements.EnumerateArray())
        {
            var departments = scorecard
                .GetProperty("departments")
                .EnumerateArray()
                .SelectMany(d => d.GetProperty("requirements").EnumerateArray())
                .Where(r => r.Requirement() == government.Requirement())
                .ToList();
            foreach (var count in new[] { "countAsMet", "decided" })
                Assert.Equal(
                    government.GetProperty(count).GetInt32(),
                    departments.Sum(d => d.GetProperty(count).GetInt32())
                );
        }
    }

    [Fact]
    public async Task A_requested_agency_is_never_NOT_MET_and_never_counted()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var requested = (await server.AskAsync(Whole))
            .GetProperty("scorecard")
            .GetProperty("agencies")
            .EnumerateArray()
            .Where(a => a.GetProperty("agency").Text("directive") == "REQUESTED")
            .SelectMany(a => a.GetProperty("cells").EnumerateArray())
            .ToList();

        Assert.NotEmpty(requested);
        Assert.All(
            requested,
            cell =>
            {
                Assert.True(
                    cell.Text("status") is "VOLUNTARY_MET" or "VOLUNTARY_NOT_REPORTED" or "NOT_MEASURABLE",
                    cell.Text("status")
                );
                Assert.Equal(JsonValueKind.Null, cell.GetProperty("countsAsMet").ValueKind);
            }
        );
    }

    [Fact]
    public async Task Evidence_can_be_followed()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var card = (
            await server.AskAsync(
                """
                {
                  agency(by: { abbreviation: "SSA" }) {
                    scorecard {
                      cells { evidenceCount evidence { __typename id } }
                      executiveOrderActions { seen evidenceCount evidence { __typename id } }
                    }
                  }
                }
                """
            )
        ).GetProperty("agency").GetProperty("scorecard");
        var judged = card.GetProperty("cells")
            .EnumerateArray()
            .Concat(card.GetProperty("executiveOrderActions").EnumerateArray())
            .ToList();

        Assert.All(
            judged,
            cell =>
                Assert.InRange(
                    cell.GetProperty("evidence").GetArrayLength(),
                    Math.Min(1, cell.GetProperty("evidenceCount").GetInt32()),
                    Math.Min(5, cell.GetProperty("evidenceCount").GetInt32())
                )
        );
        Assert.True(
            card.GetProperty("cells").EnumerateArray().Sum(c => c.GetProperty("evidence").GetArrayLength()) > 20
        );
        var evidence = judged.SelectMany(c => c.GetProperty("evidence").EnumerateArray()).ToList();
        var found = await server.AskAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
            new { ids = evidence.Select(e => e.Text("id")) }
        );
        Assert.Equal(
            evidence.Select(e => e.ToString()),
            found.GetProperty("nodes").EnumerateArray().Select(e => e.ToString())
        );
    }
}
