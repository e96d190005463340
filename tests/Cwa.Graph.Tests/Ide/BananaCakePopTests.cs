using System.Net;
using System.Net.Http.Headers;

namespace Cwa.Graph.Tests.Ide;

public sealed class BananaCakePopTests(LiveServerFixture live) : IClassFixture<LiveServerFixture>
{
    private readonly HttpClient _http = live.Http;

    [Fact]
    public async Task A_browser_at_the_endpoint_is_redirected_to_the_IDE()
    {
        using var response = await BrowseAsync("/graphql");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/graphql/", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/graphql/?query={__typename}")]
    [InlineData("/graphql?sdl")]
    public async Task A_browser_that_requests_data_is_not_redirected_to_the_IDE(string path)
    {
        using var response = await BrowseAsync(path);

        Assert.Null(response.Headers.Location);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_other_hosts_and_is_never_stale()
    {
        using var response = await BrowseAsync("/graphql/");

        Assert.Contains(
            "default-src 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(response.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task The_IDE_reports_nothing_to_its_maker()
    {
        var config = await _http.GetStringAsync("/graphql/bcp-config.json");

        Assert.Contains("\"disableTelemetry\":true", config, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    public async Task A_script_is_sent_as_the_build_compressed_it_and_kept_for_a_year(string accepted, string encoding)
    {
        var page = await ScriptsAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "ide", "static", "js");

        foreach (var script in page)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, $"/graphql/{script}");
            asked.Headers.AcceptEncoding.ParseAdd(accepted);
            using var response = await _http.SendAsync(asked);
            var sent = await response.Content.ReadAsByteArrayAsync();

            Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
            Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
            Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl?.MaxAge);
            var ending = encoding == "br" ? ".br" : ".gz";
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, Path.GetFileName(script) + ending)), sent);
        }
    }

    [Fact]
    public async Task A_script_is_sent_whole_to_a_client_that_takes_no_compression()
    {
        var script = (await ScriptsAsync())[0];

        var sent = await _http.GetByteArrayAsync($"/graphql/{script}");

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "ide", script)), sent);
    }

    [Fact]
    public async Task The_licence_of_the_IDE_is_served_beside_it()
    {
        var license = await _http.GetStringAsync("/graphql/LICENSE");

        Assert.Contains("ChilliCream License 1.0", license, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responses_to_programs_do_not_carry_the_content_policy_of_the_IDE()
    {
        using var response = await _http.PostAsync(
            "/graphql",
            new StringContent("""{"query":"{__typename}"}""", new MediaTypeHeaderValue("application/json"))
        );

        Assert.False(response.Headers.Contains("Content-Security-Policy"));
    }

    private Task<HttpResponseMessage> BrowseAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        return _http.SendAsync(request);
    }

    private async Task<IReadOnlyList<string>> ScriptsAsync()
    {
        using var response = await BrowseAsync("/graphql/");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        var scripts = page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!).ToList();
        Assert.NotEmpty(scripts);
        return scripts;
    }
}
