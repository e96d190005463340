using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Security;

/// <summary>Pages of the origins in the settings may read every answer, and no other pages may.</summary>
public sealed class CrossOriginTests(SocketSignInServer server) : IClassFixture<SocketSignInServer>
{
    private const string Friend = "https://friend.example",
        Enemy = "https://enemy.example";

    private readonly HttpClient _client = server.Server.Client;

    [Theory]
    [InlineData("GET", "/graphql?query={__typename}")]
    [InlineData("GET", "/graphql?query={")]
    [InlineData("POST", "/graphql")]
    [InlineData("PUT", "/graphql")]
    [InlineData("GET", "/graphql?sdl")]
    [InlineData("GET", "/graphql/schema")]
    [InlineData("GET", "/export/annual-results.csv")]
    [InlineData("GET", "/export/liaisons.csv")]
    [InlineData("GET", "/export/nothing.csv")]
    [InlineData("GET", "/calendar/SSA.ics")]
    [InlineData("GET", "/feed.atom")]
    [InlineData("POST", "/import/events")]
    [InlineData("GET", "/healthz/ready")]
    [InlineData("GET", "/nothing")]
    public async Task Only_pages_of_named_origins_may_read_answers(string method, string path)
    {
        using var friend = await SendAsync(method, path, Friend);
        using var enemy = await SendAsync(method, path, Enemy);
        using var none = await SendAsync(method, path, "null");

        Assert.Equal(Friend, Assert.Single(friend.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", friend.Headers.Vary);
        string[] shown = ["ETag", "Retry-After", "Content-Disposition", "Data-As-Of"];
        Assert.Empty(shown.Except(Values(friend, "Access-Control-Expose-Headers")));
        Assert.DoesNotContain(friend.Headers, header => header.Key == "Access-Control-Allow-Credentials");
        foreach (var other in new[] { enemy, none })
        {
            Assert.Equal(friend.StatusCode, other.StatusCode);
            Assert.DoesNotContain(other.Headers, IsOfCors);
        }
    }

    [Fact]
    public async Task A_page_can_read_that_its_token_is_refused()
    {
        using var response = await SendAsync(
            "GET",
            "/feed.atom",
            Friend,
            request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer x")
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(Friend, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("/graphql", "POST")]
    [InlineData("/import/events", "POST")]
    [InlineData("/export/events.csv", "GET")]
    [InlineData("/calendar/SSA.ics", "GET")]
    public async Task A_preflight_request_from_a_named_origin_is_allowed(string path, string method)
    {
        using var response = await PreflightAsync(path, method, Friend);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(Friend, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Empty(new[] { "GET", "HEAD", "POST" }.Except(Values(response, "Access-Control-Allow-Methods")));
        string[] sent = ["authorization", "content-type", "last-event-id"];
        Assert.Empty(sent.Except(Values(response, "Access-Control-Allow-Headers")));
    }

    [Theory]
    [InlineData(Enemy)]
    [InlineData("null")]
    [InlineData("https://friend.example.evil")]
    [InlineData("http://friend.example")]
    [InlineData("https://friend.example:444")]
    public async Task A_preflight_request_from_another_origin_is_not_allowed(string origin)
    {
        using var response = await PreflightAsync("/graphql", "POST", origin);

        Assert.DoesNotContain(response.Headers, IsOfCors);
    }

    // What a form, or a script without a preflight request, can send from any page.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task A_request_that_needs_no_preflight_changes_nothing(string? type)
    {
        using var graphql = await SendAsync("POST", "/graphql", Enemy, request => Is(request, type));
        using var import = await SendAsync("POST", "/import/events", Enemy, request => Is(request, type));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, graphql.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, import.StatusCode);

        static void Is(HttpRequestMessage request, string? type)
        {
            request.Content!.Headers.Remove("Content-Type");
            if (type is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
    }

    [Fact]
    public async Task An_origin_that_is_named_later_needs_no_restart()
    {
        var configuration = (IConfigurationRoot)server.Server.Services.GetRequiredService<IConfiguration>();
        configuration["Security:Origins:1"] = "https://late.example";
        configuration.Reload();

        using var response = await SendAsync("GET", "/feed.atom", "https://late.example");

        Assert.Equal("https://late.example", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    private static bool IsOfCors(KeyValuePair<string, IEnumerable<string>> header) =>
        header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase);

    private static string[] Values(HttpResponseMessage response, string header) =>
        [.. response.Headers.GetValues(header).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))];

    private Task<HttpResponseMessage> PreflightAsync(string path, string method, string origin) =>
        SendAsync(
            "OPTIONS",
            path,
            origin,
            request =>
            {
                request.Content = null;
                request.Headers.Add("Access-Control-Request-Method", method);
                request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,last-event-id");
            }
        );

    private Task<HttpResponseMessage> SendAsync(
        string method,
        string path,
        string origin,
        Action<HttpRequestMessage>? and = null
    )
    {
        var request = new HttpRequestMessage(new(method), path);
        if (method is not "GET")
            request.Content = new StringContent("""{"query":"{ __typename }"}""", Encoding.UTF8, "application/json");
        request.Headers.Add("Origin", origin);
        and?.Invoke(request);
        return _client.SendAsync(request);
    }
}
