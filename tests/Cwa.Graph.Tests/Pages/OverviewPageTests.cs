using System.Net;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class OverviewPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Month = """
        query ($month: YearMonth!) {
          reportingStatus(month: $month) { expected accepted submitted missing draft overdue }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_heading_says_how_the_month_stands_as_the_query_does(string provider)
    {
        var server = await servers.OnAsync(provider);
        var status = (await server.AskAsync(Month, new { month = "1998-11" })).GetProperty("reportingStatus");
        var (accepted, submitted) = (
            status.GetProperty("accepted").GetInt32(),
            status.GetProperty("submitted").GetInt32()
        );

        var page = await server.PageAsync("/");

        Assert.Equal(
            $"{accepted + submitted} of {status.GetProperty("expected")} reports are in for November 1998. "
                + $"{status.GetProperty("overdue")} are overdue.",
            page.TextOf("h1")
        );
        Assert.Equal(
            [accepted, submitted, 0, status.GetProperty("draft").GetInt32(), status.GetProperty("missing").GetInt32()],
            page.QuerySelectorAll(".bracketed .key b").Select(b => int.Parse(b.TextContent, null))
        );
    }

    [Theory]
    [InlineData("1998-12", "December 1998")]
    [InlineData("1998-02", "November 1998")]
    [InlineData("nonsense", "November 1998")]
    public async Task A_month_in_the_address_is_shown_if_reports_are_asked_of_it(string month, string shown)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync($"/?month={month}");

        Assert.Contains(shown, page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(shown[..3], page.TextOf(".months [aria-current] b"));
    }

    [Fact]
    public async Task A_month_of_which_nothing_is_due_yet_is_told_in_words()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/?month=1999-06");

        Assert.Contains(
            "No conversation is planned for this month yet.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_page_loads_nothing_from_elsewhere_and_has_nothing_inline()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var answer = await server.Client.GetAsync("/");
        var page = await server.PageAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self';",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        foreach (var loaded in page.QuerySelectorAll("link[href], script[src], img[src]"))
        {
            var address = loaded.GetAttribute("href") ?? loaded.GetAttribute("src");
            using var file = await server.Client.GetAsync("/" + address!.TrimStart('/'));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }
}
