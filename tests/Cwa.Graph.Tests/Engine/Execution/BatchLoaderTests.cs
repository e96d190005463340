using Cwa.Graph.Engine;
using GraphQL.DataLoader;

namespace Cwa.Graph.Tests.Engine;

public sealed class BatchLoaderTests
{
    [Fact]
    public async Task The_keys_of_one_level_are_fetched_together_and_each_only_once()
    {
        var loader = new Doubles();
        var level = Level(loader, 1, 2, 2, 3, 1);

        var values = await Task.WhenAll(level.Select(l => l.GetResultAsync()));

        Assert.Equal([2, 4, 4, 6, 2], values);
        Assert.Equal(["1 2 3"], loader.Fetched);
    }

    [Fact]
    public async Task The_next_level_fetches_only_what_is_new()
    {
        var loader = new Doubles();
        await Task.WhenAll(Level(loader, 1, 2).Select(l => l.GetResultAsync()));

        var level = Level(loader, 2, 3, 4);
        await Task.WhenAll(level.Select(l => l.GetResultAsync()));

        Assert.Equal("3 4", loader.Fetched[^1]);
    }

    [Fact]
    public async Task A_key_that_is_not_found_has_the_missing_value() =>
        Assert.Equal(-1, await new Doubles().Load(0).GetResultAsync());

    [Fact]
    public async Task A_failed_fetch_fails_only_its_own_keys()
    {
        var loader = new Doubles();
        var failing = Level(loader, 1, 13);
        foreach (var value in failing)
            await Assert.ThrowsAsync<InvalidOperationException>(() => value.GetResultAsync());

        Assert.Equal(4, await loader.Load(2).GetResultAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => loader.Load(1).GetResultAsync());
        Assert.Equal(["1 13", "2"], loader.Fetched);
    }

    [Fact]
    public async Task A_fetch_that_fails_before_its_first_await_also_fails_all_its_keys()
    {
        var loader = new Doubles { FailsAtOnce = true };
        var failing = Level(loader, 1, 13);

        foreach (var value in failing)
            await Assert.ThrowsAsync<InvalidOperationException>(() => value.GetResultAsync());

        Assert.Equal(["1 13"], loader.Fetched);
    }

    [Fact]
    public async Task Loads_from_many_threads_fetch_each_key_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var loader = new Doubles();

            var values = await Task.WhenAll(
                Enumerable.Range(0, 200).Select(i => Task.Run(() => loader.Load(1 + (i % 10)).GetResultAsync()))
            );

            Assert.Equal(Enumerable.Range(0, 200).Select(i => 2 * (1 + (i % 10))), values);
            Assert.Equal(10, loader.Fetched.Sum(keys => keys.Split(' ').Length));
        }
    }

    private static List<IDataLoaderResult<int>> Level(Doubles loader, params int[] keys) =>
        [.. keys.Select(loader.Load)];

    private sealed class Doubles : BatchLoader<int, int>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _fetched = new();

        public bool FailsAtOnce { get; init; }

        public IReadOnlyList<string> Fetched => [.. _fetched];

        protected override Task<IReadOnlyDictionary<int, int>> FetchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            _fetched.Enqueue(string.Join(' ', keys));
            return FailsAtOnce ? throw new InvalidOperationException() : DoubleAsync(keys);
        }

        protected override int Missing(int key) => -1;

        private static async Task<IReadOnlyDictionary<int, int>> DoubleAsync(IReadOnlyList<int> keys)
        {
            await Task.Yield();
            return keys.Contains(13)
                ? throw new InvalidOperationException()
                : keys.Where(k => k > 0).ToDictionary(k => k, k => 2 * k);
        }
    }
}
