using Cwa.Graph.Tests.Engine;
using Npgsql;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Makes every commit that creates a program slow, until disposed.</summary>
internal sealed class SlowCommit(NpgsqlConnection psql) : IAsyncDisposable
{
    public static async Task<SlowCommit> OfAsync(NpgsqlConnection psql)
    {
        await psql.DoAsync(
            """
            CREATE TABLE slow_commit AS SELECT 30 AS seconds;
            GRANT SELECT ON slow_commit TO tool;
            CREATE FUNCTION sleep_on_commit() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_sleep((SELECT seconds FROM slow_commit)); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER sleeps AFTER INSERT ON programs DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION sleep_on_commit();
            """
        );
        return new(psql);
    }

    public static Task IsRunningAsync(NpgsqlConnection psql) =>
        Eventually.IsAsync(
            1L,
            async () =>
                await psql.OneAsync(
                    "SELECT count(*) FROM pg_stat_activity WHERE usename = 'tool' AND state = 'active' "
                        + "AND wait_event = 'PgSleep'"
                )
        );

    public async ValueTask DisposeAsync() =>
        await psql.DoAsync("DROP TRIGGER sleeps ON programs; DROP FUNCTION sleep_on_commit(); DROP TABLE slow_commit");
}
