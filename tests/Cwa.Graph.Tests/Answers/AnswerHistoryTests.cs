using System.Net.Http.Headers;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Answers;

/// <summary>
/// Many read while many write in different ways, and each read is held against its history. It shows every write that
/// was acknowledged before it began, and everything that was seen by a read that had ended by then, and nothing that
/// was not yet sent.
/// </summary>
public sealed class AnswerHistoryTests
{
    private const int Writes = 60,
        Readers = 6;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everybody_reads_their_writes_and_never_an_earlier_state(string provider)
    {
        await using var server = await KeepingServers.OneAsync(provider);
        await using var process = await LiveServer.StartAsync([
            ("Database:Provider", provider),
            ("ConnectionStrings:Cwa", server.Database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ]);
        using var other = new HttpClient { BaseAddress = process.Address };
        var history = new History(server, await server.HasAgencyAsync(), other);
        await history.BeginAsync();

        var seeds = new Random(Seed);
        var writers = Enumerable.Range(0, 3).Select(_ => history.WriteAsync(new(seeds.Next()), Writes / 3)).ToList();
        var readers = Enumerable.Range(0, Readers).Select(_ => history.ReadAsync(new(seeds.Next()))).ToList();
        await Task.WhenAll(writers);
        history.IsOver = true;
        await Task.WhenAll(readers);

        Assert.Equal(Writes, history.Written);
        Assert.True(history.Hits > Readers, $"{history.Hits} of {history.Reads} reads were hits.");
    }

    private static int Seed => Environment.TickCount;

    private sealed class History(CwaServer server, Agency agency, HttpClient other)
    {
        private const string Program = """
            mutation ($input: CreateProgramInput!) {
              createProgram(input: $input) { program { id } errors { message } }
            }
            """;

        private readonly string _query = $$"""
            {
              agencies { totalCount }
              agency(by: { abbreviation: "{{agency.Abbreviation}}" }) { programs { totalCount } }
            }
            """;

        private readonly string _token = SignedInCaller.TokenOf(
            "pat",
            [Roles.Submit, Roles.Admin],
            [agency.Abbreviation]
        );
        private int _start,
            _sent,
            _acknowledged,
            _seen,
            _names,
            _hits,
            _reads;

        public volatile bool IsOver;

        public int Written => Volatile.Read(ref _acknowledged);

        public int Hits => _hits;

        public int Reads => _reads;

        public async Task BeginAsync() => _start = await CountAsync(server.Client);

        /// <summary>Adds a record at a time, in one of the ways there are.</summary>
        public async Task WriteAsync(Random random, int times)
        {
            for (var i = 0; i < times; i++)
            {
                Interlocked.Increment(ref _sent);
                await (
                    random.Next(4) switch
                    {
                        0 => MutateAsync(server.Client),
                        1 => MutateAsync(other),
                        2 => ImportAsync(random.Next(2) == 0 ? server.Client : other),
                        _ => StoreAsync(),
                    }
                );
                var acknowledged = Interlocked.Increment(ref _acknowledged);
                // Whoever wrote reads it at once.
                await CheckAsync(random.Next(2) == 0 ? server.Client : other);
                await Task.Delay(random.Next(40));
            }
        }

        public async Task ReadAsync(Random random)
        {
            while (!IsOver)
                await CheckAsync(random.Next(3) == 0 ? other : server.Client);
        }

        private async Task CheckAsync(HttpClient client)
        {
            var least = Math.Max(Volatile.Read(ref _acknowledged), Volatile.Read(ref _seen));
            var count = await CountAsync(client) - _start;
            var most = Volatile.Read(ref _sent);

            Assert.InRange(count, least, most);
            for (int seen; (seen = Volatile.Read(ref _seen)) < count; )
                Interlocked.CompareExchange(ref _seen, count, seen);
        }

        private async Task<int> CountAsync(HttpClient client)
        {
            var answer = (await client.PostAsync(new { query = _query })).Succeeds();
            Interlocked.Increment(ref _reads);
            if (answer.Cache() == "HIT")
                Interlocked.Increment(ref _hits);
            return answer.At("agencies.totalCount").GetInt32() + answer.At("agency.programs.totalCount").GetInt32();
        }

        private async Task MutateAsync(HttpClient client)
        {
            var input = new
            {
                agencyId = agency.Id(),
                name = "Listening year",
                purpose = "To hear from everyone.",
                startsOn = "1998-04-01",
            };
            var answer = await client.PostAsync(new { query = Program, variables = new { input } }, _token);
            Assert.Equal("[]", answer.Succeeds().At("createProgram.errors").ToString());
        }

        private async Task ImportAsync(HttpClient client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/import/agencies");
            request.Content = Importing.Csv(
                Importing.Agencies(
                    $"H{Interlocked.Increment(ref _names)},A board,independent_agency,,requested,Asked,false,"
                )
            );
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
            var answer = await Answer.OfAsync(await client.SendAsync(request));
            Assert.Equal((1, 1, 0, 0), answer.Counts());
        }

        // As psql or sqlite3 would: no server knows of it.
        private async Task StoreAsync()
        {
            await using var db = await server.Database.Contexts.CreateDbContextAsync();
            await using var write = await db.BeginWriteAsync(CancellationToken.None);
            db.Add(new Cwa.Model.Program(agency.Id, "Behind its back", "To be seen.", new(1998, 4, 1)));
            await db.SaveChangesAsync();
            await write.CommitAsync(CancellationToken.None);
        }
    }
}
