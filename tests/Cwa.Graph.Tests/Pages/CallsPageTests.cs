using System.Net;
using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

/// <summary>All agencies that need a call, of which the overview shows the first.</summary>
public sealed class CallsPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Attention = """
        query ($kinds: [AttentionKind!]) {
          attention(first: 250, kinds: $kinds) { totalCount items { agency { abbreviation name } } }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_overview_leads_to_all_of_them(string provider)
    {
        var server = await servers.OnAsync(provider);
        var attention = await ReadAsync(server);
        var overview = await server.PageAsync("/");

        var link = overview.QuerySelector("section[aria-labelledby=calls] .more")!;
        var page = await server.PageAsync(link.GetAttribute("href")!);

        Assert.Equal($"All {attention.GetProperty("totalCount")} agencies", link.TextContent);
        Assert.Equal($"{attention.GetProperty("totalCount")} agencies need a call.", page.TextOf("h1"));
        Assert.Equal(NamesIn(attention), page.QuerySelectorAll(".calls .name").Select(name => name.TextContent));
    }

    [Theory]
    [InlineData("NO_LIAISON", "no liaison")]
    [InlineData("report_overdue", "report overdue")]
    public async Task The_address_says_for_which_reason(string reason, string words)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var attention = await ReadAsync(server, reason.ToUpperInvariant());

        var page = await server.PageAsync($"/attention?reason={reason}");
        var file = await Table.OfCsvAsync(
            await server.Client.GetByteArrayAsync(page.QuerySelector("a[download]")!.GetAttribute("href"))
        );

        Assert.EndsWith($"a call: {words}.", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.NotEmpty(NamesIn(attention));
        Assert.Equal(NamesIn(attention), page.QuerySelectorAll(".calls .name").Select(name => name.TextContent));
        Assert.Equal(NamesIn(attention).Order(), file.Of("name").Order());
    }

    [Fact]
    public async Task Problems_past_their_target_are_named()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var attention = await server.AskAsync(
            """
            {
              attention(first: 20, kinds: [PROBLEM_PAST_TARGET]) {
                items { reasons { problems { title steps { daysPastTarget } } } }
              }
            }
            """
        );
        var problems = attention
            .GetProperty("attention")
            .GetProperty("items")
            .EnumerateArray()
            .SelectMany(item => item.GetProperty("reasons").EnumerateArray())
            .SelectMany(reason => reason.GetProperty("problems").EnumerateArray())
            .ToList();

        var page = await server.PageAsync("/attention?reason=PROBLEM_PAST_TARGET");

        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.True(p.GetProperty("steps").Number("daysPastTarget") > 0));
        Assert.All(
            problems,
            p => Assert.Contains($"“{p.Text("title")}”", page.TextOf(".calls"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_reason_that_does_not_exist_is_left_out_and_told()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/attention?reason=<b>BOREDOM</b>");

        Assert.Equal(
            "“<b>BOREDOM</b>” is not a reason such as NO_LIAISON. It was left out.",
            page.TextOf("main .problem")
        );
        Assert.Equal(NamesIn(await ReadAsync(server)).Count(), page.QuerySelectorAll(".calls li").Length);
    }

    [Fact]
    public async Task An_agency_reads_what_NPR_waits_for()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = new SignedInCaller(server, "pat", [Roles.Submit], ["SSA"]);

        var page = await agency.PageAsync("/attention");

        Assert.StartsWith("NPR waits for ", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal("What NPR waits for", page.TextOf("h2"));
    }

    [Fact]
    public async Task The_public_is_told_that_it_has_to_sign_in()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;
        using var answer = await server.Client.GetAsync("/attention");

        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("The list of agencies to call is not public.", page.TextOf("h1"));
        Assert.Empty(page.QuerySelectorAll(".calls, .problem"));
    }

    private static async Task<JsonElement> ReadAsync(CwaServer server, params string[] kinds) =>
        (await server.AskAsync(Attention, new { kinds = kinds is [] ? null : kinds })).GetProperty("attention");

    private static IEnumerable<string> NamesIn(JsonElement attention) =>
        attention.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("agency").Text("name")!);
}
