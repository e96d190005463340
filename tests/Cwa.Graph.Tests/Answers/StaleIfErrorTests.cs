using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Faults;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Answers;

/// <summary>What those get who ask for the last answer while the database is away.</summary>
public sealed class StaleIfErrorTests
{
    private const string Agencies = "{ agencies { totalCount } }",
        Viewer = "{ viewer { name } agencies { totalCount } }";

    private static readonly string Reader = SignedInCaller.TokenOf("pat", [Roles.Read], []);

    [SkippableFact]
    public async Task Who_asks_for_it_gets_the_last_answer_marked_with_its_age_and_nobody_else()
    {
        await using var postgres = await OwnPostgres.StartAsync();
        await using var database = TestDatabase.Of(postgres.ConnectionString);
        await using var allowed = ServerOver(database, ("Limits:StaleIfError", "00:10:00"));
        await using var strict = ServerOver(database);
        foreach (var server in new[] { allowed, strict })
        {
            await server.HasAgencyAsync();
            foreach (var query in new[] { Agencies, Viewer })
                (await AskAsync(server, query, seconds: 600, token: Reader)).Succeeds();
        }

        // What was superseded is still the last answer.
        var last = (await AskAsync(allowed, Agencies, seconds: 600, token: Reader)).Succeeds();
        await allowed.HasAgencyAsync();
        await postgres.StopAsync();

        var stale = await AskAsync(allowed, Agencies, seconds: 600, token: Reader);
        Assert.Equal((HttpStatusCode.OK, "STALE"), (stale.Response.StatusCode, stale.Cache()));
        Assert.Equal(last.Data.ToString(), stale.Succeeds().Data.ToString());
        var age = stale.Json.GetProperty("extensions").GetProperty("age").GetInt32();
        Assert.Equal(TimeSpan.FromSeconds(age), stale.Response.Headers.Age);
        Assert.Equal(
            $"answers; hit; ttl=-{age}; detail=unavailable",
            Assert.Single(stale.Response.Headers.GetValues("Cache-Status"))
        );
        Assert.True(stale.Response.Headers.CacheControl!.NoStore);
        var byExtension = await allowed.Client.PostAsync(
            new { query = Agencies, extensions = new { staleIfError = 600 } },
            Reader
        );
        Assert.Equal("STALE", byExtension.Cache());

        await IsRefusedAsync(allowed, Agencies, seconds: null, Reader);
        await IsRefusedAsync(allowed, Agencies, seconds: 0, Reader);
        await IsRefusedAsync(allowed, Viewer, seconds: 600, Reader);
        await IsRefusedAsync(allowed, Agencies, seconds: 600, SignedInCaller.TokenOf("sam", [Roles.Submit], ["SSA"]));
        await IsRefusedAsync(strict, Agencies, seconds: 600, Reader);

        await postgres.LaunchAsync();
        await Eventually.IsAsync(
            "MISS",
            async () => (await AskAsync(allowed, Agencies, seconds: 600, token: Reader)).Cache()
        );
    }

    private static CwaServer ServerOver(TestDatabase database, params (string Key, string Value)[] settings) =>
        CwaServer.OnDay(database, "1998-11-16", [("Limits:CachedAnswerBytes", "1000000"), .. settings]);

    private static async Task IsRefusedAsync(CwaServer server, string query, int? seconds, string token)
    {
        var refused = await AskAsync(server, query, seconds, token);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), (refused.Response.StatusCode, refused.Code));
    }

    private static async Task<Answer> AskAsync(CwaServer server, string query, int? seconds, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query });
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (seconds is not null)
            request.Headers.Add("Cache-Control", $"stale-if-error={seconds}");
        return await Answer.OfAsync(await server.Client.SendAsync(request));
    }
}
