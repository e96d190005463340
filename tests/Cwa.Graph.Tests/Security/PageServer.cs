using System.Security.Claims;
using Cwa.Graph.Tests.Engine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// A server outside Development over the sample year, on whose pages the people of a directory sign in.
/// </summary>
public sealed class PageServer : IAsyncLifetime
{
    public LocalIssuer Issuer { get; private set; } = null!;

    public CwaServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await LocalIssuer.StartAsync();
        Server = await StartAsync(Issuer);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    /// <summary>Such a server with a database of its own, which knows its directory.</summary>
    public static async Task<CwaServer> StartAsync(LocalIssuer issuer, bool sample = true)
    {
        var server = await NewAsync(issuer, sample);
        using var browser = new Browser(server, issuer);
        await KnowsAsync(browser);
        return server;
    }

    /// <summary>Waits until the server knows its directory: a busy machine is slower than people are patient.</summary>
    public static Task KnowsAsync(Browser browser) =>
        Eventually.IsAsync(302, async () => (await browser.SendAsync(new(HttpMethod.Get, "/sign-in"))).Status);

    /// <summary>A server that has not yet asked its directory anything.</summary>
    public static Task<CwaServer> NewAsync(LocalIssuer issuer, bool sample = true) =>
        CwaServer.ForPeopleOfAsync(
            issuer,
            [
                ("Sample:Load", sample ? "true" : "false"),
                ("Connections:HeartbeatEvery", "00:00:00.2"),
                ("Connections:PingEvery", "00:00:00.2"),
                ("Security:Origins:0", "https://friend.example"),
                .. issuer.People.Settings,
            ]
        );

    public Browser Open() => new(Server, Issuer);

    /// <summary>A browser in which somebody with these rights has signed in.</summary>
    public async Task<Browser> SignInAsync(string[] roles, params string[] agencies)
    {
        Issuer.People.Expect(roles, agencies);
        var browser = Open();
        await browser.OpenAsync("/sign-in?returnUrl=/healthz/ready");
        return browser;
    }

    /// <summary>A cookie as the server itself makes it, for a time of the test's own.</summary>
    public static string CookieOf(CwaServer server, TimeSpan lasts, params (string Type, string Value)[] claims)
    {
        var session = SessionsOf(server);
        var ticket = new AuthenticationTicket(
            PageSession.Of(claims.Select(c => new Claim(c.Type, c.Value))),
            new() { IssuedUtc = DateTimeOffset.UtcNow.AddDays(-1), ExpiresUtc = DateTimeOffset.UtcNow + lasts },
            PageSession.Scheme
        );
        return $"{session.Cookie.Name}={session.TicketDataFormat.Protect(ticket)}";
    }

    /// <summary>What a cookie of the server says.</summary>
    public static AuthenticationTicket TicketIn(CwaServer server, string cookie) =>
        SessionsOf(server).TicketDataFormat.Unprotect(cookie)!;

    /// <summary>Revokes a person's access without a restart.</summary>
    public static void Revoke(CwaServer server, string oid)
    {
        var configuration = (IConfigurationRoot)server.Services.GetRequiredService<IConfiguration>();
        configuration["Security:RevokedSubjects:0"] = oid;
        configuration.Reload();
    }

    private static CookieAuthenticationOptions SessionsOf(CwaServer server) =>
        server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(PageSession.Scheme);
}
