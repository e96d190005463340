using System.Net.Http.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Importing;

namespace Cwa.Graph.Tests;

/// <summary>What writes wait for, and for how long.</summary>
public sealed class PatienceTests
{
    private const int Rows = 6_000;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_mutation_that_waits_in_vain_for_another_write_is_refused_as_busy(string provider)
    {
        await using var server = await CwaServer.StartAsync(
            provider,
            settings: [("Limits:WriteTime", "00:00:01"), ("Limits:ExecutionTime", "00:01:00")]
        );
        var agency = await server.HasAgencyAsync();
        Answer waited;
        await using (await HoldAsync(server, agency))
            waited = await CreateAsync(server, agency);

        var next = await CreateAsync(server, agency);

        Assert.Equal((503, "UNAVAILABLE"), (waited.Status, waited.Code));
        Assert.Equal(TimeSpan.FromSeconds(5), waited.Response.Headers.RetryAfter?.Delta);
        Assert.Contains("Another write is taking long", waited.Text, StringComparison.Ordinal);
        Assert.Equal("[]", next.At("createProgram.errors").ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_mutation_waits_longer_for_another_write_than_an_operation_may_run(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider, settings: ("Limits:ExecutionTime", "00:00:00.5"));
        var agency = await server.HasAgencyAsync();
        Task<Answer> waiting;
        await using (await HoldAsync(server, agency))
        {
            waiting = CreateAsync(server, agency);
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            Assert.False(waiting.IsCompleted);
        }

        Assert.Equal("[]", (await waiting).At("createProgram.errors").ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_mutation_that_times_out_is_not_said_to_have_done_nothing(string provider)
    {
        await using var server = await CwaServer.StartAsync(
            provider,
            settings: [("Limits:WriteTime", "00:00:01"), ("Limits:ExecutionTime", "00:00:00.5")]
        );
        var agency = await server.HasAgencyAsync();
        Answer late;
        await using (await HoldAsync(server, agency))
            late = await CreateAsync(server, agency, times: 3);

        Assert.Equal((503, "TIMEOUT"), (late.Status, late.Code));
        Assert.Contains("it is not known how much of it was done", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_waits_for_another_process_that_writes_to_the_file()
    {
        await using var server = await CwaServer.StartAsync(settings: ("Limits:WriteTime", "00:00:02"));
        var agency = await server.HasAgencyAsync();
        await using var other = new SqliteConnection(server.Database.ConnectionString + ";Pooling=False");
        await other.OpenAsync();
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();

        var inVain = await CreateAsync(server, agency);
        var waiting = CreateAsync(server, agency);
        await Task.Delay(300);
        begin.CommandText = "ROLLBACK";
        await begin.ExecuteNonQueryAsync();

        Assert.Equal((503, "UNAVAILABLE"), (inVain.Status, inVain.Code));
        Assert.Equal("[]", (await waiting).At("createProgram.errors").ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_dry_run_neither_waits_for_a_write_nor_delays_one(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        var agency = await server.HasAgencyAsync();
        Answer checkedOnly;
        await using (await HoldAsync(server, agency))
            checkedOnly = await server.As(agency).ImportAsync("events?dryRun=true", Events(Hall(agency)));

        var stored = await server.As(agency).ImportAsync("events", Events(Hall(agency)));

        Assert.Equal((1, 1, 0, 0), checkedOnly.Counts());
        Assert.Equal((1, 1, 0, 0), stored.Counts());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_import_that_changes_nothing_does_not_wait_for_a_write(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        var agency = await server.HasAgencyAsync();
        var (hall, figures) = (Events(Hall(agency)), Figures($"{agency.Abbreviation},1998-04,1,1,1,1,1,,"));
        await server.As(agency).ImportAsync("events", hall);
        await server.As(agency).ImportAsync("complaint-metrics", figures);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Answer again,
            figuresAgain,
            refused;
        await using (await HoldAsync(server, agency))
        {
            again = await server.As(agency).ImportAsync("events", hall, patience.Token);
            figuresAgain = await server.As(agency).ImportAsync("complaint-metrics", figures, patience.Token);
            refused = await server.As(agency).ImportAsync("events", hall + Hall(agency, "1998-13"), patience.Token);
        }

        Assert.Equal(((1, 0, 0, 1), (1, 0, 0, 1)), (again.Counts(), figuresAgain.Counts()));
        Assert.True(again.Json.GetProperty("committed").GetBoolean());
        Assert.Equal(422, refused.Status);
    }

    [Fact]
    public async Task Mutations_succeed_during_a_long_import()
    {
        await using var server = await CwaServer.StartAsync();
        var (agency, importing) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var rows = Enumerable
            .Range(0, Rows)
            .Select(i => $"{importing.Abbreviation},{400 + (i / 12):0000}-{(i % 12) + 1:00},1,1,1,1,1,,");
        var import = server.As(importing).ImportAsync("complaint-metrics", Figures([.. rows]));

        var answers = new List<Answer>();
        while (!import.IsCompleted)
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CreateAsync(server, agency))));

        Assert.Equal((Rows, Rows, 0, 0), (await import).Counts());
        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Equal("[]", answer.At("createProgram.errors").ToString()));
    }

    [SkippableFact]
    public async Task A_commit_that_our_own_limit_breaks_off_is_not_called_an_outage()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var server = await CwaServer.StartAsync(
            TestDatabase.PostgreSql,
            settings: ("Limits:WriteTime", "00:00:01")
        );
        var agency = await server.HasAgencyAsync();
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE FUNCTION sleep_on_commit() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_sleep(5); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER sleeps AFTER INSERT ON programs DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION sleep_on_commit();
                """
            );

        var answer = await CreateAsync(server, agency);

        Assert.Equal((503, "UNAVAILABLE"), (answer.Status, answer.Code));
        Assert.Contains("not known whether this was done", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            server.Log.Lines,
            line => line.Contains("The database is away", StringComparison.Ordinal)
        );
    }

    /// <summary>Blocks other writes for an agency.</summary>
    private static async Task<IAsyncDisposable> HoldAsync(CwaServer server, Agency agency)
    {
        var db = await server.Database.Contexts.CreateDbContextAsync();
        var transaction = await db.BeginWriteAsync(default);
        await db.LockAgenciesAsync([agency.Id], default);
        return new Held(db, transaction);
    }

    private static async Task<Answer> CreateAsync(CwaServer server, Agency agency, int times = 1)
    {
        var fields = Enumerable
            .Range(0, times)
            .Select(i =>
                $"{(i > 0 ? $"then{i}: " : "")}createProgram(input: $input) {{ program {{ id }} errors {{ message }} }}"
            );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(
                new
                {
                    query = $"mutation ($input: CreateProgramInput!) {{ {string.Join(' ', fields)} }}",
                    variables = new
                    {
                        input = new
                        {
                            agencyId = agency.Id(),
                            name = $"{Guid.NewGuid()}",
                            purpose = "To listen.",
                            startsOn = "1998-04-01",
                        },
                    },
                }
            ),
            Headers =
            {
                { "Accept", "application/graphql-response+json" },
                { "Authorization", $"Bearer {server.As(agency).Token}" },
            },
        };
        return await Answer.OfAsync(await server.Client.SendAsync(request));
    }

    private sealed class Held(CwaDbContext db, WriteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await db.DisposeAsync();
        }
    }
}
