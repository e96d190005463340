using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A server and its database, for all tests of the class.</summary>
public sealed class Machine : IAsyncLifetime, IDisposable
{
    private OwnPostgres? _postgres;
    private LiveServer? _server;

    public OwnPostgres Postgres => _postgres!;

    public LiveServer Server => _server!;

    public HttpClient Http { get; } = new();

    public string AgencyId { get; private set; } = "";

    public IReadOnlyList<string> Log => Server.Log.Split('\n');

    public Task InitializeAsync() => Task.CompletedTask;

    /// <exception cref="SkipException">PostgreSQL cannot be started here.</exception>
    public async Task IsUsedAsync()
    {
        if (_server is null)
        {
            _postgres = await OwnPostgres.StartAsync();
            _server = await LiveServer.StartAsync([
                ("Database:Provider", "PostgreSql"),
                ("ConnectionStrings:Cwa", _postgres.ConnectionString),
                ("Sample:Load", "false"),
                ("Limits:ExecutionTime", "00:00:20"),
                .. SignedInCaller.Settings,
            ]);
            Http.BaseAddress = _server.Address;
        }

        // What succeeds ends the outage of the test before. The name keeps it from being answered from memory.
        var name = $"at{Stopwatch.GetTimestamp()}";
        var answer = await Http.GetFromJsonAsync<JsonElement>(
            "/graphql?query="
                + Uri.EscapeDataString(
                    $$"""{ {{name}}: agencies(where: { abbreviation: { eq: "SSA" } }) { nodes { id } } }"""
                )
        );
        AgencyId = answer.GetProperty("data").GetProperty(name).GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    public void Dispose() => Http.Dispose();
}
