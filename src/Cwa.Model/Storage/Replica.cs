using Npgsql;
using NpgsqlTypes;

namespace Cwa.Model;

/// <summary>A standby of the database. It only reads, and may be behind the database or for a moment ahead.</summary>
/// <remarks>
/// It is compared with a place of <see cref="LastChange"/>, transaction by transaction. Positions of the log would not
/// do: a transaction is in the log before the primary shows it, and after a while if it does not wait for the log. A
/// standby that takes a transaction from the log may so show it before the primary does.
/// </remarks>
public sealed class Replica
{
    // The cluster, the database in it, and then the timeline, which a standby that is promoted begins anew: whoever has
    // another one has other transactions with the same numbers.
    internal const string Database = """
        (SELECT system_identifier FROM pg_control_system()) || ':' ||
        (SELECT oid FROM pg_database WHERE datname = current_database()) || ':'
        """;

    // A standby knows its timeline from its last restart point: after a failover later than others, but never wrongly.
    private const string IsSameHistory = $"""
        pg_is_in_recovery()
        AND $1 = {Database} || (SELECT lpad(upper(to_hex(timeline_id)), 8, '0') FROM pg_control_checkpoint())
        """;

    // What the place shows has ended here. The oldest that runs may hold up many numbers: rather than ask for each, the
    // primary is read. CASE, because the status of a number that is not known yet is an error.
    private const string Reaches = $"""
        SELECT CASE
          WHEN NOT ({IsSameHistory}) OR pg_snapshot_xmax(here) < pg_snapshot_xmax(there) THEN NULL
          WHEN pg_snapshot_xmax(there)::text::bigint - pg_snapshot_xmin(here)::text::bigint > 1000 THEN NULL
          WHEN EXISTS (
            SELECT FROM generate_series(
              pg_snapshot_xmin(here)::text::bigint, pg_snapshot_xmax(there)::text::bigint - 1) number
            WHERE pg_visible_in_snapshot(number::text::xid8, there)
              AND pg_xact_status(number::text::xid8) = 'in progress') THEN NULL
          ELSE pg_postmaster_start_time()::text
        END
        FROM (SELECT pg_current_snapshot() AS here, CAST($2 AS pg_snapshot) AS there) AS snapshots
        """;

    // A standby that was started again may for a moment show less than before.
    private const string ShowsOnly = $"""
        SELECT CASE
          WHEN NOT ({IsSameHistory}) OR pg_postmaster_start_time()::text <> $3 THEN FALSE
          WHEN pg_snapshot_xmax(here) > pg_snapshot_xmax(there) THEN FALSE
          ELSE NOT EXISTS (
            SELECT FROM pg_snapshot_xip(there) AS number
            WHERE CASE
              WHEN number < pg_snapshot_xmax(here) THEN pg_xact_status(number) = 'committed' ELSE FALSE
            END)
        END
        FROM (SELECT pg_current_snapshot() AS here, CAST($2 AS pg_snapshot) AS there) AS snapshots
        """;

    private readonly string _connectionString;

    private Replica(string connectionString, ReadContexts contexts) =>
        (_connectionString, Contexts) = (connectionString, contexts);

    /// <summary>Creates contexts over the standby.</summary>
    public ReadContexts Contexts { get; }

    internal static Replica Of(string connectionString, IServiceProvider services)
    {
        var forReading = Model.Database.ForReading(connectionString);
        return new(forReading, Model.Database.ReadPostgreSql(forReading, services));
    }

    /// <summary>
    /// Whether the standby shows everything that the primary showed at a place: the run of the standby that does, or
    /// null. Statements that begin afterwards in this run see no less, because a standby only ever adds what it takes
    /// from the log.
    /// </summary>
    public async Task<string?> ReachesAsync(string place, CancellationToken cancellationToken) =>
        await AskAsync(Reaches, place, null, cancellationToken) as string;

    /// <summary>
    /// Whether statements that have ended in this run of the standby saw nothing that the primary did not show at a
    /// place.
    /// </summary>
    public async Task<bool> ShowsOnlyAsync(string place, string run, CancellationToken cancellationToken) =>
        await AskAsync(ShowsOnly, place, run, cancellationToken) is true;

    private async Task<object?> AskAsync(
        string statement,
        string place,
        string? run,
        CancellationToken cancellationToken
    )
    {
        var (history, snapshot) = place.Split(' ') is [.., var first, var last] ? (first, last) : default;
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in run is null ? [history, snapshot] : new[] { history, snapshot, run })
            command.Parameters.Add(new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text });
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
