using System.Diagnostics;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using static Cwa.Graph.Tests.Faults.LockWait;
using static Cwa.Graph.Tests.Faults.MachineRequests;

namespace Cwa.Graph.Tests.Faults;

/// <summary>What callers are told while PostgreSQL is away, and that everything works again afterwards.</summary>
[AfterOthers]
public sealed class OutageTests(Machine machine) : IClassFixture<Machine>
{
    [SkippableFact]
    public async Task While_the_database_is_stopped_every_client_is_told_so_in_its_own_format()
    {
        await machine.IsUsedAsync();
        var lines = machine.Log.Count;
        await machine.Postgres.StopAsync();
        // The agencies that a token names are cached for five seconds.
        await Task.Delay(TimeSpan.FromSeconds(6));

        var told = new List<(string Asked, Answer Answer, TimeSpan Took)>();
        foreach (var token in new[] { null, Npr, Agency })
        {
            await TellAsync("query", machine.Post("/graphql", token, Liaisons));
            await TellAsync(
                "query in the newer type",
                machine.Post("/graphql", token, Liaisons, "application/graphql-response+json")
            );
            await TellAsync(
                "event stream",
                machine.Post("/graphql", token, "subscription { feed { cursor } }", "text/event-stream")
            );
            foreach (
                var path in new[]
                {
                    "/export/events.csv",
                    "/export/reports.json",
                    "/calendar/SSA.ics",
                    "/calendar/states/CA.ics",
                    "/feed.atom",
                }
            )
                await TellAsync(path, Get(path, token));
        }

        await TellAsync("mutation", machine.Post("/graphql", Agency, Designation(key: null)));
        await TellAsync("mutation with a key", machine.Post("/graphql", Agency, Designation(key: "k")));
        await TellAsync("import", Import());
        var health = await Answer.OfAsync(await machine.Http.GetAsync("/healthz/ready"));
        var life = await Answer.OfAsync(await machine.Http.GetAsync("/healthz/live"));
        using var socket = await (await Socket.OpenAsync(machine.Server.Address)).InitAsync();
        await socket.SubscribeAsync("1", Liaisons);
        var overSocket = await socket.ErrorAsync("1");
        using var unknown = await Socket.OpenAsync(machine.Server.Address);
        await unknown.SendAsync(new { type = "connection_init", payload = new { Authorization = "Bearer " + Agency } });
        var closed = await unknown.ClosedAsync();

        Assert.All(
            told,
            t =>
            {
                Assert.True(t.Answer.Status == 503, $"{t.Asked}: {t.Answer.Status} {t.Answer.Text}");
                Assert.Equal("UNAVAILABLE", t.Answer.Code);
                Assert.Equal(TimeSpan.FromSeconds(5), t.Answer.Response.Headers.RetryAfter?.Delta);
                Assert.Equal(
                    t.Asked.Contains("newer", StringComparison.Ordinal)
                        ? "application/graphql-response+json"
                        : "application/json",
                    t.Answer.MediaType
                );
                Assert.DoesNotContain("data", t.Answer.Json.EnumerateObject().Select(p => p.Name));
                Assert.DoesNotContain("Npgsql", t.Answer.Text, StringComparison.Ordinal);
                Assert.InRange(t.Took, TimeSpan.Zero, TimeSpan.FromSeconds(4));
            }
        );
        Assert.Equal(503, health.Status);
        Assert.Equal("Unhealthy", health.Json.GetProperty("checks").GetProperty("database").Text("status"));
        Assert.Equal((200, "Healthy"), (life.Status, life.Text));
        Assert.Equal("UNAVAILABLE", overSocket);
        Assert.Equal(4503, closed.Code);
        var said = machine.Log.Skip(lines).ToList();
        Assert.DoesNotContain(said, line => line.TrimStart().StartsWith("at ", StringComparison.Ordinal));
        Assert.InRange(said.Count(line => line.Contains("The database is away", StringComparison.Ordinal)), 1, 3);
        Assert.InRange(said.Count, 1, 30);

        await machine.Postgres.LaunchAsync();

        await Eventually.IsAsync(
            200,
            async () => (await Answer.OfAsync(await machine.Http.GetAsync("/healthz/ready"))).Status
        );
        foreach (
            var (asked, request) in new (string, HttpRequestMessage)[]
            {
                ("query", machine.Post("/graphql", Agency, Liaisons)),
                ("mutation", machine.Post("/graphql", Agency, Designation(key: "k"))),
                ("export", Get("/export/events.csv", Npr)),
                ("calendar", Get("/calendar/SSA.ics", null)),
                ("feed", Get("/feed.atom", Npr)),
                ("import", Import()),
            }
        )
        {
            var answer = await Answer.OfAsync(await machine.Http.SendAsync(request));
            Assert.True(
                answer.Status == 200 && !answer.Text.Contains("\"errors\":[{\"message", StringComparison.Ordinal),
                $"{asked}: {answer.Text}"
            );
        }

        async Task TellAsync(string asked, HttpRequestMessage request)
        {
            var watch = Stopwatch.StartNew();
            told.Add((asked, await Answer.OfAsync(await machine.Http.SendAsync(request)), watch.Elapsed));
        }
    }

    [SkippableFact]
    public async Task When_the_database_accepts_no_more_connections_callers_are_told_to_try_again()
    {
        await machine.IsUsedAsync();
        await machine.Postgres.DoAsync(
            "ALTER ROLE tool CONNECTION LIMIT 0",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tool'"
        );

        var full = await machine.AskAsync(Npr, Liaisons);
        await machine.Postgres.DoAsync("ALTER ROLE tool CONNECTION LIMIT -1");
        var free = await machine.AskAsync(Npr, Liaisons);

        Assert.Equal((503, "UNAVAILABLE"), (full.Status, full.Code));
        free.Succeeds();
        Assert.Contains(machine.Log, line => line.Contains("53300", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_query_that_the_server_cancels_is_repeated()
    {
        await machine.IsUsedAsync();
        await using var psql = await machine.Postgres.OpenAsync();
        await using var locking = await machine.Postgres.OpenAsync();
        var asking = await WaitingAsync(psql, locking, "liaisons", () => machine.AskAsync(Npr, Liaisons));

        await CancelAsync(psql);
        await locking.DoAsync("ROLLBACK");

        (await asking).Succeeds();
    }

    [SkippableFact]
    public async Task A_query_that_the_server_keeps_cancelling_is_reported_as_unavailable()
    {
        await machine.IsUsedAsync();
        await using var psql = await machine.Postgres.OpenAsync();
        await using var locking = await machine.Postgres.OpenAsync();
        var asking = await WaitingAsync(psql, locking, "liaisons", () => machine.AskAsync(Npr, Liaisons));

        while (!asking.IsCompleted)
        {
            await psql.DoAsync(Cancel);
            await Task.Delay(20);
        }

        await locking.DoAsync("ROLLBACK");
        var answer = await asking;
        Assert.Equal((503, "UNAVAILABLE"), (answer.Status, answer.Code));
    }

    [SkippableFact]
    public async Task A_mutation_cancelled_by_the_server_before_its_commit_is_repeated_and_done_once()
    {
        await machine.IsUsedAsync();
        await using var psql = await machine.Postgres.OpenAsync();
        await using var locking = await machine.Postgres.OpenAsync();
        var before = await psql.OneAsync("SELECT count(*) FROM programs");
        var asking = await WaitingAsync(
            psql,
            locking,
            "programs",
            () => machine.AskAsync(Agency, NewProgram("Cancelled", key: null))
        );

        await CancelAsync(psql);
        await locking.DoAsync("ROLLBACK");

        var answer = (await asking).Succeeds();
        Assert.Equal("[]", answer.At("createProgram.errors").ToString());
        Assert.Equal((long)before! + 1, await psql.OneAsync("SELECT count(*) FROM programs"));
    }

    [SkippableFact]
    public async Task An_unanswered_commit_is_not_reported_as_undone()
    {
        await machine.IsUsedAsync();
        await using var psql = await machine.Postgres.OpenAsync();
        await using var slow = await SlowCommit.OfAsync(psql);
        var asking = machine.AskAsync(Agency, NewProgram("Unknown", key: null));
        await SlowCommit.IsRunningAsync(psql);

        await psql.DoAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tool' AND query ILIKE "
                + "'COMMIT%' AND state = 'active'"
        );
        var answer = await asking;

        Assert.Equal((503, "UNAVAILABLE"), (answer.Status, answer.Code));
        Assert.Contains("not known whether this was done", answer.Text, StringComparison.Ordinal);
        Assert.Contains("idempotencyKey", answer.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_unanswered_commit_is_resolved_by_its_idempotency_key()
    {
        await machine.IsUsedAsync();
        await using var psql = await machine.Postgres.OpenAsync();
        Task<Answer> asking;
        await using (await SlowCommit.OfAsync(psql))
        {
            asking = machine.AskAsync(Agency, NewProgram("Certain", key: "certain"));
            await SlowCommit.IsRunningAsync(psql);
            // Not waiting for the cancelled commit: the next try must not meet the trigger again.
            await psql.DoAsync("UPDATE slow_commit SET seconds = 0");
            await psql.DoAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tool' AND query "
                    + "ILIKE 'COMMIT%' AND state = 'active'"
            );
            (await asking).Succeeds();
        }

        var again = await machine.AskAsync(Agency, NewProgram("Certain", key: "certain"));
        Assert.Equal(
            (await asking).At("createProgram.program.id").ToString(),
            again.At("createProgram.program.id").ToString()
        );
        Assert.Equal(1L, await psql.OneAsync("SELECT count(*) FROM programs WHERE name = 'Certain'"));
    }
}
