using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cwa.Model;

/// <summary>
/// Tells whether anything was written to the database since an earlier look, by whatever process and in whatever way.
/// </summary>
/// <remarks>
/// It has a connection of its own, on which nothing else is done: SQLite counts the commits of all other connections
/// for each connection.
/// </remarks>
public sealed class LastChange : IDisposable
{
    // Seconds. A look takes far less than a millisecond; a request does not wait long for one that gets no answer.
    private const int AnswersWithin = 1;

    // Replica reads it, and the snapshot, at the end. To read it takes three times as long as all the rest.
    private const string History =
        $"{Replica.Database} || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) || ' ' || ";

    private const string CannotTell = "SELECT NULL";

    private const string CommitsOfOthers = "PRAGMA data_version";

    private readonly Func<DbConnection> _create;
    private readonly string _statement;
    private DbCommand? _command;
    private int _connections;

    private LastChange(Func<DbConnection> create, string statement) => (_create, _statement) = (create, statement);

    internal static LastChange OfSqlite(string connectionString)
    {
        var own = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        return new(() => new SqliteConnection(own.ConnectionString), CommitsOfOthers);
    }

    /// <param name="connectionString">Where the primary is.</param>
    /// <param name="isCompared">Whether a <see cref="Replica"/> is compared with the places.</param>
    internal static LastChange OfPostgreSql(string connectionString, bool isCompared)
    {
        var own = new NpgsqlConnectionStringBuilder($"{Database.Usually};Max Auto Prepare=1;{connectionString}")
        {
            Pooling = false,
            CommandTimeout = AnswersWithin,
        };
        // Of several servers, another one may be read.
        var isOne = own.Host?.Contains(',') != true || own.TargetSessionAttributes is "primary" or "read-write";
        return new(
            () => new NpgsqlConnection(own.ConnectionString),
            isOne ? Snapshot(isCompared ? History : "") : CannotTell
        );
    }

    /// <summary>
    /// The place of the last change. If two looks give the same, nothing was committed between them. Null if the
    /// database cannot tell. There must not be two looks at a time.
    /// </summary>
    public async Task<string?> ReadAsync()
    {
        try
        {
            _command ??= await ConnectAsync();
            return await _command.ExecuteScalarAsync() is { } place and not DBNull
                ? string.Create(CultureInfo.InvariantCulture, $"{_connections} {place}")
                : null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _command?.Connection?.Dispose();
        _command?.Dispose();
        _command = null;
    }

    // Whatever a transaction did is in the first snapshot after its commit, and that snapshot is never equal to one
    // from before. Another start of the server may be another copy of the data. A replica does not list what is under
    // way, so there a snapshot does not say enough.
    private static string Snapshot(string history) =>
        $"""
            SELECT CASE WHEN pg_is_in_recovery() THEN NULL ELSE
              pg_postmaster_start_time()::text || ' ' || {history} pg_current_snapshot()::text
            END
            """;

    // What an earlier connection saw says nothing about what this one sees.
    private async Task<DbCommand> ConnectAsync()
    {
        _connections++;
        var connection = _create();
        var command = connection.CreateCommand();
        command.CommandText = _statement;
        try
        {
            await connection.OpenAsync();
            return command;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
