using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A PostgreSQL of a test's own, which it can stop and start again.</summary>
public sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string _folder;
    private readonly int _port = FreePort();

    private OwnPostgres(string folder) => _folder = folder;

    public int Port => _port;

    /// <summary>A connection string for a role that may only use its own database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=tool;Database=cwa";

    /// <exception cref="SkipException">PostgreSQL cannot be started here.</exception>
    public static async Task<OwnPostgres> StartAsync()
    {
        var postgres = new OwnPostgres(await PostgresPrograms.NewFolderAsync());
        await PostgresPrograms.CreateAsync(postgres._folder);
        await postgres.LaunchAsync();
        await postgres.DoAsync("CREATE ROLE tool LOGIN", "CREATE DATABASE cwa OWNER tool");
        return postgres;
    }

    public Task LaunchAsync() => PostgresPrograms.LaunchAsync(_folder, _port);

    public Task StopAsync() => PostgresPrograms.StopAsync(_folder);

    /// <summary>A connection as the superuser.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database = "cwa")
    {
        var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={_port};Username=cwa;Database={database};Pooling=false"
        );
        await connection.OpenAsync();
        return connection;
    }

    public async Task DoAsync(params string[] statements)
    {
        await using var connection = await OpenAsync("postgres");
        foreach (var statement in statements)
            await connection.DoAsync(statement);
    }

    public async ValueTask DisposeAsync() => await PostgresPrograms.EndAsync(_folder);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

internal static class Statements
{
    public static async Task DoAsync(this NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> OneAsync(this NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
