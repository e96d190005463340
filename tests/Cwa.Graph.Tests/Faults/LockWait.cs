using Cwa.Graph.Tests.Engine;
using Npgsql;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Requests that wait for a lock, and how PostgreSQL cancels their statements.</summary>
internal static class LockWait
{
    public const string Cancel =
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'tool' AND state = 'active' AND "
        + "wait_event_type = 'Lock'";

    /// <summary>Locks a table, and sends a request that then waits for it.</summary>
    public static async Task<Task<Answer>> WaitingAsync(
        NpgsqlConnection psql,
        NpgsqlConnection locking,
        string table,
        Func<Task<Answer>> ask
    )
    {
        await locking.DoAsync($"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE");
        var asking = ask();
        await Eventually.IsAsync(
            1L,
            async () =>
                await psql.OneAsync(
                    "SELECT count(*) FROM pg_stat_activity WHERE usename = 'tool' AND state = 'active' AND "
                        + "wait_event_type = 'Lock'"
                )
        );
        return asking;
    }

    public static Task CancelAsync(NpgsqlConnection psql) => psql.DoAsync(Cancel);
}
