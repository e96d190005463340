using Cwa.Graph.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Engine;

public sealed class ReadGateTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task A_request_that_needs_no_database_is_answered_while_all_readers_are_busy()
    {
        var places = await FillAsync();

        var waiting = library.AskAsync("{ books { totalCount } }");
        (await library.AskAsync("{ __typename }")).Succeeds();
        Assert.False(waiting.IsCompleted);

        places.ForEach(place => place.Dispose());
        (await waiting).Succeeds();
    }

    [Fact]
    public async Task During_a_write_reads_run_one_at_a_time()
    {
        var gate = new ReadGate(new());
        var write = gate.Write();
        var first = await gate.EnterAsync(isSignedIn: false, CancellationToken.None);

        var second = gate.EnterAsync(isSignedIn: false, CancellationToken.None);
        var third = gate.EnterAsync(isSignedIn: false, CancellationToken.None);
        Assert.False(second.IsCompleted);
        first.Dispose();
        await second;
        Assert.False(third.IsCompleted);
        write.Dispose();
        await third;
        await gate.EnterAsync(isSignedIn: false, CancellationToken.None);
    }

    [Fact]
    public async Task A_reader_who_gives_up_waiting_leaves_the_place_to_the_next()
    {
        var gate = new ReadGate(new() { ConcurrentReads = 1 });
        var place = await gate.EnterAsync(isSignedIn: false, CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var leaving = gate.EnterAsync(isSignedIn: false, patience.Token);
        var staying = gate.EnterAsync(isSignedIn: false, CancellationToken.None);

        await patience.CancelAsync();
        place.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        (await staying).Dispose();
        await gate.EnterAsync(isSignedIn: false, CancellationToken.None);
    }

    [Fact]
    public async Task Signed_in_and_public_callers_take_turns_however_many_wait()
    {
        var gate = new ReadGate(new() { ConcurrentReads = 1 });
        var place = await gate.EnterAsync(isSignedIn: false, CancellationToken.None);
        var order = new List<string>();
        var waiting = Enumerable.Range(0, 20).Select(i => ReadAsync($"public {i}", isSignedIn: false)).ToList();
        waiting.AddRange(Enumerable.Range(0, 3).Select(i => ReadAsync($"npr {i}", isSignedIn: true)));

        place.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["npr 0", "public 0", "npr 1", "public 1", "npr 2", "public 2", "public 3"], order.Take(7));

        async Task ReadAsync(string who, bool isSignedIn)
        {
            using var turn = await gate.EnterAsync(isSignedIn, CancellationToken.None);
            order.Add(who);
        }
    }

    private async Task<List<IDisposable>> FillAsync()
    {
        var gate = library.Services.GetRequiredService<ReadGate>();
        var places = new List<IDisposable>();
        for (var i = 0; i < library.Services.GetRequiredService<Limits>().ConcurrentReads; i++)
            places.Add(await gate.EnterAsync(isSignedIn: false, CancellationToken.None));
        return places;
    }
}
