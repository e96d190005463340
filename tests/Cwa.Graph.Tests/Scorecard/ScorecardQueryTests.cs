using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Cells;

namespace Cwa.Graph.Tests;

public sealed class ScorecardQueryTests(WritingServers servers) : IClassFixture<WritingServers>
{
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
}
