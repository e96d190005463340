using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class PromisesPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task All_promises_are_counted_by_their_newest_measurement(string provider)
    {
        var server = await servers.OnAsync(provider);
        var promises = await PromisesAsync(server);

        var page = await server.PageAsync("/promises");

        Assert.Equal($"{Count("True")} of {promises.Count} promises are kept.", page.TextOf("h1"));
        Assert.StartsWith(
            $"{Count("False")} were not kept, and {Count("")} were not measured.",
            page.TextOf(".lead"),
            StringComparison.Ordinal
        );
        Assert.Equal(promises.Count, page.NumbersOf("[aria-labelledby=departments] td:nth-child(2)").Sum());

        int Count(string met) => promises.Count(promise => promise == met);
    }

    [Fact]
    public async Task Each_number_of_a_department_leads_to_the_promises_that_it_counts()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/promises");
        var links = page.QuerySelectorAll("[aria-labelledby=departments] tr:nth-child(2) td a");

        Assert.InRange(links.Length, 2, 4);
        foreach (var link in links)
        {
            var led = await server.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(
                link.TextContent == "1" ? "one promise" : $"{link.TextContent} promises",
                led.TextOf("[aria-labelledby=promises] .period")
            );
        }
    }

    [Fact]
    public async Task The_list_goes_on_where_it_ended_and_shows_each_promise_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var seen = 0;
        for (string? next = "/promises?kept=KEPT"; next is not null; )
        {
            var page = await server.PageAsync(next);
            seen += page.QuerySelectorAll("[aria-labelledby=promises] li").Length;
            Assert.All(
                page.QuerySelectorAll("[aria-labelledby=promises] .status"),
                status => Assert.Equal("Met", status.TextContent)
            );
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal((await PromisesAsync(server)).Count(promise => promise == "True"), seen);
    }

    [Fact]
    public async Task The_public_reads_the_same()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var asNpr = await server.PageAsync("/promises?customers=VETERANS");
        var asAnybody = await server.Public.PageAsync("/promises?customers=VETERANS");

        Assert.NotEmpty(asAnybody.QuerySelectorAll("[aria-labelledby=promises] li"));
        Assert.Equal(asNpr.TextOf("main"), asAnybody.TextOf("main"));
        Assert.NotNull(asAnybody.QuerySelector(".pages a[href='/promises']"));
    }

    [Theory]
    [InlineData("kept=PERHAPS", "“PERHAPS” is not one of KEPT, NOT_KEPT and NOT_MEASURED. It was left out.")]
    [InlineData("customers=<b>", "“<b>” is not a group of customers such as VETERANS. It was left out.")]
    public async Task A_value_that_cannot_be_read_is_left_out_and_said(string parameter, string sentence)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/promises?" + parameter);

        Assert.Equal(sentence, page.TextOf(".problem"));
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=promises] li"));
    }

    [Fact]
    public async Task An_agency_without_promises_is_told_in_words()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/promises?agency=xyz");

        Assert.Equal("No promises of XYZ.", page.TextOf("h1"));
        Assert.Equal("No promise matches all of this.", page.TextOf(".empty"));
        Assert.Empty(page.QuerySelectorAll("main table"));
    }

    // Whether the newest measurement of each promise that holds was met.
    private static async Task<List<string>> PromisesAsync(CwaServer server)
    {
        var met = new List<string>();
        for (string? after = null; met.Count == 0 || after is not null; )
        {
            var list = (
                await server.AskAsync(
                    """
                    query ($after: String) {
                      serviceStandards(first: 100, after: $after, where: { withdrawnOn: { eq: null } }) {
                        nodes { measurements(last: 1) { nodes { met } } }
                        pageInfo { hasNextPage endCursor }
                      }
                    }
                    """,
                    new { after }
                )
            ).GetProperty("serviceStandards");
            met.AddRange(list.GetProperty("nodes").EnumerateArray().Select(Met));
            var page = list.GetProperty("pageInfo");
            after = page.GetProperty("hasNextPage").GetBoolean() ? page.Text("endCursor") : null;
        }

        return met;

        static string Met(JsonElement promise) =>
            promise
                .GetProperty("measurements")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(measured => measured.GetProperty("met").ToString())
                .FirstOrDefault("");
    }
}
