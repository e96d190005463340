using System.Net;
using System.Net.Http.Headers;

namespace Cwa.Graph.Tests.Ide;

public sealed class BananaCakePopTests(LiveServerFixture live) : IClassFixture<LiveServerFixture>
{
    private readonly HttpClient _http = live.Http;

    [Fact]
    public async Task A_browser_at_the_endpoint_is_sent_to_the_ide()
    {
        using var response = await BrowseAsync("/graphql");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/graphql/", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/graphql/?query={__typename}")]
    [InlineData("/graphql?sdl")]
    public async Task A_browser_that_asks_for_an_answer_is_not_sent_to_the_ide(string path)
    {
        using var response = await BrowseAsync(path);

        Assert.Null(response.Headers.Location);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere_and_is_never_stale()
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
    public async Task The_ide_reports_nothing_to_its_maker()
    {
        var config = await _http.GetStringAsync("/graphql/bcp-config.json");

        Assert.Contains("\"disableTelemetry\":true", config, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_licence_of_the_ide_is_served_beside_it()
    {
        var license = await _http.GetStringAsync("/graphql/LICENSE");

        Assert.Contains("ChilliCream License 1.0", license, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_programs_carry_no_policy_of_the_ide()
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
}
