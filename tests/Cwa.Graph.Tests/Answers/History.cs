using System.Net.Http.Headers;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Answers;

/// <summary>
/// What many readers and writers of two servers over one database have seen and done. Each read is held against it: it
/// shows every write that was acknowledged before it began, and everything that was seen by a read that had ended by
/// then, and nothing that was not yet sent.
/// </summary>
internal sealed class History(HttpClient one, HttpClient other, TestDatabase database, Agency agency)
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

    private readonly string _token = SignedInCaller.TokenOf("pat", [Roles.Submit, Roles.Admin], [agency.Abbreviation]);
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

    public async Task BeginAsync() => _start = await CountAsync(one);

    /// <summary>Adds a record at a time, in one of the ways there are.</summary>
    public async Task WriteAsync(Random random, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Interlocked.Increment(ref _sent);
            await (
                random.Next(4) switch
                {
                    0 => MutateAsync(one),
                    1 => MutateAsync(other),
                    2 => ImportAsync(random.Next(2) == 0 ? one : other),
                    _ => StoreAsync(),
                }
            );
            var acknowledged = Interlocked.Increment(ref _acknowledged);
            // Whoever wrote reads it at once.
            await CheckAsync(random.Next(2) == 0 ? one : other);
            await Task.Delay(random.Next(40));
        }
    }

    public async Task ReadAsync(Random random)
    {
        while (!IsOver)
            await CheckAsync(random.Next(3) == 0 ? other : one);
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
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        db.Add(new Cwa.Model.Program(agency.Id, "Behind its back", "To be seen.", new(1998, 4, 1)));
        await db.SaveChangesAsync();
        await write.CommitAsync(CancellationToken.None);
    }
}
