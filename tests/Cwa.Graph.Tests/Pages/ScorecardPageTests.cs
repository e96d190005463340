using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What the scorecard's page shows, and to whom.</summary>
public sealed class ScorecardPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Scorecard = """
        query ($where: AgencyFilterInput) {
          scorecard(where: $where) {
            government { directedAgencies agenciesWithNotMet cellsNotMet requirements
              { countAsMet canBeMet undecided voluntaryMet } }
            agencies { agency { abbreviation name directive } notMet cells { status value reason } }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_figures_of_the_page_are_those_of_the_query(string provider)
    {
        var server = await servers.OnAsync(provider);
        var scorecard = await ReadAsync(server);
        var government = scorecard.GetProperty("government");
        var requirements = government.GetProperty("requirements").EnumerateArray().ToList();

        var page = await server.PageAsync("/scorecard");

        Assert.Equal(
            $"{government.GetProperty("agenciesWithNotMet")} of {government.GetProperty("directedAgencies")} "
                + "directed agencies have a duty that is not met.",
            page.TextOf("h1")
        );
        Assert.StartsWith(
            $"{government.GetProperty("cellsNotMet")} duties in all are not met",
            page.TextOf(".lead"),
            StringComparison.Ordinal
        );
        // All but those of action 3, which have figures.
        int[] judged = [0, 1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 14];
        Assert.Equal(judged.SelectMany(i => Said(requirements[i])), Sums(page, "tbody"));
        Assert.Equal(
            judged.Select(i => requirements[i].GetProperty("voluntaryMet").ToString()),
            Sums(page, "tbody.requested")
        );
    }

    [Fact]
    public async Task Each_agency_is_a_row_with_the_statuses_of_the_query()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var expected = (await ReadAsync(server))
            .GetProperty("agencies")
            .EnumerateArray()
            .ToDictionary(
                row => row.GetProperty("agency").Text("abbreviation")!,
                row => row.GetProperty("cells").EnumerateArray().Select(Drawn).ToList()
            );

        var page = await server.PageAsync("/scorecard");

        Assert.Equal(163, Rows(page).Count);
        foreach (var row in Rows(page))
        {
            var cells = row.QuerySelectorAll("td").SkipLast(1).Select(Shown);
            Assert.Equal(expected[row.Id!], cells);
        }

        static string Drawn(JsonElement cell) =>
            cell.GetProperty("value").ValueKind == JsonValueKind.Null
                ? cell.Text("status")!.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant()
                : "a figure";

        static string Shown(IElement cell) =>
            cell.QuerySelector("use")?.GetAttribute("href")?[1..] ?? (cell.TextContent == "" ? "nothing" : "a figure");
    }

    [Fact]
    public async Task Agencies_that_are_only_asked_are_apart_and_lack_nothing()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/scorecard");

        var asked = page.QuerySelector("tbody.requested")!;
        Assert.NotEmpty(asked.QuerySelectorAll("tr[id]"));
        Assert.Empty(asked.QuerySelectorAll("[href='#notmet'], [href='#metlate'], .wrong"));
        Assert.All(asked.QuerySelectorAll("tr[id] td:last-child"), cell => Assert.Equal("", cell.TextContent.Trim()));
        var standings = (await ReadAsync(server))
            .GetProperty("agencies")
            .EnumerateArray()
            .Select(row => row.GetProperty("agency"))
            .Where(agency => agency.Text("directive") == "REQUESTED")
            .Select(agency => agency.Text("abbreviation"));
        Assert.Equal(
            standings.Order(StringComparer.Ordinal),
            asked.QuerySelectorAll("tr[id]").Select(row => row.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_row_opens_in_place_with_reasons_and_evidence()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var reasons = (await ReadAsync(server, new { abbreviation = new { eq = "SFA" } }))
            .GetProperty("agencies")[0]
            .GetProperty("cells")
            .EnumerateArray()
            .Select(cell => cell.Text("reason"));
        var closed = await server.PageAsync("/scorecard");
        var link = closed.QuerySelector("#SFA th a")!;

        var page = await server.PageAsync(link.GetAttribute("href")!);

        Assert.Null(closed.QuerySelector(".opened"));
        var opened = page.QuerySelector("#SFA + .opened")!;
        Assert.Equal(reasons, opened.QuerySelectorAll(".why div > p").Select(p => p.TextContent));
        Assert.Contains("Monthly report: ", opened.TextContent, StringComparison.Ordinal);
        Assert.Equal("/scorecard#SFA", page.QuerySelector("#SFA th a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_public_is_told_that_it_has_to_sign_in()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var answer = await server.Public.Client.GetAsync("/scorecard?open=SFA");

        var page = await server.Public.PageAsync("/scorecard?open=SFA");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("The scorecard is not public.", page.TextOf("h1"));
        Assert.Equal(
            "/sign-in?returnUrl=%2Fscorecard%3Fopen%3DSFA",
            page.QuerySelector("main .lead a")!.GetAttribute("href")
        );
        Assert.Empty(page.QuerySelectorAll("table, .problem"));
    }

    private static async Task<JsonElement> ReadAsync(CwaServer server, object? where = null) =>
        (await server.AskAsync(Scorecard, new { where })).GetProperty("scorecard");

    // What is still open stands beside what is met, and alone while nobody can have met the duty.
    private static IEnumerable<string> Said(JsonElement requirement)
    {
        if (requirement.GetProperty("canBeMet").GetBoolean())
            yield return requirement.GetProperty("countAsMet").ToString();
        if (requirement.GetProperty("undecided").GetInt32() is > 0 and var open)
            yield return $"{open} open";
    }

    private static IEnumerable<string> Sums(IParentNode page, string group) =>
        page.QuerySelector($".grid {group}")!.QuerySelectorAll(".sum a").Select(a => a.FirstChild!.TextContent);

    private static IReadOnlyList<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll(".grid tr[id]")];
}
