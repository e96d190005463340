using Cwa.Dashboard.Reading;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What stands around the content of every page.</summary>
public sealed class FrameTests(SampleServers servers) : IClassFixture<SampleServers>
{
    [Theory]
    [InlineData("/", "overview")]
    [InlineData("/reports", "reports")]
    [InlineData("/events", "events")]
    [InlineData("/priorities", "priorities")]
    [InlineData("/priorities/findings", "findings")]
    [InlineData("/problems", "problems")]
    [InlineData("/promises", "promises")]
    [InlineData("/complaints", "complaints")]
    [InlineData("/results?open=SSA", "results")]
    [InlineData("/scorecard?open=SSA", "scorecard")]
    [InlineData("/liaisons", "liaisons")]
    [InlineData("/data", "data")]
    [InlineData("/agencies/SSA", "agency")]
    public async Task A_page_opens_its_operation_in_the_IDE(string address, string operation)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync(address);
        var open = page.QuerySelector(".footer a[href*=graphql]")!;

        Assert.Equal("Open this page’s operation in the IDE", open.TextContent);
        Assert.Equal($"/graphql/?operation={operation}", open.GetAttribute("href"));
        Assert.Contains(operation, Operations.Names);
    }

    [Theory]
    [InlineData("/", "overview-public")]
    [InlineData("/agencies/SSA", "agency-public")]
    [InlineData("/reports", "frame")]
    [InlineData("/priorities", "frame")]
    public async Task A_page_of_the_public_opens_the_operation_of_the_public(string address, string operation)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var answer = await server.Public.Client.GetAsync(address);

        var page = await answer.PageAsync();

        Assert.Equal(
            $"/graphql/?operation={operation}",
            page.QuerySelector(".footer a[href*=graphql]")!.GetAttribute("href")
        );
    }

    [Theory]
    [InlineData("/priorities")]
    [InlineData("/problems")]
    public async Task What_only_agencies_and_NPR_may_read_is_not_in_the_menu_of_the_public(string address)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var entry = $".pages a[href='{address}']";

        Assert.NotNull((await server.PageAsync("/")).QuerySelector(entry));
        Assert.Null((await server.Public.PageAsync("/")).QuerySelector(entry));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/events?state=CA&from=1998-11-01")]
    [InlineData("/agencies/SSA")]
    public async Task Who_signs_in_comes_back_to_the_page(string address)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync(address);

        Assert.Equal(
            "/sign-in?returnUrl=" + Uri.EscapeDataString(address),
            page.QuerySelector(".masthead a[href^='/sign-in']")!.GetAttribute("href")
        );
    }

    [Theory]
    [InlineData("/queue")]
    [InlineData("/results")]
    public async Task A_cursor_of_another_list_shows_a_list_from_its_beginning(string address)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var answer = await server.Client.GetAsync($"{address}?after=nonsense");
        var page = await answer.PageAsync();

        var first = await server.PageAsync(address);

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(first.QuerySelectorAll("tbody tr"));
        Assert.Equal(first.TextOf("h1"), page.TextOf("h1"));
        Assert.Equal(first.TextOf("tbody"), page.TextOf("tbody"));
    }
}
