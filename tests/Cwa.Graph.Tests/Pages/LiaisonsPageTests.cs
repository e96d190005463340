using AngleSharp.Dom;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class LiaisonsPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Counts = """
        query ($where: LiaisonFilterInput!) {
          agencies { totalCount }
          attention(kinds: [NO_LIAISON]) { totalCount }
          liaisons(first: 1, where: $where) { totalCount }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_heading_and_the_list_count_as_the_queries_do(string provider)
    {
        var server = await servers.OnAsync(provider);
        var asked = await server.AskAsync(Counts, new { where = new { endedOn = new { eq = (string?)null } } });
        var (own, nobody, all) = (Total("liaisons"), Total("attention"), Total("agencies"));

        var page = await server.PageAsync("/liaisons");

        Assert.Equal(
            $"{own} agencies have a liaison. {all - own - nobody} are spoken for above. {nobody} have nobody.",
            page.TextOf("h1")
        );
        Assert.Equal(all, page.QuerySelectorAll(".phones tbody tr").Length);
        Assert.Equal(own, await RowsAsync(server, page));
        Assert.Equal(all - nobody, page.QuerySelectorAll(".phones td:not(:has(.wrong, .asked)) b").Length);

        int Total(string name) => asked.GetProperty(name).GetProperty("totalCount").GetInt32();
    }

    [Theory]
    [InlineData("own", "liaisons")]
    [InlineData("nobody", "attention")]
    public async Task A_figure_of_the_heading_leads_to_the_agencies_that_it_counts(string speaker, string list)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var asked = await server.AskAsync(Counts, new { where = new { endedOn = new { eq = (string?)null } } });

        var page = await server.PageAsync($"/liaisons?speaker={speaker}");

        Assert.Equal(
            asked.GetProperty(list).GetProperty("totalCount").GetInt32(),
            page.QuerySelectorAll(".phones tbody tr").Length
        );
        Assert.Equal(speaker, page.QuerySelector("select[name=speaker] [selected]")?.GetAttribute("value"));
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, "office customer hhs")]
    [InlineData(TestDatabase.PostgreSql, "office customer hhs")]
    [InlineData(TestDatabase.Sqlite, "treas")]
    public async Task A_search_finds_what_the_query_finds_and_the_file_holds(string provider, string text)
    {
        var server = await servers.OnAsync(provider);
        var where = new { endedOn = new { eq = (string?)null }, text };
        var found = (await server.AskAsync(Counts, new { where })).GetProperty("liaisons").GetProperty("totalCount");
        Assert.InRange(found.GetInt32(), 1, 50);

        var page = await server.PageAsync($"/liaisons?speaker=own&q={Uri.EscapeDataString(text)}");

        Assert.Equal(found.GetInt32(), page.QuerySelectorAll(".phones tbody tr").Length);
        Assert.Equal(found.GetInt32(), await RowsAsync(server, page));
        Assert.Equal(text, page.QuerySelector("input[name=q]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_bureau_without_a_liaison_of_its_own_names_the_department_that_speaks_for_it()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/liaisons?q=Mint");

        var row = Assert.Single(page.QuerySelectorAll(".phones tbody tr"));
        Assert.EndsWith(", for TREAS", row.TextOf("td span"), StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector("a[href^='tel:']"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202eevil \u0645\u0631\u062d\u0628\u0627")]
    [InlineData("%' OR 1=1")]
    [InlineData("q\0zq")]
    public async Task What_matches_nothing_is_said_and_is_text(string text)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync($"/liaisons?speaker=nonsense&q={Uri.EscapeDataString(text)}");

        Assert.Equal($"No agency matches “{text.Replace("\0", "")}”.", page.TextOf("h1"));
        Assert.Equal("Nothing matches. Show all 163.", page.TextOf(".empty"));
        Assert.Empty(page.QuerySelectorAll("h1 script, .problem"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_cut()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync($"/liaisons?q={new string('x', 99)}{Uri.EscapeDataString("😀")}");

        Assert.Equal(new string('x', 99), page.QuerySelector("input[name=q]")?.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll(".problem"));
    }

    [Fact]
    public async Task An_agency_reads_its_own_part_of_the_list()
    {
        var reader = new SignedInCaller(await servers.OnAsync(TestDatabase.Sqlite), "pat", [Roles.Submit], ["DOI"]);
        var own = (await reader.AskAsync("{ viewer { agencies(first: 250) { nodes { abbreviation } } } }"))
            .GetProperty("viewer")
            .GetProperty("agencies")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(agency => agency.Text("abbreviation"))
            .Order();

        var page = await reader.PageAsync("/liaisons");

        Assert.Equal(own, page.QuerySelectorAll(".phones th .soft").Select(code => code.TextContent).Order());
    }

    [Fact]
    public async Task The_public_is_told_that_the_list_is_not_public()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        using var answer = await server.Client.GetAsync("/liaisons?q=SSA");
        var page = await answer.PageAsync();

        Assert.Equal("The phone list of liaisons is not public.", page.TextOf("h1"));
        Assert.NotNull(page.QuerySelector("main a[href^='/sign-in']"));
        Assert.Empty(page.QuerySelectorAll("table, .problem"));
        Assert.DoesNotContain("555", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<int> RowsAsync(CwaServer server, IParentNode page) =>
        (await server.Client.GetStringAsync(page.QuerySelector("a[download]")!.GetAttribute("href")))
            .Trim()
            .Split('\n')
            .Length - 1;
}
