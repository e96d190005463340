using Cwa.Graph.Tests.Faults;
using Npgsql;

namespace Cwa.Graph.Tests.Drill;

/// <summary>A PostgreSQL with a synchronous standby, which can be promoted.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Standby = "standby";

    private readonly string _folder;
    private readonly int[] _ports = [SiteClient.FreeAddress().Port, SiteClient.FreeAddress().Port];
    private bool _isPromoted;

    private Cluster(string folder) => _folder = folder;

    /// <summary>Finds whichever of the two takes writes. Npgsql looks again after a second.</summary>
    public string ConnectionString =>
        $"Host=127.0.0.1:{_ports[0]},127.0.0.1:{_ports[1]};Username=tool;Database=cwa;Timeout=3;"
        + "Target Session Attributes=primary;Host Recheck Seconds=1";

    public static async Task<Cluster> StartAsync()
    {
        var cluster = new Cluster(await PostgresPrograms.NewFolderAsync());
        var primary = cluster.FolderOf(0);
        await PostgresPrograms.RunAsync("initdb", "-D", primary, "-U", "cwa", "-A", "trust", "-E", "UTF8");
        await cluster.StartAsync(0);
        await cluster.DoAsync(0, "CREATE ROLE tool LOGIN");
        await cluster.DoAsync(0, "CREATE DATABASE cwa OWNER tool");

        var standby = cluster.FolderOf(1);
        await PostgresPrograms.RunAsync(
            "pg_basebackup",
            "-D",
            standby,
            "-R",
            "-d",
            $"host=127.0.0.1 port={cluster._ports[0]} user=cwa application_name={Standby}"
        );
        await cluster.StartAsync(1);
        // Written to the primary alone: once promoted, the standby must not wait for another.
        await cluster.DoAsync(0, $"ALTER SYSTEM SET synchronous_standby_names = '{Standby}'");
        await cluster.DoAsync(0, "SELECT pg_reload_conf()");
        return cluster;
    }

    /// <summary>Ends every connection of the servers, as a switch does that is started again.</summary>
    public Task CutAsync() =>
        DoAsync(_isPromoted ? 1 : 0, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tool'");

    /// <summary>Takes the primary's power away, and makes the standby the primary.</summary>
    public async Task PromoteAsync()
    {
        await PostgresPrograms.RunAsync("pg_ctl", "-D", FolderOf(0), "-m", "immediate", "-s", "stop");
        await PostgresPrograms.RunAsync("pg_ctl", "-D", FolderOf(1), "-w", "-s", "promote");
        _isPromoted = true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var folder in new[] { FolderOf(0), FolderOf(1) })
        {
            if (File.Exists(Path.Combine(folder, "postmaster.pid")))
                await PostgresPrograms.RunAsync("pg_ctl", "-D", folder, "-m", "immediate", "-s", "stop");
        }

        await PostgresPrograms.RemoveAsync(_folder);
    }

    private string FolderOf(int member) => Path.Combine(_folder, $"{member}");

    private Task StartAsync(int member) =>
        PostgresPrograms.RunAsync(
            "pg_ctl",
            "-D",
            FolderOf(member),
            "-w",
            "-s",
            "-l",
            FolderOf(member) + ".log",
            "-o",
            $"-c listen_addresses=127.0.0.1 -p {_ports[member]} -k {_folder} -c fsync=off -c max_connections=200",
            "start"
        );

    private async Task DoAsync(int member, string statement)
    {
        await using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={_ports[member]};Username=cwa;Database=postgres;Pooling=false"
        );
        await connection.OpenAsync();
        await connection.DoAsync(statement);
    }
}
