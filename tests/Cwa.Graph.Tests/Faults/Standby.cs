using Npgsql;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A standby that follows a PostgreSQL of a test's own.</summary>
internal sealed class Standby : IAsyncDisposable
{
    private readonly string _folder;
    private readonly int _port = SiteClient.FreeAddress().Port;

    private Standby(string folder) => _folder = folder;

    /// <summary>A connection string for the role of the servers.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=tool;Database=cwa";

    public static async Task<Standby> StartAsync(OwnPostgres primary)
    {
        var standby = new Standby(await PostgresPrograms.NewFolderAsync());
        await PostgresPrograms.FollowAsync(standby._folder, primary.Port);
        await standby.LaunchAsync();
        return standby;
    }

    public Task LaunchAsync() => PostgresPrograms.LaunchAsync(_folder, _port);

    public Task StopAsync() => PostgresPrograms.StopAsync(_folder);

    /// <summary>Does a statement as the superuser.</summary>
    public async Task DoAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={_port};Username=cwa;Database=cwa;Pooling=false"
        );
        await connection.OpenAsync();
        await connection.DoAsync(statement);
    }

    public Task PauseAsync() => DoAsync("SELECT pg_wal_replay_pause()");

    public Task ResumeAsync() => DoAsync("SELECT pg_wal_replay_resume()");

    public async ValueTask DisposeAsync() => await PostgresPrograms.EndAsync(_folder);
}
