using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cwa.Graph.Tests.Security;

/// <summary>In Development, and only there: whoever sits at the machine reads as NPR, and tokens are those of `dotnet user-jwts`.</summary>
public sealed class DevelopmentTests : IAsyncLifetime
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    private CwaServer _server = null!;

    public async Task InitializeAsync() => _server = await CwaServer.InDevelopmentAsync(
        ("Authentication:Schemes:Bearer:SigningKeys:0:Id", "user-jwts"),
        ("Authentication:Schemes:Bearer:SigningKeys:0:Issuer", "dotnet-user-jwts"),
        ("Authentication:Schemes:Bearer:SigningKeys:0:Value", Convert.ToBase64String(Secret)),
        ("Authentication:Schemes:Bearer:SigningKeys:0:Length", "32"));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.7", false)]
    public async Task Without_a_token_only_this_machine_reads_as_npr(string address, bool isNpr)
    {
        var body = await AskFromAsync(address, null);

        Assert.Equal(isNpr, body.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task With_a_token_a_caller_is_what_it_says()
    {
        var submitter = await AskFromAsync("127.0.0.1", "Bearer " + Token("Agency.Submit"));
        var nobody = await AskFromAsync("127.0.0.1", "Bearer " + Token("Nothing"));

        Assert.Equal(0, submitter.GetProperty("data").GetProperty("liaisons").GetProperty("totalCount").GetInt32());
        Assert.Equal("FORBIDDEN", nobody.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task With_a_bad_token_a_caller_on_this_machine_gets_nothing()
    {
        var body = await AskFromAsync("127.0.0.1", "Bearer " + Token("Npr.Read")[..^3] + "abc");

        Assert.False(body.TryGetProperty("data", out _));
    }

    private static string Token(string role)
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
                ["iss"] = "dotnet-user-jwts",
                ["nbf"] = now,
                ["exp"] = now + 600,
            },
            bytes => HMACSHA256.HashData(Secret, bytes));
    }

    private async Task<JsonElement> AskFromAsync(string address, string? authorization)
    {
        var answer = await _server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            http.Request.Method = "POST";
            http.Request.Path = "/graphql";
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("""{ "query": "{ liaisons { totalCount } }" }"""));
            if (authorization is not null)
                http.Request.Headers.Authorization = authorization;
        });
        return (await JsonDocument.ParseAsync(answer.Response.Body)).RootElement;
    }
}
