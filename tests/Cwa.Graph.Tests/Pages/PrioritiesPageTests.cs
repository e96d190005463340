using System.Globalization;
using System.Net;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What Americans asked for most: one page, on which each figure leads to what it counts.</summary>
public sealed class PrioritiesPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Priorities = """
        query ($groupBy: PriorityGrouping) {
          customerPriorities(from: "1998-03-01", to: "1998-11-16", groupBy: $groupBy) {
            people
            themes { people findings agencies actions withoutAction withoutOutcome }
            groups { findings withoutAction withoutOutcome }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Heading_and_themes_say_what_the_query_says(string provider)
    {
        var server = await servers.OnAsync(provider);
        var priorities = (await server.AskAsync(Priorities)).GetProperty("customerPriorities");
        var themes = priorities.GetProperty("themes").EnumerateArray().ToList();

        var page = await server.PageAsync("/priorities");

        Assert.Equal(
            $"Waiting was named most: by {themes[0].Number("people"):N0} of {priorities.Number("people"):N0} people.",
            page.TextOf("h1")
        );
        Assert.Equal(
            themes.Select(theme => theme.Number("people")),
            page.NumbersOf("[aria-labelledby=themes] .priorities b")
        );
        Assert.Equal(
            themes.Select(theme => $"{theme.Number("findings")} findings of {theme.Number("agencies")} agencies"),
            page.QuerySelectorAll("[aria-labelledby=themes] li").Select(theme => theme.TextOf("p:nth-of-type(2)"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_figure_of_a_theme_leads_to_the_findings_that_it_counts(string provider)
    {
        var server = await servers.OnAsync(provider);
        var asked = await server.AskAsync(Priorities);
        var theme = asked.GetProperty("customerPriorities").GetProperty("themes")[0];

        var page = await server.PageAsync("/priorities");
        var links = page.QuerySelectorAll("[aria-labelledby=themes] li:first-child a:not(.own a)")
            .Select(link => link.GetAttribute("href")!)
            .ToList();

        Assert.Equal(6, links.Count);
        Assert.Equal(
            [
                theme.Number("findings"),
                theme.Number("findings"),
                theme.Number("findings"),
                theme.Number("findings") - theme.Number("withoutAction"),
                theme.Number("withoutAction"),
                theme.Number("withoutOutcome"),
            ],
            await Task.WhenAll(links.Select(link => FindingsAsync(server, link)))
        );
        var findings = await server.PageAsync(links[2]);
        Assert.Equal(theme.Number("agencies"), findings.QuerySelectorAll("[aria-labelledby=agencies] tbody tr").Length);
    }

    [Theory]
    [InlineData("DEPARTMENT")]
    [InlineData("STATE")]
    [InlineData("CUSTOMER_GROUP")]
    public async Task Each_group_leads_to_its_own_findings(string by)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var asked = await server.AskAsync(Priorities, new { groupBy = by });
        var groups = asked.GetProperty("customerPriorities").GetProperty("groups").EnumerateArray().ToList();

        var page = await server.PageAsync($"/priorities?by={by}");
        var rows = page.QuerySelectorAll("[aria-labelledby=groups] li");

        Assert.Equal(groups.Count, rows.Length);
        foreach (var at in new[] { 0, groups.Count - 1 })
        {
            var links = rows[at].QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.Equal(groups[at].Number("findings"), await FindingsAsync(server, links[1]));
            var narrowed = await server.PageAsync(links[0]);
            Assert.Equal(
                groups[at].Number("findings"),
                narrowed
                    .QuerySelectorAll("[aria-labelledby=themes] li p:nth-of-type(2) a:first-child")
                    .Sum(link => NumberAtTheBeginning(link.TextContent))
            );
        }
    }

    [Fact]
    public async Task Agencies_are_listed_by_what_they_did_and_lead_to_it()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/priorities?from=1998-03-01&to=1998-10-31");
        var rows = page.QuerySelectorAll("[aria-labelledby=done] tbody tr");

        Assert.Equal(10, rows.Length);
        var acted = page.NumbersOf("[aria-labelledby=done] td:nth-child(3)").ToList();
        Assert.Equal(acted.OrderDescending(), acted);
        var links = rows[0].QuerySelectorAll("td a");
        Assert.Equal(
            links.Select(link => int.Parse(link.TextContent, null)),
            await Task.WhenAll(links.Select(link => FindingsAsync(server, link.GetAttribute("href")!)))
        );
    }

    [Fact]
    public async Task How_fast_and_whether_it_helped_are_told_as_the_queries_tell_them()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var asked = await server.AskAsync(
            """
            {
              problemProgress(from: "1998-03-01", to: "1998-11-16") {
                verified pastTarget complaintsReturned
                toAssigned { medianDays } toPlanned { medianDays } toChanged { medianDays } toVerified { medianDays }
              }
              complaintTrend(from: "1998-10", to: "1998-10") { points { withinTargetShare } }
            }
            """
        );
        var problems = asked.GetProperty("problemProgress");
        var share = asked.GetProperty("complaintTrend").GetProperty("points")[0].GetProperty("withinTargetShare");

        var page = await server.PageAsync("/priorities");

        Assert.Equal(
            new[] { "toAssigned", "toPlanned", "toChanged", "toVerified" }.Select(step =>
                $"{problems.GetProperty(step).GetProperty("medianDays")} days"
            ),
            page.QuerySelectorAll("[aria-labelledby=quickly] .value").Select(value => value.TextContent)
        );
        Assert.Equal(
            [
                problems.Number("verified"),
                problems.Number("complaintsReturned"),
                problems.Number("pastTarget"),
                (int)Math.Round(share.GetDouble() * 100),
            ],
            page.NumbersOf("[aria-labelledby=helped] .value")
        );
    }

    [Fact]
    public async Task A_filter_holds_for_all_of_the_page_and_says_for_what_it_cannot()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/priorities?agency=usda&customers=BUSINESS&by=STATE");

        Assert.Equal("USDA", page.QuerySelector("input[name=agency]")!.GetAttribute("value"));
        Assert.Equal("BUSINESS", page.QuerySelector("[name=customers] [selected]")!.GetAttribute("value"));
        Assert.Equal("State or territory", page.TextOf("[name=by] [selected]"));
        Assert.Equal("What follows is told for all customers and states.", page.TextOf("main > .soft"));
        Assert.All(
            page.QuerySelectorAll("[aria-labelledby=quickly] a"),
            link => Assert.Contains("agency=USDA", link.GetAttribute("href"), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("theme=RUDENESS", "“RUDENESS” is not a theme such as WAITING. It was left out.")]
    [InlineData("customers=<b>", "“<b>” is not a group of customers such as VETERANS. It was left out.")]
    [InlineData("by=ZODIAC", "“ZODIAC” is not a grouping such as STATE. It was left out.")]
    public async Task A_value_that_cannot_be_read_is_left_out_and_said(string parameter, string sentence)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/priorities?" + parameter);

        Assert.Equal(sentence, page.TextOf(".problem"));
        Assert.StartsWith("Waiting was named most", page.TextOf("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_reads_what_its_own_customers_said()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var ssa = await db.Agencies.SingleAsync(agency => agency.Abbreviation == "SSA");

        var page = await server.As(ssa).PageAsync("/priorities/findings");

        Assert.Equal(
            ["Social Security Administration"],
            page.QuerySelectorAll("[aria-labelledby=agencies] tbody th").Select(agency => agency.TextContent)
        );
    }

    [Theory]
    [InlineData("/priorities")]
    [InlineData("/priorities/findings")]
    public async Task The_public_is_told_to_sign_in_and_reads_nothing_of_it(string address)
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        using var answer = await server.Client.GetAsync(address);
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("What customers asked for is not public.", page.TextOf("h1"));
        Assert.Empty(page.QuerySelectorAll("main .rows, main table, main .figure"));
    }

    private static async Task<int> FindingsAsync(CwaServer server, string address) =>
        NumberAtTheBeginning((await server.PageAsync(address)).TextOf("h1"));

    private static int NumberAtTheBeginning(string text) =>
        text.Split(' ')[0] is var first && first is "one" or "One"
            ? 1
            : int.Parse(first, NumberStyles.AllowThousands, null);
}
