using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Faults;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Replicas;

/// <summary>A PostgreSQL with a standby, and a server that reads from it where it may.</summary>
internal sealed class ReplicatedServer : IAsyncDisposable
{
    private readonly List<CwaServer> _others = [];
    private readonly MeterListener _listener = new();
    private int _fromReplica;
    private int _ahead;
    private int _fromPrimary;

    private ReplicatedServer(OwnPostgres primary, Standby? standby, TestDatabase database, CwaServer server) =>
        (Primary, Standby, Database, Server) = (primary, standby, database, server);

    public OwnPostgres Primary { get; }

    public Standby? Standby { get; }

    public TestDatabase Database { get; }

    public CwaServer Server { get; }

    /// <summary>How many reads went to the replica, and how many to the primary although there is a replica.</summary>
    public (int Replica, int Primary) Reads => (Volatile.Read(ref _fromReplica), Volatile.Read(ref _fromPrimary));

    /// <summary>How many of the latter the replica had been read for, and was ahead.</summary>
    public int Ahead => Volatile.Read(ref _ahead);

    public static async Task<ReplicatedServer> StartAsync(bool hasStandby = true, int cachedBytes = 0)
    {
        var primary = await OwnPostgres.StartAsync();
        var standby = hasStandby ? await Standby.StartAsync(primary) : null;
        var database = TestDatabase.Of(primary.ConnectionString);
        var server = new ReplicatedServer(
            primary,
            standby,
            database,
            ServerOver(database, standby?.ConnectionString ?? primary.ConnectionString, cachedBytes)
        );
        server.Listen();
        return server;
    }

    /// <summary>Another server over both databases.</summary>
    public CwaServer Another(int cachedBytes)
    {
        var other = ServerOver(Database, Standby!.ConnectionString, cachedBytes);
        _others.Add(other);
        return other;
    }

    /// <summary>The check of the replica as `/healthz/ready` tells it.</summary>
    public async Task<(string Status, string Reason)> CheckAsync()
    {
        var ready = await Server.Client.GetFromJsonAsync<JsonElement>("/healthz/ready");
        var check = ready.GetProperty("checks").GetProperty("replica");
        return (ready.Text("status")!, check.Text("reason")!);
    }

    /// <summary>Waits until the standby has what the primary has, so that the next read goes there.</summary>
    public Task IsUpToDateAsync() =>
        Tests.Engine.Eventually.IsAsync("It is up to date.", async () => (await CheckAsync()).Reason);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var other in _others)
            await other.DisposeAsync();
        await Server.DisposeAsync();
        await Database.DisposeAsync();
        if (Standby is not null)
            await Standby.DisposeAsync();
        await Primary.DisposeAsync();
    }

    private static CwaServer ServerOver(TestDatabase database, string replica, int cachedBytes) =>
        CwaServer.OnDay(
            database,
            "1998-11-16",
            ("ConnectionStrings:CwaReplica", replica),
            ("Limits:CachedAnswerBytes", $"{cachedBytes}")
        );

    private void Listen()
    {
        var reads = Server.Services.GetRequiredService<GraphMetrics>().Reads;
        _listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                var isReplica = false;
                foreach (var tag in tags)
                {
                    if (tag.Key == "from")
                        isReplica = tag.Value is "replica";
                    else if (tag.Value is "ahead")
                        Interlocked.Increment(ref _ahead);
                }

                if (isReplica)
                    Interlocked.Add(ref _fromReplica, (int)count);
                else
                    Interlocked.Add(ref _fromPrimary, (int)count);
            }
        );
        _listener.EnableMeasurementEvents(reads);
    }
}
