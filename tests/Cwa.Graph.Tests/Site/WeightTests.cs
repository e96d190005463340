using Cwa.Graph.Tests.Pages;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>How much a reader's line carries, compressed as a browser asks for it.</summary>
public sealed class WeightTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const int Kilobyte = 1_000;

    [Fact]
    public async Task Script_and_style_of_the_first_view_weigh_at_most_45_kB_and_the_script_at_most_8()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/");

        var style = await WeighAsync(server, page.QuerySelectorAll("link[rel=stylesheet]").Select(AddressOf));
        var script = await WeighAsync(server, page.QuerySelectorAll("script[src]").Select(AddressOf));

        Assert.InRange(script, 1, 8 * Kilobyte);
        Assert.InRange(style, 1, (45 * Kilobyte) - script);
    }

    [Theory]
    [InlineData("link[rel=stylesheet]", true)]
    [InlineData("script[src]", true)]
    [InlineData("link[as=font]", true)]
    [InlineData("/_content/Cwa.Dashboard/cwa.css", false)]
    [InlineData("/_content/Cwa.Dashboard/icon.svg", false)]
    public async Task What_gets_a_new_name_when_it_changes_is_kept_for_a_year(string asset, bool isKept)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/");
        var address = asset[0] == '/' ? asset : AddressOf(page.QuerySelector(asset)!);

        using var answer = await server.Client.GetAsync(address);

        answer.EnsureSuccessStatusCode();
        Assert.Equal(isKept, answer.Headers.CacheControl?.MaxAge >= TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task The_script_loads_no_other()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/");

        var script = await server.Client.GetStringAsync(AddressOf(page.QuerySelector("script[src]")!));

        Assert.DoesNotMatch(@"\bimport\b", script);
    }

    [Fact]
    public async Task The_two_faces_weigh_at_most_50_kB()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/");

        var faces = page.QuerySelectorAll("link[as=font]").Select(AddressOf).ToList();

        Assert.Equal(2, faces.Count);
        Assert.InRange(await WeighAsync(server, faces), 1, 50 * Kilobyte);
    }

    [Fact]
    public async Task The_whole_scorecard_weighs_at_most_15_kB()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/scorecard");
        var weight = await WeighAsync(server, ["/scorecard"]);

        Assert.True(page.QuerySelectorAll("main tbody tr").Length >= 163);
        Assert.InRange(weight, 1, 15 * Kilobyte);
    }

    private static string AddressOf(AngleSharp.Dom.IElement element) =>
        "/" + (element.GetAttribute("href") ?? element.GetAttribute("src"))!.TrimStart('/');

    private static async Task<long> WeighAsync(CwaServer server, IEnumerable<string> addresses)
    {
        var weight = 0L;
        foreach (var address in addresses)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, address)
            {
                Headers = { { "Accept-Encoding", "gzip, deflate, br" } },
            };
            using var answer = await server.Client.SendAsync(asked);
            answer.EnsureSuccessStatusCode();
            weight += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        return weight;
    }
}
