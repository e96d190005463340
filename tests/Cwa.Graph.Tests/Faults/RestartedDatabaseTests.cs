using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Faults;

/// <summary>
/// PostgreSQL is stopped in the middle of a message, which breaks all connections, and started again.
/// </summary>
public sealed class RestartedDatabaseTests
{
    private const string Waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'tool' AND wait_event_type = 'Lock'";

    private static readonly Followed Reports = new(
        """
        subscription ($after: String) {
          monthlyReportSubmitted(after: $after) { cursor monthlyReport { month agency { liaison { name } } } }
        }
        """,
        message => message.GetProperty("monthlyReport").Text("month")!
    );

    [SkippableFact]
    public async Task Subscribers_get_everything_and_stay_connected()
    {
        await using var postgres = await OwnPostgres.StartAsync();
        await using var server = await LiveServer.StartAsync([
            ("Database:Provider", "PostgreSql"),
            ("ConnectionStrings:Cwa", postgres.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ]);
        using var http = new HttpClient { BaseAddress = server.Address };
        var start = await SubmitAsync(http, "1998-01");
        await using var overSocket = new SocketFollower(new Reached(server, http), start, Reports).Follow();
        await using var overStream = new StreamFollower(new Reached(server, http), start, Reports).Follow();
        await SubmitAsync(http, "1998-02");
        await overSocket.IsToldAsync(1);
        await overStream.IsToldAsync(1);

        await using (var psql = await postgres.OpenAsync())
        await using (var locking = await postgres.OpenAsync())
        {
            await locking.DoAsync("BEGIN; LOCK TABLE liaisons IN ACCESS EXCLUSIVE MODE");
            await SubmitAsync(http, "1998-03");
            await Eventually.IsAsync(1L, () => psql.OneAsync(Waiting));
            await postgres.StopAsync();
        }

        await postgres.LaunchAsync();
        await SubmitAsync(http, "1998-04");

        Assert.Equal(["1998-02", "1998-03", "1998-04"], await overSocket.IsToldAsync(3));
        Assert.Equal(["1998-02", "1998-03", "1998-04"], await overStream.IsToldAsync(3));
        Assert.Equal((0, 0), (overSocket.Ends, overStream.Ends));
    }

    /// <summary>Submits a report until it is acknowledged, and returns its cursor.</summary>
    private static async Task<string> SubmitAsync(HttpClient http, string month)
    {
        var agency = await AskAsync(http, "{ agencies(where: { abbreviation: { eq: \"SSA\" } }) { nodes { id } } }");
        var agencyId = agency.GetProperty("agencies").GetProperty("nodes")[0].Text("id");
        var payload = await AskAsync(
            http,
            """
            mutation ($input: SubmitMonthlyReportInput!) {
              submitMonthlyReport(input: $input) { errors { message } }
            }
            """,
            new
            {
                input = new
                {
                    agencyId,
                    month,
                    nil = true,
                    idempotencyKey = month,
                },
            }
        );
        Assert.Equal("[]", payload.GetProperty("submitMonthlyReport").GetProperty("errors").ToString());
        var feed = await AskAsync(http, "{ feed(last: 1) { edges { cursor } } }");
        return feed.GetProperty("feed").GetProperty("edges")[0].Text("cursor")!;
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string query, object? variables = null)
    {
        var token = SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]);
        JsonElement answer = default;
        await Eventually.IsAsync(
            true,
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
                request.Content = JsonContent.Create(new { query, variables });
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var response = await http.SendAsync(request);
                answer = await response.Content.ReadFromJsonAsync<JsonElement>();
                return !answer.TryGetProperty("errors", out _);
            }
        );
        return answer.GetProperty("data");
    }

    private sealed record Reached(LiveServer Server, HttpClient Http) : IFollowed
    {
        public Task<Socket> OpenSocketAsync() => Socket.OpenAsync(Server.Address);
    }
}
