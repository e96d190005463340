using System.Net;
using System.Net.Http.Headers;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Security;

/// <summary>A server that checks the rights of its sockets all the time.</summary>
public sealed class SocketSignInServer : IAsyncLifetime
{
    public LocalIssuer Issuer { get; private set; } = null!;

    public CwaServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await LocalIssuer.StartAsync();
        Server = await CwaServer.ForPeopleOfAsync(
            Issuer,
            ("Sample:Load", "true"),
            ("Security:Origins:0", "https://friend.example"),
            ("Connections:PingEvery", "00:00:00.2")
        );
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

/// <summary>
/// Sockets admit the same callers as requests, by the same checks, and only for as long as these hold.
/// </summary>
public sealed class SocketSignInTests(SocketSignInServer server) : IClassFixture<SocketSignInServer>
{
    private const string Liaisons = "{ liaisons { nodes { agency { abbreviation } } } }";

    private readonly LocalIssuer _issuer = server.Issuer;
    private readonly CwaServer _server = server.Server;

    [Fact]
    public async Task A_token_in_connection_init_identifies_the_caller()
    {
        using var socket = await _server.OpenSocketAsync();
        await socket.InitAsync("Bearer " + _issuer.Token(["Agency.Submit"], "SSA"));

        Assert.Equal(["SSA"], await AgenciesAsync(socket));
    }

    [Fact]
    public async Task A_token_in_the_header_identifies_the_caller_unless_connection_init_has_another()
    {
        var header = "Bearer " + _issuer.Token(["Agency.Submit"], "SSA");
        using var one = await _server.OpenSocketAsync(header);
        using var other = await _server.OpenSocketAsync(header);
        await one.InitAsync();
        await other.InitAsync("Bearer " + _issuer.Token(["Agency.Submit"], "RRB"));

        Assert.Equal(["SSA"], await AgenciesAsync(one));
        Assert.Equal(["RRB"], await AgenciesAsync(other));
    }

    [Fact]
    public async Task Sockets_of_two_callers_do_not_mix()
    {
        using var ssa = await _server.OpenSocketAsync();
        using var rrb = await _server.OpenSocketAsync();
        await ssa.InitAsync("Bearer " + _issuer.Token(["Agency.Submit"], "SSA"));
        await rrb.InitAsync("Bearer " + _issuer.Token(["Agency.Submit"], "RRB"));

        for (var n = 0; n < 5; n++)
        {
            var answers = await Task.WhenAll(AgenciesAsync(ssa), AgenciesAsync(rrb));
            Assert.Equal(["SSA", "RRB"], answers.SelectMany(a => a));
        }
    }

    [Fact]
    public async Task Without_a_token_a_socket_reads_what_is_public()
    {
        using var socket = await (await _server.OpenSocketAsync()).InitAsync();

        await socket.SubscribeAsync("a", "{ agencies(first: 1) { nodes { abbreviation } } }");
        Assert.True((await socket.NextAsync()).Payload.TryGetProperty("data", out _));
        await socket.NextAsync();
        await socket.SubscribeAsync("b", Liaisons);
        Assert.Equal(ErrorCodes.Unauthenticated, await socket.ErrorAsync("b"));
    }

    [Theory]
    [InlineData("iss", "https://login.microsoftonline.com/")]
    [InlineData("aud", "another")]
    [InlineData("exp", 1_000_000_000)]
    [InlineData("scp", null)]
    public async Task A_token_that_no_HTTP_request_could_use_opens_no_socket(string claim, object? value)
    {
        var claims = _issuer.Claims([], "SSA");
        claims.Remove(claim);
        if (value is not null)
            claims[claim] = value;
        else
            claims.Remove("roles");
        var authorization = "Bearer " + _issuer.Key.Sign(claims);
        using var socket = await _server.OpenSocketAsync();

        await socket.SendAsync(new { type = "connection_init", payload = new { authorization } });

        Assert.Equal(CloseCodes.Forbidden, (await socket.ClosedAsync()).Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.OpenSocketAsync(authorization));
    }

    [Fact]
    public async Task A_socket_ends_with_its_token()
    {
        var claims = _issuer.Claims(["Agency.Submit"], "SSA");
        claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 2;
        using var socket = await (await _server.OpenSocketAsync()).InitAsync("Bearer " + _issuer.Key.Sign(claims));
        Assert.Equal(["SSA"], await AgenciesAsync(socket));

        Assert.Equal((CloseCodes.Forbidden, "Forbidden: the sign-in has ended"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_revoked_subject_is_refused()
    {
        var claims = _issuer.Claims(["Agency.Submit"], "SSA");
        var token = _issuer.Key.Sign(claims);
        using var socket = await (await _server.OpenSocketAsync()).InitAsync("Bearer " + token);
        using var other = await (await _server.OpenSocketAsync()).InitAsync(
            "Bearer " + _issuer.Token(["Agency.Submit"], "RRB")
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(token));

        var configuration = (IConfigurationRoot)_server.Services.GetRequiredService<IConfiguration>();
        configuration["Security:RevokedSubjects:0"] = (string)claims["oid"];
        configuration.Reload();

        Assert.Equal((CloseCodes.Forbidden, "Forbidden: the sign-in has ended"), await socket.ClosedAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
        Assert.Equal(["RRB"], await AgenciesAsync(other));
    }

    [Fact]
    public async Task Only_pages_of_named_origins_may_open_a_socket()
    {
        using var socket = await _server.OpenSocketAsync(origin: "https://friend.example");
        await socket.InitAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _server.OpenSocketAsync(origin: "https://enemy.example")
        );
    }

    [Fact]
    public async Task In_development_a_caller_on_this_machine_reads_as_NPR_unless_a_token_says_otherwise()
    {
        await using var development = await CwaServer.StartAsync();
        using var socket = await (await development.OpenSocketAsync()).InitAsync();
        using var stranger = await development.OpenSocketAsync();

        await socket.SubscribeAsync("q", Liaisons);
        await stranger.SendAsync(new { type = "connection_init", payload = new { Authorization = "Bearer wrong" } });

        Assert.True((await socket.NextAsync()).Payload.TryGetProperty("data", out _));
        Assert.Equal(CloseCodes.Forbidden, (await stranger.ClosedAsync()).Code);
    }

    private static async Task<string[]> AgenciesAsync(Socket socket)
    {
        await socket.SubscribeAsync("q", Liaisons);
        var (next, result) = await socket.NextAsync();
        Assert.Equal(("next q", "complete q"), (next, (await socket.NextAsync()).Message));
        return
        [
            .. result
                .GetProperty("data")
                .GetProperty("liaisons")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(l => l.GetProperty("agency").GetProperty("abbreviation").GetString()!)
                .Distinct(),
        ];
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _server.Client.SendAsync(request);
        return response.StatusCode;
    }
}
