using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Servers that start while nothing else is ready.</summary>
[AfterOthers]
public sealed class StartTests
{
    private const string HowMany = "/graphql?query={agencies{totalCount}}";

    [SkippableFact]
    public async Task A_server_waits_for_a_database_that_is_away_and_says_so()
    {
        await using var postgres = await OwnPostgres.StartAsync();
        await postgres.StopAsync();
        await using var server = LiveServer.Launch(Over(postgres.ConnectionString));
        await Eventually.IsAsync(
            true,
            () =>
                Task.FromResult(
                    server.Log.Contains(
                        "The database is away. The start waits for it, for 00:05:00 at most: ",
                        StringComparison.Ordinal
                    )
                )
        );

        await postgres.LaunchAsync();
        await server.ReadyAsync();

        Assert.Equal(163, await AgenciesAsync(server));
        Assert.DoesNotContain("   at ", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_has_waited_long_enough_says_what_it_waited_for()
    {
        var (code, output, error) = await ServerProgram.RunAsync([
            .. Over("Host=127.0.0.1;Port=1;Username=cwa;Database=cwa"),
            ("Database:StartTime", "00:00:02"),
        ]);

        Assert.Equal(1, code);
        Assert.Contains("The start waits for it, for 00:00:02 at most: ", output, StringComparison.Ordinal);
        Assert.Contains("The database cannot be reached: ", error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Servers_that_start_together_without_a_database_create_it_once_and_all_serve()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var database = TestDatabase.Absent(TestDatabase.PostgreSql);
        var servers = Enumerable.Range(0, 3).Select(_ => LiveServer.Launch(Over(database.ConnectionString))).ToList();
        try
        {
            await Task.WhenAll(servers.Select(server => server.ReadyAsync()));

            foreach (var server in servers)
                Assert.Equal(163, await AgenciesAsync(server));
            Assert.All(servers, s => Assert.DoesNotContain("   at ", s.Log, StringComparison.Ordinal));
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private static (string Key, string Value)[] Over(string connectionString) =>
        [("Database:Provider", "PostgreSql"), ("ConnectionStrings:Cwa", connectionString), ("Sample:Load", "false")];

    private static async Task<int> AgenciesAsync(LiveServer server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var answer = await http.GetFromJsonAsync<JsonElement>(HowMany);
        return answer.GetProperty("data").GetProperty("agencies").GetProperty("totalCount").GetInt32();
    }
}
