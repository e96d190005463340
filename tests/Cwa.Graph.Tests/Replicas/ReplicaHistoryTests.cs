using Cwa.Graph.Tests.Answers;

namespace Cwa.Graph.Tests.Replicas;

/// <summary>
/// Many read and write over two servers with a replica, while its replay is paused and resumed, its statements are
/// cancelled and its connections are cut at random. At last it is killed.
/// </summary>
public sealed class ReplicaHistoryTests
{
    private const int Writers = 3,
        WritesOfEach = 40,
        Readers = 6;

    // Which statements they are: those of our servers, whoever else looks.
    private const string Ours = "FROM pg_stat_activity WHERE usename = 'tool'";

    [SkippableFact]
    public async Task Reads_of_a_replica_are_never_of_an_earlier_state_and_go_on_without_it()
    {
        await using var replicated = await ReplicatedServer.StartAsync();
        var other = replicated.Another(cachedBytes: 1_000_000);
        var history = new History(
            replicated.Server.Client,
            other.Client,
            replicated.Database,
            await replicated.Server.HasAgencyAsync()
        );
        await history.BeginAsync();

        var seeds = new Random(Environment.TickCount);
        using var calm = new CancellationTokenSource();
        var trouble = TroubleAsync(replicated.Standby!, new(seeds.Next()), calm.Token);
        var readers = Enumerable.Range(0, Readers).Select(_ => history.ReadAsync(new(seeds.Next()))).ToList();
        await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(_ => history.WriteAsync(new(seeds.Next()), WritesOfEach))
        );
        await calm.CancelAsync();
        await trouble;
        var reads = replicated.Reads;
        await replicated.Standby!.StopAsync();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => history.WriteAsync(new(seeds.Next()), 5)));
        history.IsOver = true;
        await Task.WhenAll(readers);

        Assert.Equal(Writers * (WritesOfEach + 5), history.Written);
        Assert.True(reads is { Replica: > 10, Primary: > 10 }, $"{reads} of {history.Reads}");
        Assert.True(replicated.Reads.Primary > reads.Primary);
    }

    private static async Task TroubleAsync(Faults.Standby standby, Random random, CancellationToken calm)
    {
        while (!calm.IsCancellationRequested)
        {
            await (
                random.Next(8) switch
                {
                    0 => standby.DoAsync($"SELECT pg_cancel_backend(pid) {Ours}"),
                    1 => standby.DoAsync($"SELECT pg_terminate_backend(pid) {Ours}"),
                    < 4 => standby.PauseAsync(),
                    _ => standby.ResumeAsync(),
                }
            );
            await Task.Delay(random.Next(60), CancellationToken.None);
        }

        await standby.ResumeAsync();
    }
}
