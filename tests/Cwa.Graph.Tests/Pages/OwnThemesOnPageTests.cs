using AngleSharp.Dom;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

/// <summary>The themes that agencies tell apart, on the page of priorities and on that of findings.</summary>
public sealed class OwnThemesOnPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    [Fact]
    public async Task What_agencies_tell_apart_leads_to_its_findings()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var asked = await server.AskAsync(
            """
            {
              customerPriorities(from: "1998-03-01", to: "1998-11-16") {
                themes { own { theme { name agency { abbreviation } } findings } }
              }
            }
            """
        );
        var own = asked
            .GetProperty("customerPriorities")
            .GetProperty("themes")
            .EnumerateArray()
            .SelectMany(theme => theme.GetProperty("own").EnumerateArray())
            .ToList();

        var links = (await server.PageAsync("/priorities")).QuerySelectorAll(".own a");

        Assert.True(own.Count > 4);
        Assert.Equal(own.Lines("theme.name"), links.Select(link => link.TextContent));
        Assert.Equal(
            own.Select(theme => theme.Number("findings")),
            await Task.WhenAll(links.Select(async link => Number(await server.PageAsync(link.GetAttribute("href")!))))
        );
        var findings = await server.PageAsync(links[0].GetAttribute("href")!);
        Assert.Contains(own[0].GetProperty("theme").Text("name")!, findings.TextOf(".lead"), StringComparison.Ordinal);
        Assert.Contains(
            own[0].GetProperty("theme").Text("name")!,
            findings.TextOf(".findings .note"),
            StringComparison.Ordinal
        );
    }

    private static int Number(IDocument findings) =>
        findings.TextOf("h1").Split(' ')[0] is var first && first == "One" ? 1 : int.Parse(first, null);
}
