using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cwa.Graph.Tests.Security;

/// <summary>A server in Development that allows every host, as it is set to be opened to a network.</summary>
public sealed class DevelopmentServer : IAsyncLifetime
{
    public byte[] Secret { get; } = RandomNumberGenerator.GetBytes(32);

    public CwaServer Server { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Server = await CwaServer.InDevelopmentAsync(
            ("AllowedHosts", "*"),
            ("Site:Proxies:0", "127.0.0.2"),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Id", "user-jwts"),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Issuer", "dotnet-user-jwts"),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Value", Convert.ToBase64String(Secret)),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Length", "32")
        );

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>Only in Development, local callers read as NPR, and tokens are those of `dotnet user-jwts`.</summary>
public sealed class DevelopmentTests(DevelopmentServer server) : IClassFixture<DevelopmentServer>
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.7", false)]
    public async Task Without_a_token_only_this_machine_reads_as_NPR(string address, bool isNpr)
    {
        var body = await AskFromAsync(address, null);

        Assert.Equal(isNpr, body.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("x-forwarded-port", "80")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    [InlineData("Via", "")]
    public async Task A_caller_through_a_proxy_on_this_machine_does_not_read_as_NPR(string header, string value)
    {
        var body = await AskFromAsync("127.0.0.1", null, http => http.Request.Headers[header] = value);

        Assert.Equal("UNAUTHENTICATED", CodeOf(body));
    }

    [Fact]
    public async Task A_caller_through_a_proxy_without_forwarding_headers_does_not_read_as_NPR()
    {
        var body = await AskFromAsync("127.0.0.1", null, http => http.Request.Protocol = "HTTP/1.0");

        Assert.Equal("UNAUTHENTICATED", CodeOf(body));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:5000", true)]
    [InlineData("127.0.0.1:5000", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("[::1]:5000", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("10.0.0.7", false)]
    [InlineData("", false)]
    public async Task Only_requests_to_a_local_host_name_read_as_NPR(string host, bool isNpr)
    {
        var body = await AskFromAsync("127.0.0.1", null, http => http.Request.Host = new(host));

        Assert.Equal(isNpr, body.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_caller_through_a_configured_proxy_does_not_read_as_NPR()
    {
        var body = await AskFromAsync("127.0.0.2", null, http => http.Request.Headers["X-Forwarded-For"] = "127.0.0.1");

        Assert.Equal("UNAUTHENTICATED", CodeOf(body));
    }

    [Fact]
    public async Task With_a_token_the_caller_is_who_the_token_says()
    {
        var submitter = await AskFromAsync("127.0.0.1", "Bearer " + Token("Agency.Submit"));
        var nobody = await AskFromAsync("127.0.0.1", "Bearer " + Token("Nothing"));

        Assert.Equal(0, submitter.GetProperty("data").GetProperty("liaisons").GetProperty("totalCount").GetInt32());
        Assert.Equal("FORBIDDEN", CodeOf(nobody));
    }

    [Fact]
    public async Task With_a_bad_token_a_caller_on_this_machine_gets_nothing()
    {
        var body = await AskFromAsync("127.0.0.1", "Bearer " + Token("Npr.Read")[..^3] + "abc");

        Assert.Equal("UNAUTHENTICATED", CodeOf(body));
        Assert.False(body.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("another", "Bearer error=\"invalid_token\", error_description=\"The issuer 'another' is invalid\"")]
    [InlineData("an\"other", "Bearer error=\"invalid_token\"")]
    [InlineData("\u00e9", "Bearer error=\"invalid_token\"")]
    [InlineData("a\r\nb", "Bearer error=\"invalid_token\"")]
    public async Task A_token_of_another_issuer_is_refused_whatever_its_name(string issuer, string told)
    {
        var answer = await server.Server.SendAsync(http =>
        {
            http.Request.Path = "/graphql";
            http.Request.Headers.Authorization = "Bearer " + Token("Npr.Read", issuer);
        });

        Assert.Equal(StatusCodes.Status401Unauthorized, answer.Response.StatusCode);
        Assert.Equal(told, answer.Response.Headers.WWWAuthenticate);
    }

    private string Token(string role, string issuer = "dotnet-user-jwts")
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return SigningKey.Assemble(
            new() { ["alg"] = "HS256", ["typ"] = "JWT" },
            new()
            {
                ["unique_name"] = "pat",
                ["sub"] = "pat",
                ["role"] = role,
                ["agency"] = "SSA",
                ["aud"] = "http://localhost:5000",
                ["iss"] = issuer,
                ["nbf"] = now,
                ["exp"] = now + 600,
            },
            bytes => HMACSHA256.HashData(server.Secret, bytes)
        );
    }

    private static string? CodeOf(JsonElement body) =>
        body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private async Task<JsonElement> AskFromAsync(string address, string? authorization, Action<HttpContext>? and = null)
    {
        var answer = await server.Server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            http.Request.Method = "POST";
            http.Request.Path = "/graphql";
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(
                Encoding.UTF8.GetBytes("""{ "query": "{ liaisons { totalCount } }" }""")
            );
            if (authorization is not null)
                http.Request.Headers.Authorization = authorization;
            and?.Invoke(http);
        });
        return (await JsonDocument.ParseAsync(answer.Response.Body)).RootElement;
    }
}
