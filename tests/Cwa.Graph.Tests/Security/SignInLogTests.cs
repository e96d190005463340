using System.Net;
using System.Net.Http.Headers;

namespace Cwa.Graph.Tests.Security;

/// <summary>A server outside Development that no other test signs in to.</summary>
public sealed class QuietServer : IAsyncLifetime
{
    public LocalIssuer Issuer { get; private set; } = null!;

    public CwaServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await LocalIssuer.StartAsync();
        Server = await CwaServer.ForPeopleOfAsync(Issuer);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

/// <summary>A sign-in leaves no trace in the log, and a failed one leaves one line.</summary>
public sealed class SignInLogTests(QuietServer quiet) : IClassFixture<QuietServer>
{
    private readonly LocalIssuer _issuer = quiet.Issuer;
    private readonly CwaServer _server = quiet.Server;

    [Fact]
    public async Task Good_tokens_are_not_logged()
    {
        await AskAsync(_issuer.Token(["Npr.Read"]), times: 1);
        var before = _server.Log.Lines.Count;

        var statuses = await AskAsync(_issuer.Token(["Npr.Read"]), times: 10);

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 10), statuses);
        Assert.Empty(_server.Log.Lines.Skip(before));
    }

    [Theory]
    [InlineData("x.y.z")]
    [InlineData("expired")]
    [InlineData("stranger's")]
    public async Task A_bad_token_is_logged_in_one_line_that_does_not_repeat_it(string kind)
    {
        using var stranger = new SigningKey("the-key");
        var claims = _issuer.Claims(["Npr.Read"]);
        claims["exp"] = kind == "expired" ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 4_000 : claims["exp"];
        claims["nbf"] = kind == "expired" ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 8_000 : claims["nbf"];
        var token = kind switch
        {
            "x.y.z" => kind,
            "expired" => _issuer.Key.Sign(claims),
            _ => stranger.Sign(claims),
        };
        await AskAsync(token, times: 1);
        var before = _server.Log.Lines.Count;

        await AskAsync(token, times: 10);

        var lines = _server.Log.Lines.Skip(before).ToList();
        Assert.Equal(10, lines.Count);
        Assert.All(
            lines,
            line => Assert.StartsWith("Information: Credentials were refused: ", line, StringComparison.Ordinal)
        );
        Assert.All(lines, line => Assert.DoesNotContain(token, line, StringComparison.Ordinal));
    }

    private async Task<List<HttpStatusCode>> AskAsync(string token, int times)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await _server.Client.SendAsync(request);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }
}
