using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class ScorecardPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Scorecard = """
        query ($where: AgencyFilterInput) {
          scorecard(where: $where) {
            government { directedAgencies agenciesWithNotMet cellsNotMet requirements { countAsMet voluntaryMet } }
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
        Assert.Equal(judged.Select(i => requirements[i].GetProperty("countAsMet").ToString()), Sums(page, "tbody"));
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

    [Theory]
    [InlineData("department=ED", new[] { "ED", "SFA" })]
    [InlineData("find=weather", new[] { "NWS" })]
    [InlineData("find=nws", new[] { "NWS" })]
    [InlineData("find=Student&department=ED", new[] { "SFA" })]
    public async Task The_address_says_which_agencies_are_shown(string query, string[] agencies)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync($"/scorecard?{query}");

        Assert.Equal(agencies, Rows(page).Select(row => row.Id));
        Assert.Equal(agencies.Order(StringComparer.Ordinal), await FileAsync(server, page));
    }

    [Theory]
    [InlineData("status=NOT_MET", "notmet")]
    [InlineData("status=NOT_MET&duty=CWA-2.3", "notmet")]
    [InlineData("status=MET_LATE&order=name", "metlate")]
    public async Task A_status_in_the_address_leaves_those_that_have_it(string query, string shape)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var all = await server.PageAsync("/scorecard");
        var column = query.Contains("CWA-2.3", StringComparison.Ordinal) ? 3 : (int?)null;

        var page = await server.PageAsync($"/scorecard?{query}");

        var expected = Rows(all).Where(Has).Select(row => row.Id).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(expected);
        Assert.NotEqual(163, expected.Count);
        Assert.Equal(expected, Rows(page).Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(expected, await FileAsync(server, page));

        bool Has(IElement row) =>
            row.QuerySelectorAll("td")
                .Index()
                .Any(cell =>
                    (column is null || cell.Index == column)
                    && cell.Item.QuerySelector("use")?.GetAttribute("href") == $"#{shape}"
                );
    }

    [Fact]
    public async Task The_sum_of_a_duty_leads_to_the_agencies_that_it_counts()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/scorecard");
        var sum = page.QuerySelectorAll("tbody:not(.requested) .sum td a")[3];

        var list = await server.PageAsync(sum.GetAttribute("href")!);

        Assert.Equal(sum.FirstChild!.TextContent, Rows(list).Count.ToString(null as IFormatProvider));
    }

    [Fact]
    public async Task Rows_come_by_department_by_name_or_by_what_is_not_met()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var byDepartment = Directed(await server.PageAsync("/scorecard")).Select(row => row.Id).ToList();
        var byName = Directed(await server.PageAsync("/scorecard?order=name"))
            .Select(row => row.QuerySelector("bdi")!.TextContent)
            .ToList();
        var byNotMet = Directed(await server.PageAsync("/scorecard?order=not-met"))
            .Select(row => int.Parse(row.QuerySelector("td:last-child")!.FirstChild!.TextContent, null))
            .ToList();

        // The Weather Service is part of NOAA, and NOAA of the Department of Commerce.
        var noaa = byDepartment.IndexOf("NOAA");
        Assert.Equal(("USDA", "NWS"), (byDepartment[0], byDepartment[noaa + 1]));
        Assert.InRange(byDepartment.IndexOf("DOC"), 1, noaa - 1);
        Assert.Equal(byName.Order(StringComparer.OrdinalIgnoreCase), byName);
        Assert.Equal(byNotMet.OrderDescending(), byNotMet);
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

    [Theory]
    [InlineData("asOf=1998-02-01", "Nothing was asked of agencies before 3 March 1998.")]
    [InlineData("asOf=1999-01-31", "31 January 1999 is still to come.")]
    public async Task A_day_without_a_scorecard_is_told_in_words(string query, string heading)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var answer = await server.Client.GetAsync($"/scorecard?{query}");

        var page = await server.PageAsync($"/scorecard?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(heading, page.TextOf("h1"));
        Assert.Empty(page.QuerySelectorAll("table, .problem"));
    }

    [Theory]
    [InlineData("asOf=tomorrow&status=BAD&order=BAD&duty=BAD&open=BAD")]
    [InlineData("asOf=&find=&department=&status=&order=&duty=")]
    public async Task What_makes_no_sense_in_the_address_is_left_out(string query)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync($"/scorecard?{query}");

        Assert.Equal((163, "16 November 1998"), (Rows(page).Count, page.TextOf(".as-of b")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("مرحبا")]
    public async Task Where_nothing_matches_the_page_says_so_and_what_was_typed_is_text(string find)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync($"/scorecard?find={Uri.EscapeDataString(find)}");

        Assert.Equal($"No agency called “{find}” is directed.", page.TextOf("h1"));
        Assert.Equal($"No agency matches “{find}”. Show all 163.", page.TextOf(".empty"));
        Assert.Equal(find, page.QuerySelector("[name=find]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), table"));
    }

    [Fact]
    public async Task An_earlier_day_is_judged_as_it_ended()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/scorecard?asOf=1998-06-30");

        Assert.Equal("30 June 1998", page.TextOf(".as-of b"));
        Assert.Contains(
            "asOf=1998-06-30",
            page.QuerySelector("#SFA th a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
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

    [Fact]
    public async Task The_page_weighs_at_most_15_kB()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.Client.GetByteArrayAsync("/scorecard");
        using var sent = new MemoryStream();
        await using (var brotli = new BrotliStream(sent, CompressionLevel.Optimal, leaveOpen: true))
            await brotli.WriteAsync(page);

        Assert.InRange(sent.Length, 1, 15_000);
    }

    private static async Task<JsonElement> ReadAsync(CwaServer server, object? where = null) =>
        (await server.AskAsync(Scorecard, new { where })).GetProperty("scorecard");

    private static IEnumerable<string> Sums(IParentNode page, string group) =>
        page.QuerySelector($".grid {group}")!.QuerySelectorAll(".sum a").Select(a => a.FirstChild!.TextContent);

    private static IReadOnlyList<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll(".grid tr[id]")];

    private static IEnumerable<IElement> Directed(IParentNode page) =>
        page.QuerySelectorAll(".grid tbody:not(.requested) tr[id]");

    /// <summary>The agencies in the file that the page offers.</summary>
    private static async Task<IEnumerable<string>> FileAsync(CwaServer server, IParentNode page)
    {
        var file = await Table.OfCsvAsync(
            await server.Client.GetByteArrayAsync(page.QuerySelector("a[download]")!.GetAttribute("href"))
        );
        return file.Of("agency").Distinct().Order(StringComparer.Ordinal);
    }
}
