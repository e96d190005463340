using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Security;

/// <summary>Each caller may ask for so many objects a minute, and is told how many are left.</summary>
public sealed class CostLimitTests : IAsyncLifetime
{
    private const string FiveAgencies = "{ agencies(first: 5) { nodes { name } } }";

    // A bucket of 100 objects for those who are signed in, and of 20 for others, which fill slower than a test runs.
    private static readonly (string, string)[] Settings =
    [
        ("Limits:SignedInCost", "100"),
        ("Limits:SignedInCostEachMinute", "60"),
        ("Limits:Cost", "20"),
        ("Limits:CostEachMinute", "60"),
    ];

    private static readonly string Npr = SignedInCaller.TokenOf("npr", [Roles.Review], []),
        Agency = SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]);

    private CwaServer _server = null!;

    public async Task InitializeAsync() => _server = await CwaServer.StartAsync(settings: Settings);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_answer_tells_the_limit_and_what_is_left()
    {
        using var first = await AskAsync(_server, Npr);
        using var second = await AskAsync(_server, Npr);

        Assert.Equal("\"cost\";q=60;w=60", first.Headers.GetValues("RateLimit-Policy").Single());
        Assert.Equal("\"cost\";r=95;t=5", first.Headers.GetValues("RateLimit").Single());
        Assert.InRange(LeftIn(second), 90, 94);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("text/event-stream")]
    public async Task Whoever_has_asked_for_too_much_is_told_how_long_to_wait(string accept)
    {
        await SpendAsync(Npr);

        using var refused = await AskAsync(_server, Npr, accept);

        var told = await refused.Content.ReadFromJsonAsync<JsonElement>();
        var extensions = told.GetProperty("errors")[0].GetProperty("extensions");
        var wait = (int)refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(wait, 1, 5);
        Assert.Equal(
            ("RATE_LIMITED", wait),
            (extensions.GetProperty("code").GetString(), extensions.GetProperty("retryAfter").GetInt32())
        );
        Assert.Contains("60 objects a minute", told.ToString(), StringComparison.Ordinal);
        Assert.InRange(LeftIn(refused), 0, 4);
    }

    [Fact]
    public async Task Files_cost_as_much_as_the_largest_operation_and_requests_that_are_refused_cost_one()
    {
        using var invalid = await AskAsync(_server, Agency, query: "{ nothing }");
        Assert.Equal(99, LeftIn(invalid));

        foreach (var path in new[] { "/export/agencies.csv", "/import/events", "/calendar/SSA.ics", "/feed.atom" })
        {
            using var file = await GetAsync(path, Agency);
            Assert.Equal((path, 429, true), (path, (int)file.StatusCode, file.Headers.RetryAfter is not null));
        }
    }

    [Fact]
    public async Task An_export_that_is_served_tells_what_is_left()
    {
        using var export = await GetAsync("/export/agencies.csv", Npr);

        Assert.Equal((200, 0), ((int)export.StatusCode, LeftIn(export)));
    }

    [Fact]
    public async Task A_socket_spends_what_its_caller_spends_elsewhere()
    {
        using var socket = await (await _server.OpenSocketAsync($"Bearer {Npr}")).InitAsync();
        await socket.SubscribeAsync("1", FiveAgencies);
        Assert.Equal("next", (await NextAsync()).Type);
        await NextAsync();
        await SpendAsync(Npr, 95);

        await socket.SubscribeAsync("2", FiveAgencies);
        await socket.SubscribeAsync("3", "subscription { feed { cursor } }");

        for (var i = 0; i < 2; i++)
        {
            var (type, told) = await NextAsync();
            var extensions = told.GetProperty("payload")[0].GetProperty("extensions");
            Assert.Equal("error", type);
            Assert.Equal("RATE_LIMITED", extensions.GetProperty("code").GetString());
            Assert.InRange(extensions.GetProperty("retryAfter").GetInt32(), 1, 10);
        }

        async Task<(string Type, JsonElement Message)> NextAsync()
        {
            var message = await socket.ReadAsync();
            return (message.GetProperty("type").GetString()!, message);
        }
    }

    [Fact]
    public async Task One_caller_leaves_the_others_their_share()
    {
        await SpendAsync(Npr);

        using var other = await AskAsync(_server, Agency);

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", 200)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", 429)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1::2", 429)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", 200)]
    public async Task The_public_shares_by_network_address(string first, string second, int status)
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal(200, await AskFromAsync(_server, first));

        Assert.Equal((429, status), (await AskFromAsync(_server, first), await AskFromAsync(_server, second)));
    }

    [Theory]
    [InlineData("10.0.0.7", 200)]
    [InlineData("10.0.0.8", 429)]
    public async Task An_address_that_a_proxy_names_counts_only_if_the_settings_name_the_proxy(string proxy, int status)
    {
        await using var server = await CwaServer.StartAsync(settings: [("Site:Proxies:0", "10.0.0.7"), .. Settings]);
        for (var i = 0; i < 4; i++)
            Assert.Equal(200, await AskFromAsync(server, proxy, "203.0.113.9"));

        Assert.Equal(status, await AskFromAsync(server, proxy, "203.0.113.10"));
    }

    [Fact]
    public async Task A_page_says_so_in_words()
    {
        await SpendAsync(Npr);

        using var page = await GetAsync("/scorecard", Npr);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Contains("60 objects a minute", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Two_servers_let_through_what_one_would()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var one = CwaServer.OnDay(database, "1998-11-16", Settings);
        await using var two = CwaServer.OnDay(database, "1998-11-16", Settings);
        foreach (var server in new[] { one, two })
            await Eventually.IsAsync(2, () => Task.FromResult(server.Services.GetRequiredService<Servers>().Count));

        var served = 0;
        for (var refused = 0; refused < 4; )
        {
            foreach (var server in new[] { one, two })
            {
                using var answer = await AskAsync(server, Npr);
                _ = answer.IsSuccessStatusCode ? served++ : refused++;
            }
        }

        // 100 objects at once, and one a second while the test runs.
        Assert.InRange(served * 5, 90, 110);
    }

    private static async Task<HttpResponseMessage> AskAsync(
        CwaServer server,
        string token,
        string accept = "application/json",
        string query = FiveAgencies
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query });
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Authorization = new("Bearer", token);
        return await server.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", token);
        return await _server.Client.SendAsync(request);
    }

    private static async Task<int> AskFromAsync(CwaServer server, string address, string? forwarded = null)
    {
        var http = await server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path) = ("GET", "/graphql");
            http.Request.QueryString = QueryString.Create("query", FiveAgencies);
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            if (forwarded is not null)
                http.Request.Headers["X-Forwarded-For"] = forwarded;
        });
        return http.Response.StatusCode;
    }

    private async Task SpendAsync(string token, int cost = 100)
    {
        using var all = await AskAsync(_server, token, query: $"{{ agencies(first: {cost}) {{ nodes {{ name }} }} }}");
        Assert.True(all.IsSuccessStatusCode);
    }

    private static int LeftIn(HttpResponseMessage answer) =>
        int.Parse(
            answer.Headers.GetValues("RateLimit").Single().Split("r=")[1].Split(';')[0],
            CultureInfo.InvariantCulture
        );
}
