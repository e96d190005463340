using System.Data.Common;
using System.Net.Sockets;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A server whose statements a test makes fail, and a sound one over the same database.</summary>
public sealed class FaultyServer : IAsyncDisposable
{
    private const int Reset = (int)SocketError.ConnectionReset;

    private FaultyServer(CwaServer server, CwaServer writer, StatementFaults faults, MemoryLog log) =>
        (Server, Writer, Faults, Log) = (server, writer, faults, log);

    public CwaServer Server { get; }

    public CwaServer Writer { get; }

    public StatementFaults Faults { get; }

    /// <summary>What the server logged.</summary>
    public MemoryLog Log { get; }

    /// <summary>The driver's exception when the connection to the database breaks.</summary>
    public Exception Away =>
        Server.Database.Provider == TestDatabase.Sqlite
            ? new SqliteException("disk I/O error", 10)
            : new NpgsqlException(
                "Exception while reading from stream",
                new IOException("", new SocketException(Reset))
            );

    public static async Task<FaultyServer> StartAsync(string provider, params (string Key, string Value)[] settings)
    {
        var (faults, log) = (new StatementFaults(), new MemoryLog());
        var server = await CwaServer.WithServicesAsync(
            provider,
            services =>
            {
                faults.AddTo(services);
                services.AddSingleton<ILoggerProvider>(log);
                services.AddSingleton(
                    new RetryPace(
                        First: TimeSpan.FromSeconds(0.01),
                        Longest: TimeSpan.FromSeconds(0.1),
                        Calm: TimeSpan.FromSeconds(0.5)
                    )
                );
            },
            [
                ("Limits:ExecutionTime", "00:00:00.5"),
                ("Connections:HeartbeatEvery", "00:00:00.05"),
                ("Connections:PingEvery", "00:00:00.05"),
                .. settings,
            ]
        );
        return new(server, CwaServer.OnDay(server.Database, "1998-11-16"), faults, log);
    }

    /// <summary>Whether a statement reads liaisons, including those of an agency.</summary>
    public static bool AsksForLiaisons(DbCommand command, Agency of) =>
        command.CommandText.Contains("liaisons", StringComparison.Ordinal)
        && command
            .Parameters.Cast<DbParameter>()
            .Any(p =>
                p.Value switch
                {
                    Guid[] ids => ids.Contains(of.Id),
                    string json => json.Contains(of.Id.ToString(), StringComparison.OrdinalIgnoreCase),
                    _ => false,
                }
            );

    public async ValueTask DisposeAsync()
    {
        Faults.Stop();
        await Writer.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>A faulty server on each database, started when a test first asks for it.</summary>
public sealed class FaultyServers : IAsyncLifetime
{
    private readonly Dictionary<string, FaultyServer> _servers = [];

    public async Task<FaultyServer> OnAsync(string provider)
    {
        if (!_servers.TryGetValue(provider, out var server))
            _servers[provider] = server = await FaultyServer.StartAsync(provider);
        server.Faults.Stop();
        return server;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
    }
}
