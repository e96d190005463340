using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class ResultsPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Results = """
        {
          annualResults(year: 1998) { published statements met notMet notKnown hardToRead medianGrade }
          directed: annualResults(year: 1998, where: { directive: { eq: DIRECTED } }) { directed published }
          annualReports(
            first: 9, where: { year: { eq: 1998 }, status: { eq: PUBLISHED } }, order: [{ readabilityGrade: ASC }]
          ) {
            nodes { title agency { abbreviation name } plainLanguage { grade } statements { text met } }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_figures_of_the_page_are_those_of_the_query(string provider)
    {
        var server = await servers.OnAsync(provider);
        var data = await server.AskAsync(Results);
        var (year, directed) = (data.GetProperty("annualResults"), data.GetProperty("directed"));

        var page = await server.PageAsync("/results");

        Assert.Equal(
            $"{directed.GetProperty("published")} of {directed.GetProperty("directed")} directed agencies have published "
                + "results for 1998.",
            page.TextOf("h1")
        );
        var lead = page.TextOf(".lead");
        Assert.Contains(
            $"{year.GetProperty("statements")} results: {year.GetProperty("met")} met the standard, "
                + $"{year.GetProperty("notMet")} did not, and {year.GetProperty("notKnown")} do",
            lead,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"with {year.GetProperty("medianGrade").GetDouble():0.0} years of school",
            lead,
            StringComparison.Ordinal
        );
        Assert.Equal(year.GetProperty("published").GetInt32(), Rows(page).Count);
    }

    [Fact]
    public async Task Each_report_is_a_row_with_its_grade_the_easiest_first()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var reports = (await ReportsAsync(server)).Select(report =>
            (
                report.GetProperty("agency").Text("abbreviation"),
                report.Text("title")!,
                $"{report.GetProperty("plainLanguage").GetProperty("grade").GetDouble():0.0}"
            )
        );

        var page = await server.PageAsync("/results");

        Assert.Equal(
            reports,
            Rows(page).Take(9).Select(row => (row.Id, row.TextOf("th p"), row.TextOf("td:last-child")))
        );
        Assert.Equal(Rows(page).Select(row => row.Id).Order(StringComparer.Ordinal), await FileAsync(server, page));
    }

    [Fact]
    public async Task Hard_reports_are_found_where_the_sentence_leads()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/results");
        var link = page.QuerySelector(".lead a")!;

        var hard = await server.PageAsync(link.GetAttribute("href")!);

        var expected = (await server.AskAsync(Results))
            .GetProperty("annualResults")
            .GetProperty("hardToRead")
            .GetInt32();
        Assert.NotEqual(0, expected);
        Assert.Equal(expected, Rows(hard).Count);
        Assert.All(Rows(hard), row => Assert.True(double.Parse(row.TextOf("td:last-child"), null) > 12));
        Assert.Equal(Rows(hard).Select(row => row.Id).Order(StringComparer.Ordinal), await FileAsync(server, hard));
    }

    [Fact]
    public async Task The_hardest_come_first_where_the_address_says_so()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/results?order=hardest");

        var grades = Rows(page).Select(row => double.Parse(row.TextOf("td:last-child"), null)).ToList();
        Assert.Equal(grades.OrderDescending(), grades);
    }

    [Fact]
    public async Task A_report_opens_in_place_with_each_result()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var report = (await ReportsAsync(server))[0];
        var page = await server.PageAsync("/results");
        var link = Rows(page)[0].QuerySelector("th a")!;

        var opened = await server.PageAsync(link.GetAttribute("href")!);

        var statements = report.GetProperty("statements").EnumerateArray().ToList();
        Assert.NotEmpty(statements);
        Assert.Equal(
            statements.Select(statement => statement.Text("text")),
            opened.QuerySelectorAll(".statements div > p:first-child").Select(p => p.TextContent)
        );
        Assert.Equal(
            statements.Select(statement =>
                statement.GetProperty("met").ValueKind switch
                {
                    JsonValueKind.True => "Met",
                    JsonValueKind.False => "Not met",
                    _ => "Not said",
                }
            ),
            opened.QuerySelectorAll(".statements .status").Select(status => status.TextContent.Trim())
        );
        Assert.Null(page.QuerySelector(".opened"));
    }

    [Theory]
    [InlineData("year=1997")]
    [InlineData("year=1999")]
    [InlineData("year=soon&order=BAD&open=BAD&hard=BAD&after=")]
    public async Task What_makes_no_sense_in_the_address_is_left_out(string query)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync($"/results?{query}");

        Assert.Equal("1998", page.TextOf(".as-of b"));
        Assert.NotEmpty(Rows(page));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("مرحبا")]
    public async Task Where_nothing_matches_the_page_says_so_and_what_was_typed_is_text(string find)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var published = (await server.AskAsync(Results)).GetProperty("annualResults").GetProperty("published");

        var page = await server.PageAsync($"/results?find={Uri.EscapeDataString(find)}");

        Assert.Equal($"No report matches “{find}”. Show all {published}.", page.TextOf(".empty"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), table"));
    }

    [Fact]
    public async Task The_public_reads_the_same_page()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var open = Rows(await server.PageAsync("/results"))[0].QuerySelector("th a")!.GetAttribute("href")!;
        using var answer = await server.Public.Client.GetAsync(open);

        var page = await server.Public.PageAsync(open);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((await server.PageAsync(open)).TextOf("main"), page.TextOf("main"));
        Assert.NotEmpty(page.QuerySelectorAll(".statements li"));
    }

    private static async Task<List<JsonElement>> ReportsAsync(CwaServer server) =>
        [.. (await server.AskAsync(Results)).GetProperty("annualReports").GetProperty("nodes").EnumerateArray()];

    private static IReadOnlyList<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll(".reports tr[id]")];

    /// <summary>The agencies in the file that the page offers.</summary>
    private static async Task<IEnumerable<string>> FileAsync(CwaServer server, IParentNode page)
    {
        var file = await Table.OfCsvAsync(
            await server.Client.GetByteArrayAsync(page.QuerySelector("a[download]")!.GetAttribute("href"))
        );
        return file.Of("agency").Distinct().Order(StringComparer.Ordinal);
    }
}
