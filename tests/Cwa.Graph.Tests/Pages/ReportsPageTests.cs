using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class ReportsPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Query = """
        query ($where: AgencyFilterInput, $states: [ReportState!]) {
          reportingStatus(month: "1998-11", where: $where) {
            expected accepted submitted returned missing draft overdue
            requested { asked accepted submitted }
            agencies(states: $states) { agency { abbreviation } overdue }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_heading_and_the_key_say_how_the_month_stands_as_the_query_does(string provider)
    {
        var server = await servers.OnAsync(provider);
        var status = await StatusAsync(server, new { directive = new { eq = "DIRECTED" } });

        var page = await server.PageAsync("/reports?month=1998-11");

        Assert.Equal(
            $"{In(status)} of {status.GetProperty("expected")} reports are in for November 1998. "
                + $"{status.GetProperty("overdue")} are overdue.",
            page.TextOf("h1")
        );
        Assert.Equal(
            ((string[])["accepted", "submitted", "returned", "draft", "missing"]).Select(state =>
                status.GetProperty(state).GetInt32()
            ),
            page.QuerySelectorAll(".bracketed .key b").Select(b => int.Parse(b.TextContent, null))
        );
    }

    [Theory]
    [InlineData("ACCEPTED")]
    [InlineData("SUBMITTED")]
    [InlineData("DRAFT")]
    [InlineData("MISSING")]
    [InlineData("EXCUSED")]
    public async Task A_state_in_the_address_lists_the_agencies_that_the_query_lists(string state)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var status = await StatusAsync(server, new { directive = new { eq = "DIRECTED" } }, state);

        var page = await server.PageAsync($"/reports?month=1998-11&state={state}");

        Assert.NotEmpty(Listed(page));
        Assert.Equal(Agencies(status), Listed(page));
        Assert.Equal(Agencies(status), await FileAsync(server, page));
    }

    [Theory]
    [InlineData("/?month=1998-11")]
    [InlineData("/reports?month=1998-11&directive=REQUESTED")]
    public async Task Each_number_leads_to_a_list_of_as_many_agencies(string counting)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var counts = await server.PageAsync(counting);

        var numbers = counts
            .QuerySelectorAll("h1 a, .bracketed .key a, .after a.asked")
            .Cast<IHtmlAnchorElement>()
            .Select(a => (Address: a.PathName + a.Search, Number: int.Parse(a.TextContent.Trim().Split(' ')[0], null)))
            .ToList();

        Assert.True(numbers.Count >= 5);
        foreach (var (address, number) in numbers)
        {
            var page = await server.PageAsync(address);
            var listed =
                address == "/reports?month=1998-11&directive=REQUESTED"
                    ? int.Parse(page.TextOf("h1").Split(' ')[3], null)
                    : Listed(page).Count();
            Assert.Equal((address, number), (address, listed));
        }
    }

    [Fact]
    public async Task Overdue_reports_are_listed_with_a_word_that_says_so()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var status = await StatusAsync(server, new { directive = new { eq = "DIRECTED" } });

        var page = await server.PageAsync("/reports?month=1998-11&overdue=true");

        Assert.Equal(Agencies(status, agency => agency.GetProperty("overdue").GetBoolean()), Listed(page));
        Assert.All(
            page.QuerySelectorAll(".report-grid tbody td.word"),
            word => Assert.StartsWith("Overdue", word.TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_department_in_the_address_stands_for_its_bureaus_as_well()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var named = new { abbreviation = new { eq = "HHS" } };
        var status = await StatusAsync(server, new { or = new object[] { named, new { ancestor = named } } });

        var page = await server.PageAsync("/reports?month=1998-11&department=hhs");

        Assert.Equal(
            $"Department of Health and Human Services: {In(status)} of {status.GetProperty("expected")} reports "
                + $"are in for November 1998. {status.GetProperty("overdue")} are overdue.",
            page.TextOf("h1")
        );
        Assert.Equal(Agencies(status), Listed(page));
        Assert.Contains(
            "department=hhs",
            page.QuerySelector(".months a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Agencies_that_are_asked_are_shown_apart_and_never_as_overdue()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var asked = (await StatusAsync(server, new { directive = new { eq = "REQUESTED" } })).GetProperty("requested");

        var page = await server.PageAsync("/reports?month=1998-11&directive=REQUESTED");

        Assert.StartsWith(
            $"Asked, not directed: {In(asked)} of {asked.GetProperty("asked")} reports are in for November 1998.",
            page.TextOf("h1"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Overdue", page.TextOf(".report-grid tbody"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month=nonsense", "November 1998")]
    [InlineData("month=9999-12", "November 1998")]
    [InlineData("month=1998-12&state=nonsense&overdue=nonsense&directive=nonsense", "December 1998")]
    public async Task A_value_that_means_nothing_is_as_none(string query, string month)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        using var answer = await server.Client.GetAsync($"/reports?{query}");
        var page = await server.PageAsync($"/reports?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(month, page.TextOf("h1"), StringComparison.Ordinal);
        Assert.True(Listed(page).Count() > 90);
    }

    [Fact]
    public async Task A_month_of_which_nothing_is_due_yet_is_told_in_words()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/reports?month=1999-02");

        Assert.Equal("No report is due for February 1999 yet.", page.TextOf("h1"));
        Assert.Contains("The first is due on 31 January 1999.", page.TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_matches_nothing_is_repeated_as_text()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/reports?department=%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.Equal("No agency matches “<script>alert(1)</script>”.", page.TextOf("h1"));
        Assert.Empty(page.QuerySelectorAll("main script, .report-grid"));
    }

    [Fact]
    public async Task The_file_holds_the_reports_that_are_listed()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/reports?month=1998-11&state=SUBMITTED");

        var file = await server.Client.GetStringAsync(page.QuerySelector("a[download]")!.GetAttribute("href"));

        Assert.Equal(
            Listed(page),
            file.Trim().Split("\r\n")[1..].Select(row => row.Split(',')[1]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_public_is_told_that_reports_are_not_for_all()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        using var answer = await server.Public.Client.GetAsync("/reports");
        var page = await server.Public.PageAsync("/reports?month=1998-11");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("The list of monthly reports is not public.", page.TextOf("h1"));
        Assert.Equal(
            "/sign-in?returnUrl=%2Freports%3Fmonth%3D1998-11",
            page.QuerySelector("main a[href^='/sign-in']")!.GetAttribute("href")
        );
        Assert.Empty(page.QuerySelectorAll("table, .split"));
    }

    private static async Task<JsonElement> StatusAsync(CwaServer server, object where, params string[] states) =>
        (await server.AskAsync(Query, new { where, states = states is [] ? null : states })).GetProperty(
            "reportingStatus"
        );

    private static int In(JsonElement status) =>
        status.GetProperty("accepted").GetInt32() + status.GetProperty("submitted").GetInt32();

    private static IEnumerable<string?> Agencies(JsonElement status, Func<JsonElement, bool>? which = null) =>
        status
            .GetProperty("agencies")
            .EnumerateArray()
            .Where(which ?? (_ => true))
            .Select(agency => agency.GetProperty("agency").GetProperty("abbreviation").GetString())
            .Order(StringComparer.Ordinal);

    // Of reports or, if they have not come, of agencies.
    private static async Task<IEnumerable<string>> FileAsync(CwaServer server, IParentNode page)
    {
        var file = page.QuerySelector("a[download]")!.GetAttribute("href")!;
        var lines = (await server.Client.GetStringAsync(file)).Trim().Split("\r\n");
        var at = Array.FindIndex(lines[0].Split(','), column => column is "agency" or "abbreviation");
        return lines[1..].Select(line => line.Split(',')[at]).Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string?> Listed(IParentNode page) =>
        page.QuerySelectorAll(".report-grid tbody th a")
            .Select(a => a.GetAttribute("href")!.Split('/')[^1])
            .Order(StringComparer.Ordinal);
}
