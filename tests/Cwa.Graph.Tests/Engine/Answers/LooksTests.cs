using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class LooksTests
{
    private readonly Queue<TaskCompletionSource<string?>> _asked = new();
    private readonly Looks _looks;

    public LooksTests() => _looks = new(ReadAsync);

    [Fact]
    public async Task Requests_that_arrive_during_a_look_share_the_next_one()
    {
        var first = _looks.NextAsync();
        var others = Enumerable.Range(0, 100).Select(_ => _looks.NextAsync()).ToList();
        var looks = await AskedAsync(1);
        Assert.All(others, other => Assert.False(other.IsCompleted));

        looks[0].SetResult("a");
        Assert.Equal(1, await first);
        looks = await AskedAsync(2);
        Assert.All(others, other => Assert.False(other.IsCompleted));
        looks[1].SetResult("b");

        Assert.All(await Task.WhenAll(others), place => Assert.Equal(2, place));
        Assert.Equal(2, (await AskedAsync(2)).Count);
    }

    [Fact]
    public async Task A_place_has_the_same_number_until_it_moves()
    {
        Assert.Null(_looks.Last);
        Assert.Equal([1, 1, 2, 2, 3], await SeenAsync("a", "a", "b", "b", "c"));
        Assert.Equal(3, _looks.Last);
    }

    [Fact]
    public async Task Nothing_is_known_while_the_place_cannot_be_read()
    {
        Assert.Equal([1, null], await SeenAsync("a", null));

        var failing = _looks.NextAsync();
        (await AskedAsync(3))[2].SetException(new InvalidOperationException());

        Assert.Null(await failing);
        // For a moment, nobody waits for it again.
        Assert.Null(await _looks.NextAsync());
        Assert.Equal(3, (await AskedAsync(3)).Count);
    }

    private async Task<List<long?>> SeenAsync(params string?[] places)
    {
        var seen = new List<long?>();
        foreach (var place in places)
        {
            var look = _looks.NextAsync();
            (await AskedAsync(seen.Count + 1))[^1].SetResult(place);
            seen.Add(await look);
        }

        return seen;
    }

    private Task<string?> ReadAsync()
    {
        var look = new TaskCompletionSource<string?>();
        lock (_asked)
            _asked.Enqueue(look);
        return look.Task;
    }

    private async Task<List<TaskCompletionSource<string?>>> AskedAsync(int count)
    {
        await Eventually.IsAsync(true, () => Asked().Count >= count);
        return Asked();
    }

    private List<TaskCompletionSource<string?>> Asked()
    {
        lock (_asked)
            return [.. _asked];
    }
}
