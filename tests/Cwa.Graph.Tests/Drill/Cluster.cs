using Cwa.Graph.Tests.Faults;
using Npgsql;

namespace Cwa.Graph.Tests.Drill;

/// <summary>
/// A PostgreSQL with a synchronous standby, which can be promoted. Its own disk can be filled, where mounting one is
/// permitted.
/// </summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Standby = "standby";

    private const int DiskMegabytes = 500;

    private readonly SmallDisk? _disk;
    private readonly string[] _folders;
    private readonly int[] _ports = [SiteClient.FreeAddress().Port, SiteClient.FreeAddress().Port];
    private bool _isPromoted;

    private Cluster(SmallDisk? disk, params string[] folders) => (_disk, _folders) = (disk, folders);

    /// <summary>Whether the primary, which has not been lost yet, has a disk of its own.</summary>
    public bool CanBeFull => _disk is not null && !_isPromoted;

    /// <summary>Finds whichever of the two takes writes. Npgsql looks again after a second.</summary>
    public string ConnectionString =>
        $"Host=127.0.0.1:{_ports[0]},127.0.0.1:{_ports[1]};Username=tool;Database=cwa;Timeout=3;"
        + "Target Session Attributes=primary;Host Recheck Seconds=1";

    public static async Task<Cluster> StartAsync()
    {
        var disk = await SmallDisk.TryMountAsync(DiskMegabytes);
        var cluster = new Cluster(
            disk,
            await PostgresPrograms.NewFolderAsync(disk?.Folder),
            await PostgresPrograms.NewFolderAsync()
        );
        await PostgresPrograms.CreateAsync(cluster._folders[0]);
        await cluster.StartAsync(0);
        await cluster.DoAsync(0, "CREATE ROLE tool LOGIN");
        await cluster.DoAsync(0, "CREATE DATABASE cwa OWNER tool");

        await PostgresPrograms.FollowAsync(cluster._folders[1], cluster._ports[0], Standby);
        await cluster.StartAsync(1);
        // Written to the primary alone: once promoted, the standby must not wait for another.
        await cluster.DoAsync(0, $"ALTER SYSTEM SET synchronous_standby_names = '{Standby}'");
        await cluster.DoAsync(0, "SELECT pg_reload_conf()");
        return cluster;
    }

    /// <summary>Ends every connection of the servers, as a switch does that is started again.</summary>
    public Task CutAsync() =>
        DoAsync(_isPromoted ? 1 : 0, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tool'");

    /// <summary>Leaves the primary no room on its disk.</summary>
    public void FillDisk() => _disk!.Fill();

    /// <summary>Gives the primary room again, and starts it if it gave up meanwhile.</summary>
    public async Task MakeRoomAsync()
    {
        _disk!.MakeRoom();
        while (!await AnswersAsync())
        {
            if (!PostgresPrograms.Runs(_folders[0]))
                await StartAsync(0);
            await Task.Delay(100);
        }

        async Task<bool> AnswersAsync()
        {
            try
            {
                await DoAsync(0, "SELECT 1");
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }
    }

    /// <summary>Takes the primary's power away, and makes the standby the primary.</summary>
    public async Task PromoteAsync()
    {
        await PostgresPrograms.StopAsync(_folders[0]);
        await PostgresPrograms.RunAsync("pg_ctl", "-D", _folders[1], "-w", "-s", "promote");
        _isPromoted = true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var folder in _folders)
            await PostgresPrograms.EndAsync(folder);
        if (_disk is not null)
            await _disk.DisposeAsync();
    }

    private Task StartAsync(int member) =>
        PostgresPrograms.LaunchAsync(_folders[member], _ports[member], "max_connections=200");

    private async Task DoAsync(int member, string statement)
    {
        await using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={_ports[member]};Username=cwa;Database=postgres;Pooling=false"
        );
        await connection.OpenAsync();
        await connection.DoAsync(statement);
    }
}
