using System.Net;
using Cwa.Dashboard.Reading;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class DataPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    [Fact]
    public async Task The_heading_counts_lists_duties_and_operations()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var duties = (await server.AskAsync("{ directive { requirements { key action rule } } }"))
            .GetProperty("directive")
            .GetProperty("requirements")
            .EnumerateArray()
            .Where(duty => duty.GetProperty("action").ValueKind != System.Text.Json.JsonValueKind.Null)
            .ToList();

        var page = await server.PageAsync("/data");

        Assert.Equal(
            $"{Exports.All.Count} lists, {duties.Count} duties and {Operations.Names.Count} operations "
                + "stand behind these pages.",
            page.TextOf("h1")
        );
        Assert.All(
            duties,
            duty =>
                Assert.Contains(
                    duty.Text("rule")!,
                    page.QuerySelector($"[id='{duty.Text("key")}'] + dd")!.TextContent,
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(
            Operations.Names.Select(Operations.TextOf),
            page.QuerySelectorAll("pre").Select(p => p.TextContent)
        );
    }

    [Fact]
    public async Task Every_list_is_offered_as_a_file_and_every_file_is_there()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/data");

        var files = page.QuerySelectorAll(".files a[download]").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(
            Exports.All.Select(export => $"/export/{export.Name}.csv"),
            files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal))
        );
        foreach (var file in files)
        {
            using var answer = await server.Client.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_public_is_offered_the_files_that_it_may_have()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        var page = await server.PageAsync("/data");

        var offered = page.QuerySelectorAll(".files a[download]").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var export in Exports.All)
        {
            var file = $"/export/{export.Name}.csv";
            using var answer = await server.Client.GetAsync(file);
            Assert.Equal(answer.StatusCode == HttpStatusCode.OK, offered.Contains(file));
        }
    }

    [Fact]
    public async Task The_IDE_opens_with_the_operation_of_a_page()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/data");
        var link = page.QuerySelector("a[href*='operation=liaisons']")!.GetAttribute("href")!;

        Assert.Contains("query Liaisons(", await ConfigAfterAsync(server, link), StringComparison.Ordinal);
        Assert.Contains("query Directory", await ConfigAfterAsync(server, "/graphql/"), StringComparison.Ordinal);
        Assert.Contains(
            "query Directory",
            await ConfigAfterAsync(server, "/graphql/?operation=nonsense"),
            StringComparison.Ordinal
        );
    }

    // The test server's client keeps cookies, as a browser does.
    private static async Task<string> ConfigAfterAsync(CwaServer server, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var opened = await server.Client.SendAsync(request);
        return await server.Client.GetStringAsync("/graphql/bcp-config.json");
    }
}
