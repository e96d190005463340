using System.Net;
using System.Text.Json;
using Cwa.Graph.Tests.Faults;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Telemetry;

/// <summary>What those learn who watch a server.</summary>
public sealed class HealthTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_server_that_cannot_write_is_degraded_says_why_and_still_serves(string provider)
    {
        TestDatabase.Require(provider);
        await using var faulty = await FaultyServer.StartAsync(provider);
        var agency = await faulty.Server.HasAgencyAsync();
        Assert.Equal("Healthy", (await ReadyAsync(faulty.Server)).Text("status"));
        var tool = faulty.Server.As(agency);
        faulty.Faults.Fail(command =>
            command.CommandText.Contains("INSERT", StringComparison.Ordinal) ? faulty.Away : null
        );
        await Assert.ThrowsAnyAsync<Exception>(() => SubmitAsync(tool, agency));

        var ready = await ReadyAsync(faulty.Server);
        faulty.Faults.Stop();
        await SubmitAsync(tool, agency);
        var after = await ReadyAsync(faulty.Server);

        Assert.Equal("Degraded", ready.Text("status"));
        Assert.StartsWith(
            "Writes are refused: ",
            ready.GetProperty("checks").GetProperty("writes").Text("reason"),
            StringComparison.Ordinal
        );
        Assert.Equal("Healthy", ready.GetProperty("checks").GetProperty("database").Text("status"));
        Assert.Equal("Healthy", after.Text("status"));
    }

    [Fact]
    public async Task A_server_that_cannot_read_how_far_the_feed_has_grown_is_degraded_with_the_time_since()
    {
        await using var faulty = await FaultyServer.StartAsync(TestDatabase.Sqlite);
        faulty.Faults.Fail(command =>
            command.CommandText.Contains(FeedTail.StatementTag, StringComparison.Ordinal) ? faulty.Away : null
        );

        await Engine.Eventually.IsAsync(
            "Degraded",
            async () => (await ReadyAsync(faulty.Server)).GetProperty("checks").GetProperty("feed").Text("status")
        );
        var feed = (await ReadyAsync(faulty.Server)).GetProperty("checks").GetProperty("feed");

        Assert.Matches(@"^The feed was last read \d\d\.\d seconds ago\.$", feed.Text("reason"));
    }

    [Fact]
    public async Task Reasons_are_for_NPR_and_for_who_is_on_this_machine()
    {
        await using var server = await CwaServer.StartAsync();
        foreach (
            var (roles, sees) in new[]
            {
                (Array.Empty<string>(), false),
                ([Roles.Submit], false),
                ([Roles.Read], true),
                ([Roles.Admin], false),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/ready");
            request.Headers.Add("X-Forwarded-For", "10.1.2.3");
            if (roles is not [])
                request.Headers.Authorization = new("Bearer", SignedInCaller.TokenOf("pat", roles, []));
            using var answer = await server.Client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(sees, text.Contains("checks", StringComparison.Ordinal));
            Assert.StartsWith(sees ? "{" : "Healthy", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_version_is_the_one_that_the_schema_tells()
    {
        await using var server = await CwaServer.StartAsync();
        var told = JsonDocument.Parse(await server.Client.GetStringAsync("/version")).RootElement;

        var service = (await server.AskAsync("{ service { version } }")).GetProperty("service");

        Assert.Equal(service.Text("version"), told.Text("version"));
    }

    private static Task SubmitAsync(SignedInCaller tool, Model.Agency agency) =>
        tool.DoneAsync(
            "submitMonthlyReport",
            new
            {
                agencyId = agency.Id(),
                month = "1998-10",
                nil = true,
            },
            "monthlyReport { id }"
        );

    private static async Task<JsonElement> ReadyAsync(CwaServer server)
    {
        using var answer = await server.Client.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
