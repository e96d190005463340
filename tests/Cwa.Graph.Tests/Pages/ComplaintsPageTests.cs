using System.Net;
using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class ComplaintsPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Trend = """
        query ($where: ComplaintMetricFilterInput, $groupBy: [TrendGroup!]) {
          complaintTrend(from: "1998-10", to: "1998-10", where: $where, groupBy: $groupBy) {
            points { received resolvedShare category channel agency { abbreviation } }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Heading_and_tables_say_what_the_query_and_the_file_say(string provider)
    {
        var server = await servers.OnAsync(provider);
        var all = (await PointsAsync(server, null))[0];

        var page = await server.PageAsync("/complaints?from=1998-09&to=1998-10");

        Assert.Equal(
            $"{all.Number("received"):N0} complaints came in October 1998. "
                + $"{all.GetProperty("resolvedShare").GetDouble() * 100:N0} were resolved for each 100.",
            page.TextOf("h1")
        );
        Assert.Equal(await NumbersAsync("CATEGORY"), page.NumbersOf("[aria-labelledby=categories] td:nth-child(2)"));
        Assert.Equal(await NumbersAsync("CHANNEL"), page.NumbersOf("[aria-labelledby=channels] td:nth-child(2)"));
        Assert.Equal(
            (await NumbersAsync("AGENCY")).Take(20),
            page.NumbersOf("[aria-labelledby=agencies] td:nth-child(2)")
        );
        var file = await server
            .Client.GetAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!, null)
            .CsvAsync();
        Assert.Equal(
            all.Number("received"),
            file.Rows.Where(row => row["month"] == "1998-10" && row["received"] != "")
                .Sum(row => int.Parse(row["received"], null))
        );

        async Task<IEnumerable<int>> NumbersAsync(string group) =>
            (await PointsAsync(server, null, group)).Select(p => p.Number("received")).OrderDescending();
    }

    [Fact]
    public async Task Each_number_leads_to_its_own_figures()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/complaints");

        foreach (var section in new[] { "categories", "channels", "agencies" })
        {
            var row = page.QuerySelector($"[aria-labelledby={section}] tbody tr")!;
            var link = row.QuerySelectorAll("a")[^1].GetAttribute("href")!;
            var narrowed = await server.PageAsync(link);
            Assert.StartsWith(
                row.TextOf("td:nth-child(2)") + " complaints",
                narrowed.TextOf("h1"),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task What_grows_what_was_changed_and_what_does_not_carry_over_is_counted_as_the_queries_count_it()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var counts = await server.AskAsync(
            """
            {
              growingComplaintCategories(from: "1998-08", to: "1998-10") { totalCount }
              complaintCarryOver(from: "1998-03", to: "1998-10") { totalCount }
              processChanges(where: { measuredOn: { neq: null }, effectiveOn: { gte: "1998-03-01", lte: "1998-10-31" } }) {
                totalCount
              }
            }
            """
        );

        var page = await server.PageAsync("/complaints");

        Assert.StartsWith(
            $"{Total("growingComplaintCategories")} categories grew",
            page.TextOf("[aria-labelledby=growing] > p"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"{Total("complaintCarryOver")} figures open a month",
            page.TextOf("[aria-labelledby=carry-over] > p"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"The effect of {Total("processChanges")} changes was measured.",
            page.TextOf("[aria-labelledby=changes] > p"),
            StringComparison.Ordinal
        );

        int Total(string list) => counts.GetProperty(list).Number("totalCount");
    }

    [Fact]
    public async Task A_change_says_how_long_it_took_since_the_problem_was_found()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var changes = await server.AskAsync(
            """
            {
              processChanges(
                first: 10
                order: [{ effectiveOn: DESC }]
                where: { measuredOn: { neq: null }, effectiveOn: { gte: "1998-03-01", lte: "1998-10-31" } }
              ) { nodes { problem { steps { daysFoundToChanged daysFoundToVerified } } } }
            }
            """
        );

        var page = await server.PageAsync("/complaints");

        Assert.Equal(
            changes.GetProperty("processChanges").GetProperty("nodes").EnumerateArray().Select(Days),
            page.QuerySelectorAll(".changes li p.soft:nth-of-type(2)").Select(days => days.TextContent)
        );

        static string Days(JsonElement change)
        {
            var steps = change.GetProperty("problem").GetProperty("steps");
            return $"Changed {steps.GetProperty("daysFoundToChanged")} days after the problem was found"
                + (
                    steps.GetProperty("daysFoundToVerified") is { ValueKind: JsonValueKind.Number } days
                        ? $"; {days} days until it was known to help."
                        : "."
                );
        }
    }

    [Fact]
    public async Task The_share_resolved_within_target_stands_among_the_figures()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var trend = await server.AskAsync(
            """{ complaintTrend(from: "1998-10", to: "1998-10") { points { withinTargetShare } } }"""
        );
        var share = trend.GetProperty("complaintTrend").GetProperty("points")[0].GetProperty("withinTargetShare");

        var figure = (await server.PageAsync("/complaints?from=1998-09&to=1998-10"))
            .QuerySelectorAll(".figure")
            .Single(f => f.TextContent.Contains("Within target, of 100 resolved", StringComparison.Ordinal));

        Assert.Equal($"{share.GetDouble() * 100:N0}", figure.QuerySelector(".value")!.TextContent);
    }

    [Theory]
    [InlineData("from=nonsense", "“nonsense” is not a month such as 1998-11. It was left out.")]
    [InlineData("category=RUDENESS", "“RUDENESS” is not a category such as TIMELINESS. It was left out.")]
    [InlineData("channel=<b>", "“<b>” is not a channel such as TELEPHONE. It was left out.")]
    public async Task A_value_that_cannot_be_read_is_left_out_and_said(string parameter, string sentence)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/complaints?" + parameter);

        Assert.Equal(sentence, page.TextOf(".problem"));
        Assert.Contains(" came in October 1998.", page.TextOf("h1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2000-01&to=2000-02", "January 2000 to February 2000")]
    [InlineData("agency=<i>xyz</i>", "March 1998 to October 1998")]
    public async Task Where_there_are_no_figures_words_say_so(string parameters, string period)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/complaints?" + parameters);

        Assert.Equal($"No complaint figures for {period}.", page.TextOf("h1"));
        Assert.Equal($"No agency has sent such figures for {period}.", page.TextOf(".empty"));
        Assert.Empty(page.QuerySelectorAll("[aria-labelledby=agencies], main i"));
    }

    [Fact]
    public async Task The_public_is_told_to_sign_in_and_reads_no_figure()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        using var answer = await server.Client.GetAsync("/complaints?agency=SSA");
        var page = await server.PageAsync("/complaints?agency=SSA");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("is not public.", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/sign-in?returnUrl=%2Fcomplaints%3Fagency%3DSSA']"));
        Assert.Empty(page.QuerySelectorAll("main table, main .figure"));
    }

    private static async Task<IReadOnlyList<JsonElement>> PointsAsync(
        CwaServer server,
        object? where,
        params string[] groupBy
    ) =>
        [
            .. (await server.AskAsync(Trend, new { where, groupBy }))
                .GetProperty("complaintTrend")
                .GetProperty("points")
                .EnumerateArray(),
        ];
}
