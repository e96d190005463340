using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Cwa.Graph.Tests;

/// <summary>Servers that know their own address by a setting, by the allowed hosts, or not at all.</summary>
public sealed class SitedServers : IAsyncLifetime
{
    public CwaServer Addressed { get; private set; } = null!;

    public CwaServer Named { get; private set; } = null!;

    public CwaServer Open { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Addressed = await CwaServer.InDevelopmentAsync(
            ("Site:Address", "https://cwa.example.gov"),
            ("AllowedHosts", "*")
        );
        Named = await CwaServer.InDevelopmentAsync(
            ("AllowedHosts", "cwa.example.gov;*.example.org;localhost"),
            ("Site:Proxies:0", "10.0.0.7"),
            ("Site:Proxies:1", "10.1.0.0/24"),
            ("Site:Proxies:2", "fd00::/8")
        );
        Open = await CwaServer.InDevelopmentAsync(("AllowedHosts", "*"));
    }

    public async Task DisposeAsync()
    {
        await Addressed.DisposeAsync();
        await Named.DisposeAsync();
        await Open.DisposeAsync();
    }
}

/// <summary>Links lead to the address in the settings, and never to a host that a request made up.</summary>
public sealed class SiteTests(SitedServers servers) : IClassFixture<SitedServers>
{
    [Fact]
    public async Task Links_begin_with_the_configured_address()
    {
        var links = await LinksAsync(servers.Addressed, http => http.Request.Host = new("evil.example"));

        Assert.Equal(["https://cwa.example.gov/feed.atom", "https://cwa.example.gov/graphql/"], links);
    }

    [Fact]
    public void A_server_that_serves_any_host_says_so_when_it_starts()
    {
        Assert.Contains(
            servers.Open.Log.Lines,
            line => line.Contains("AllowedHosts is not set", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            servers.Named.Log.Lines,
            line => line.Contains("AllowedHosts is not set", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_configured_address_links_begin_with_an_allowed_host()
    {
        foreach (var host in new[] { "cwa.example.gov:8080", "a.example.org" })
            Assert.Contains(
                $"http://{host}/feed.atom",
                await LinksAsync(servers.Named, http => http.Request.Host = new(host))
            );
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task Links_are_relative_where_every_host_is_allowed(string host)
    {
        Assert.Equal(
            ["/feed.atom", "/graphql/"],
            await LinksAsync(servers.Open, http => http.Request.Host = new(host))
        );
    }

    [Theory]
    [InlineData("10.0.0.7", "https://cwa.example.gov/feed.atom")]
    [InlineData("10.1.0.200", "https://cwa.example.gov/feed.atom")]
    [InlineData("fd00::7", "https://cwa.example.gov/feed.atom")]
    [InlineData("10.0.0.8", "http://localhost/feed.atom")]
    [InlineData("10.1.1.1", "http://localhost/feed.atom")]
    [InlineData("127.0.0.1", "http://localhost/feed.atom")]
    public async Task Only_configured_proxies_are_believed(string sender, string link)
    {
        var links = await LinksAsync(
            servers.Named,
            http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(sender);
                http.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
                http.Request.Headers["X-Forwarded-Proto"] = "https";
                http.Request.Headers["X-Forwarded-Host"] = "cwa.example.gov";
            }
        );

        Assert.Contains(link, links);
    }

    [Fact]
    public async Task Not_even_a_configured_proxy_passes_on_a_host_that_is_not_allowed()
    {
        var links = await LinksAsync(
            servers.Named,
            http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.7");
                http.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
                http.Request.Headers["X-Forwarded-Host"] = "evil.example";
            }
        );

        Assert.Contains("http://localhost/feed.atom", links);
    }

    [Fact]
    public async Task Links_are_relative_where_a_configured_proxy_passes_on_a_scheme_of_no_link()
    {
        var links = await LinksAsync(
            servers.Named,
            http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.7");
                http.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
                http.Request.Headers["X-Forwarded-Proto"] = "javascript";
            }
        );

        Assert.Equal(["/feed.atom", "/graphql/"], links);
    }

    private static async Task<string[]> LinksAsync(CwaServer server, Action<HttpContext> request)
    {
        var answer = await server.SendAsync(http =>
        {
            http.Request.Path = "/feed.atom";
            http.Request.Method = "GET";
            request(http);
        });
        using var xml = XmlReader.Create(answer.Response.Body);
        return
        [
            .. SyndicationFeed.Load(xml).Links.Select(link => link.Uri.OriginalString).Order(StringComparer.Ordinal),
        ];
    }
}
