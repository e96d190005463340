using System.Net;
using AngleSharp.Dom;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

/// <summary>The address of the scorecard says what it shows: of which day, which rows, and in which order.</summary>
public sealed class ScorecardAddressTests(SampleServers servers) : IClassFixture<SampleServers>
{
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
