using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class PublicOverviewPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Counts = """
        query ($from: Date!, $to: Date!, $today: Date!) {
          month: eventCounts(where: { startsOn: { gte: $from, lte: $to } }) {
            total national virtual byState { state events }
          }
          coming: events(first: 8, where: { startsOn: { gte: $today, lte: $to } }, order: [{ startsOn: ASC }]) {
            totalCount nodes { title }
          }
          y98: annualResults(year: 1998) { published }
          y97: annualResults(year: 1997) { published }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_public_reads_what_is_coming_up_as_the_query_and_the_file_say(string provider)
    {
        var server = (await servers.OnAsync(provider)).Public;
        var asked = await server.AskAsync(
            Counts,
            new
            {
                from = "1998-11-01",
                to = "1998-11-30",
                today = "1998-11-16",
            }
        );
        var (month, coming) = (asked.GetProperty("month"), asked.GetProperty("coming"));

        var page = await server.PageAsync("/");

        Assert.Equal(
            $"{month.GetProperty("total")} conversations are planned for November 1998. "
                + $"{coming.GetProperty("totalCount")} are still to come.",
            page.TextOf("h1")
        );
        Assert.Equal(
            coming.GetProperty("nodes").EnumerateArray().Select(e => e.Text("title")),
            page.QuerySelectorAll(".coming b").Select(title => title.TextContent)
        );
        Assert.Equal(
            month.GetProperty("byState").EnumerateArray().Sum(s => s.GetProperty("events").GetInt32()),
            page.QuerySelectorAll(".tile b").Sum(tile => int.Parse(tile.TextContent, null))
        );
        Assert.Equal($"{month.GetProperty("total")}", page.TextOf(".months [aria-current] span"));
        Assert.Equal(
            $"{Published("y98")} agencies have published their results for 1998, and {Published("y97")} for 1997.",
            page.TextOf("#results ~ p, section[aria-labelledby=results] > p")
        );
        Assert.Equal(
            month.GetProperty("total").GetInt32(),
            await RowsAsync(server, """{"startsOn":{"gte":"1998-11-01","lte":"1998-11-30"}}""")
        );

        JsonElement Published(string year) => asked.GetProperty(year).GetProperty("published");
    }

    [Fact]
    public async Task The_public_reads_nothing_of_reports_and_liaisons()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        var page = await server.PageAsync("/");

        Assert.Empty(page.QuerySelectorAll(".problem, a[href^='tel:'], .arrivals, .calls, .split"));
        Assert.DoesNotContain("overdue", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Reading as the public Sign in", page.TextOf(".reader"));
    }

    [Theory]
    [InlineData("1998-04", "planned for April 1998.")]
    [InlineData("1999-06", "No conversation is planned for June 1999 yet.")]
    [InlineData("9999-12", "are still to come.")]
    [InlineData("nonsense", "are still to come.")]
    public async Task Another_month_is_told_in_words_that_fit_it(string month, string heading)
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        var page = await server.PageAsync($"/?month={month}");

        Assert.EndsWith(heading, page.TextOf("h1"), StringComparison.Ordinal);
    }

    private static async Task<int> RowsAsync(CwaServer server, string where) =>
        (await server.Client.GetStringAsync($"/export/events.csv?columns=id&where={Uri.EscapeDataString(where)}"))
            .Trim()
            .Split('\n')
            .Length - 1;
}
