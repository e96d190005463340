using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Microsoft.AspNetCore.Http;

namespace Cwa.Graph.Tests.Security;

/// <summary>While the directory's keys cannot be fetched, no token is called bad that may be good.</summary>
public sealed class SignInOutageTests : IAsyncLifetime
{
    // Far below what a caller would wait for a silent server, and far above what a busy machine adds.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private LocalIssuer _issuer = null!;
    private CwaServer _server = null!;

    public async Task InitializeAsync()
    {
        _issuer = await LocalIssuer.StartAsync();
        _server = await CwaServer.ForPeopleOfAsync(_issuer);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("broken")]
    [InlineData("confused")]
    public async Task While_the_directory_is_away_a_good_token_is_told_to_try_again_and_a_bad_one_is_refused(string how)
    {
        _issuer.Away = Away(how);
        var token = _issuer.Token(["Npr.Read"]);

        var told = new List<(string Asked, Answer Answer, TimeSpan Took)>
        {
            await AskAsync("query", Post("/graphql", token, "{ __typename }")),
            await AskAsync("newer type", Post("/graphql", token, "{ __typename }", Accepted.GraphQLResponse)),
            await AskAsync(
                "event stream",
                Post("/graphql", token, "subscription { feed { cursor } }", "text/event-stream")
            ),
            await AskAsync("export", Get("/export/events.csv", token)),
            await AskAsync("calendar", Get("/calendar/SSA.ics", token)),
            await AskAsync("import", Post("/import/events", token, "")),
        };
        var refused = new[]
        {
            await AskAsync("malformed", Get("/graphql?query={__typename}", "x.y.z")),
            await AskAsync("expired", Get("/graphql?query={__typename}", Signed("exp", Seconds(-3_600)))),
            await AskAsync("for another", Get("/graphql?query={__typename}", Signed("aud", "another"))),
            await AskAsync("by another algorithm", Get("/graphql?query={__typename}", Signed(("alg", "RS384")))),
        };
        var (_, open, _) = await AskAsync("public", Get("/graphql?query={__typename}", token: null));

        Assert.All(
            told,
            t =>
            {
                Assert.True(t.Answer.Status == 503, $"{t.Asked}: {t.Answer.Status} {t.Answer.Text}");
                Assert.Equal(ErrorCodes.Unavailable, t.Answer.Code);
                Assert.Equal(TimeSpan.FromSeconds(5), t.Answer.Response.Headers.RetryAfter?.Delta);
                Assert.Equal(t.Asked == "newer type" ? Accepted.GraphQLResponse : Accepted.Json, t.Answer.MediaType);
                Assert.InRange(t.Took, TimeSpan.Zero, Soon);
            }
        );
        Assert.All(
            refused,
            r => Assert.True((401, ErrorCodes.Unauthenticated) == (r.Answer.Status, r.Answer.Code), r.Asked)
        );
        Assert.Equal(200, open.Status);
    }

    [Fact]
    public async Task Sockets_are_told_of_an_outage_by_status_or_close_code()
    {
        _issuer.Away = Away("broken");
        var authorization = "Bearer " + _issuer.Token(["Npr.Read"]);
        using var socket = await _server.OpenSocketAsync();

        await socket.SendAsync(new { type = "connection_init", payload = new { authorization } });
        var (code, reason) = await socket.ClosedAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _server.OpenSocketAsync(authorization));

        Assert.Equal(CloseCodes.Unavailable, code);
        Assert.StartsWith("The directory that signs people in is away", reason, StringComparison.Ordinal);
        Assert.EndsWith("a few seconds.", reason, StringComparison.Ordinal);
        Assert.Contains("503", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_callers_query_a_silent_directory_once_and_are_let_in_when_it_is_back()
    {
        _issuer.Away = Away("silent");
        var token = _issuer.Token(["Npr.Read"]);
        Task<(string, Answer Answer, TimeSpan Took)> AskAgainAsync() =>
            AskAsync("query", Get("/graphql?query={viewer{name}}", token));

        var told = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAgainAsync()));
        var again = await AskAgainAsync();

        Assert.All(told, t => Assert.Equal(503, t.Answer.Status));
        Assert.All(told, t => Assert.InRange(t.Took, TimeSpan.Zero, Soon));
        Assert.Equal(503, again.Answer.Status);
        Assert.InRange(again.Took, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Single(_issuer.Asked);
        Assert.Single(_server.Log.Lines, line => line.Contains("directory", StringComparison.Ordinal));

        _issuer.Away = null;
        await Eventually.IsAsync(200, async () => (await AskAgainAsync()).Answer.Status);
        Assert.Single(_server.Log.Lines, line => line.Contains("The directory is back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_signed_with_a_known_key_is_accepted_during_an_outage()
    {
        await AskAsync("first", Get("/graphql?query={__typename}", _issuer.Token(["Npr.Read"])));
        _issuer.Away = Away("silent");

        var (_, answer, took) = await AskAsync("second", Get("/graphql?query={__typename}", _issuer.Token([], "SSA")));

        Assert.Equal(200, answer.Status);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static RequestDelegate Away(string how) =>
        how switch
        {
            "silent" => http => Task.Delay(Timeout.Infinite, http.RequestAborted),
            "broken" => http =>
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return Task.CompletedTask;
            },
            _ => http => http.Response.WriteAsync("<html>Maintenance</html>"),
        };

    private static long Seconds(int fromNow) => DateTimeOffset.UtcNow.ToUnixTimeSeconds() + fromNow;

    private string Signed(string claim, object value)
    {
        var claims = _issuer.Claims(["Npr.Read"]);
        claims[claim] = value;
        return _issuer.Key.Sign(claims);
    }

    private string Signed((string Name, object Value) header) => _issuer.Key.Sign(_issuer.Claims(["Npr.Read"]), header);

    private async Task<(string Asked, Answer Answer, TimeSpan Took)> AskAsync(string asked, HttpRequestMessage request)
    {
        var watch = Stopwatch.StartNew();
        using (request)
            return (asked, await Answer.OfAsync(await _server.Client.SendAsync(request)), watch.Elapsed);
    }

    private static HttpRequestMessage Post(string path, string token, string query, string? accept = null)
    {
        var request = Get(path, token);
        (request.Method, request.Content) = (HttpMethod.Post, JsonContent.Create(new { query }));
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return request;
    }

    private static HttpRequestMessage Get(string path, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
