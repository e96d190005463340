using System.Text.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Replicas;

/// <summary>When a read goes to the replica, and when to the primary.</summary>
public sealed class ReplicaTests
{
    private const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

    [SkippableFact]
    public async Task A_replica_that_lags_or_is_away_is_told_and_its_reads_go_to_the_primary()
    {
        await using var replicated = await ReplicatedServer.StartAsync();
        var (server, standby) = (replicated.Server, replicated.Standby!);
        await server.HasAgencyAsync();
        await replicated.IsUpToDateAsync();
        Assert.Equal((1, 0), await ReadsOfAsync(replicated));

        await standby.PauseAsync();
        var agency = await server.HasAgencyAsync();
        Assert.Equal((0, 1), await ReadsOfAsync(replicated, agency.Abbreviation));
        Assert.Equal(
            ("Degraded", "It is more than a second behind. The primary is read instead."),
            await replicated.CheckAsync()
        );
        await standby.ResumeAsync();
        await replicated.IsUpToDateAsync();
        Assert.Equal((1, 0), await ReadsOfAsync(replicated, agency.Abbreviation));

        await standby.StopAsync();
        Assert.Equal((0, 1), await ReadsOfAsync(replicated, agency.Abbreviation));
        var (status, reason) = await replicated.CheckAsync();
        Assert.Equal("Degraded", status);
        Assert.StartsWith("It is away, and the primary is read instead: ", reason, StringComparison.Ordinal);
        await standby.LaunchAsync();
        await replicated.IsUpToDateAsync();
        await Eventually.IsAsync((1, 0), () => ReadsOfAsync(replicated, agency.Abbreviation));
    }

    [SkippableFact]
    public async Task What_the_primary_does_not_show_yet_is_not_read_from_the_replica_either()
    {
        await using var replicated = await ReplicatedServer.StartAsync();
        var server = replicated.Server;
        await server.HasAgencyAsync();
        await replicated.IsUpToDateAsync();
        await replicated.Primary.DoAsync(
            "ALTER SYSTEM SET synchronous_standby_names = 'nobody'",
            "SELECT pg_reload_conf()"
        );

        // The standby has the commit. The primary waits with it for somebody who never comes.
        var before = await CountAsync(server);
        var waiting = server.HasAgencyAsync();
        await using (var psql = await replicated.Primary.OpenAsync())
            await Eventually.IsAsync(1L, () => Faults.Statements.OneAsync(psql, Waiting));
        await Eventually.IsAsync(true, () => IsOnReplicaAsync(replicated, before + 1));

        Assert.Equal(before, await CountAsync(server));
        Assert.True(replicated.Ahead > 0);
        Assert.False(waiting.IsCompleted);
        await replicated.Primary.DoAsync("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()");
        await waiting;
        Assert.Equal(before + 1, await CountAsync(server));
    }

    [SkippableFact]
    public async Task A_server_that_is_no_standby_is_not_read_as_one()
    {
        await using var replicated = await ReplicatedServer.StartAsync(hasStandby: false);

        Assert.Equal((0, 1), await ReadsOfAsync(replicated));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, "Data Source=cwa.db", "Host=db2;Database=cwa;Username=cwa")]
    [InlineData(
        TestDatabase.PostgreSql,
        "Host=db1;Database=cwa;Username=cwa",
        "Host=db2,db3;Database=cwa;Username=cwa"
    )]
    [InlineData(TestDatabase.PostgreSql, "Host=db1;Database=cwa;Username=cwa", "Data Source=cwa.db")]
    public async Task A_setting_that_names_no_replica_stops_the_start_with_a_sentence(
        string provider,
        string database,
        string replica
    )
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            LiveServer.StartAsync(
                ("Database:Provider", provider),
                ("ConnectionStrings:Cwa", database),
                ("ConnectionStrings:CwaReplica", replica)
            )
        );

        Assert.Contains(
            "The setting ConnectionStrings:CwaReplica does not name a replica. It is for PostgreSql only,",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<int> CountAsync(CwaServer server) =>
        (await server.AskAsync("{ agencies { totalCount } }"))
            .GetProperty("agencies")
            .GetProperty("totalCount")
            .GetInt32();

    private static async Task<bool> IsOnReplicaAsync(ReplicatedServer replicated, int count)
    {
        await using var connection = new Npgsql.NpgsqlConnection(replicated.Standby!.ConnectionString);
        await connection.OpenAsync();
        return await Faults.Statements.OneAsync(connection, "SELECT count(*) FROM agencies") is long there
            && there == count;
    }

    /// <summary>How one read adds to the counts of reads. It has to show the agency.</summary>
    private static async Task<(int Replica, int Primary)> ReadsOfAsync(
        ReplicatedServer replicated,
        string? shown = null
    )
    {
        var before = replicated.Reads;
        var answer = await replicated.Server.AskAsync(
            $$"""{ agency(by: { abbreviation: "{{shown ?? "SSA"}}" }) { name programs { totalCount } } }"""
        );
        Assert.Equal(JsonValueKind.Object, answer.GetProperty("agency").ValueKind);
        var after = replicated.Reads;
        return (after.Replica - before.Replica, after.Primary - before.Primary);
    }
}
