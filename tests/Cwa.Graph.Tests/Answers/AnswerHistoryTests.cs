using Cwa.Tests;

namespace Cwa.Graph.Tests.Answers;

/// <summary>Many read while many write in different ways, and each read is held against its history.</summary>
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
        var history = new History(server.Client, other, server.Database, await server.HasAgencyAsync());
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
}
