using Cwa.Graph.Engine;
using GraphQL;

namespace Cwa.Graph.Tests.Engine;

public sealed class AnswerCacheTests
{
    private static readonly RequestKey Asked = new(1, 1),
        Other = new(2, 2);

    private string? _place = "a";
    private int _looks,
        _computed;

    [Fact]
    public async Task An_answer_is_computed_once_until_something_changes()
    {
        using var cache = Cache();

        Assert.Equal(
            ("1 MISS", "1 HIT", "1 HIT"),
            (await AskAsync(cache), await AskAsync(cache), await AskAsync(cache))
        );
        _place = "b";
        Assert.Equal(("2 MISS", "2 HIT"), (await AskAsync(cache), await AskAsync(cache)));
        Assert.Equal(("3 MISS", "3 HIT"), (await AskAsync(cache, Other), await AskAsync(cache, Other)));
    }

    [Fact]
    public async Task A_change_during_the_computation_shows_at_the_next_request()
    {
        using var cache = Cache();

        Assert.Equal("1 MISS", await AskAsync(cache, meanwhile: () => _place = "b"));
        Assert.Equal("2 MISS", await AskAsync(cache));
        Assert.Equal("2 HIT", await AskAsync(cache));
    }

    [Fact]
    public async Task A_change_since_the_last_look_shows_at_the_next_request()
    {
        using var cache = Cache();
        await AskAsync(cache);
        _place = "b";

        // Nobody has looked yet, so this one may not be used again.
        Assert.Equal("2 MISS", await AskAsync(cache, Other));
        Assert.Equal("3 MISS", await AskAsync(cache, Other));
        Assert.Equal("3 HIT", await AskAsync(cache, Other));
    }

    [Fact]
    public async Task A_request_that_nobody_repeats_costs_one_look_at_most()
    {
        using var cache = Cache();

        for (uint i = 0; i < 10; i++)
            await AskAsync(cache, new(i, i));

        Assert.Equal(1, _looks);
    }

    [Fact]
    public async Task A_crowd_gets_one_computation()
    {
        using var cache = Cache();
        var gate = new TaskCompletionSource();

        var crowd = Enumerable.Range(0, 100).Select(_ => AskAsync(cache, until: gate.Task)).ToList();
        await Eventually.IsAsync(1, () => _computed);
        gate.SetResult();

        var answers = await Task.WhenAll(crowd);
        Assert.Equal((1, 99), (answers.Count(a => a == "1 MISS"), answers.Count(a => a == "1 HIT")));
    }

    [Fact]
    public async Task Whoever_comes_after_a_change_does_not_wait_for_what_began_before()
    {
        using var cache = Cache();
        var gate = new TaskCompletionSource();
        var before = AskAsync(cache, until: gate.Task);
        await Eventually.IsAsync(1, () => _computed);
        _place = "b";

        Assert.Equal("2 MISS", await AskAsync(cache));
        gate.SetResult();

        Assert.Equal("1 MISS", await before);
        Assert.Equal("2 HIT", await AskAsync(cache));
    }

    [Fact]
    public async Task Whoever_waits_for_a_computation_that_fails_computes()
    {
        using var cache = Cache();
        var gate = new TaskCompletionSource();
        var failing = AskAsync(cache, until: gate.Task);
        var refused = cache.ShareAsync(Other, null, RefuseAsync, default);
        await Eventually.IsAsync(1, () => _computed);
        var waiting = Enumerable
            .Range(0, 5)
            .SelectMany(_ => new[] { AskAsync(cache), AskAsync(cache, Other) })
            .ToList();

        gate.SetException(new InvalidOperationException("It failed."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.DoesNotContain("1 HIT", await Task.WhenAll(waiting));

        Task<ExecutionResult> RefuseAsync() => GatedAsync(new(), gate.Task);
    }

    [Fact]
    public async Task Whoever_waits_for_a_client_that_went_away_shares_the_next_computation()
    {
        using var cache = Cache();
        using var gone = new CancellationTokenSource();
        var left = AskAsync(cache, until: Task.Delay(Timeout.Infinite, gone.Token), cancellationToken: gone.Token);
        await Eventually.IsAsync(1, () => _computed);
        var gate = new TaskCompletionSource();
        var waiting = Enumerable.Range(0, 20).Select(_ => AskAsync(cache, until: gate.Task)).ToList();

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await Eventually.IsAsync(2, () => _computed);
        gate.SetResult();

        Assert.Equal(19, (await Task.WhenAll(waiting)).Count(a => a == "2 HIT"));
    }

    [Fact]
    public async Task A_waiter_that_goes_away_leaves_the_others()
    {
        using var cache = Cache();
        using var gone = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var first = AskAsync(cache, until: gate.Task);
        await Eventually.IsAsync(1, () => _computed);
        var left = AskAsync(cache, cancellationToken: gone.Token);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        gate.SetResult();

        Assert.Equal(("1 MISS", "1 HIT"), (await first, await AskAsync(cache)));
    }

    [Fact]
    public async Task Nothing_is_shared_while_the_place_is_unknown()
    {
        using var cache = Cache();
        _place = null;

        Assert.Equal(("1 MISS", "2 MISS"), (await AskAsync(cache), await AskAsync(cache)));
    }

    [Fact]
    public async Task What_is_kept_is_within_the_bytes_allowed()
    {
        using var cache = new AnswerCache(new() { CachedAnswerBytes = 10_000 }, new(LookAsync));

        for (uint i = 0; i < 100; i++)
            await AskAsync(cache, new(i, i), bytes: 1000);
        RequestKey large = new(1000, 1000);
        await AskAsync(cache, large, bytes: 10_000);

        var found = 0;
        for (uint i = 0; i < 100; i++)
            found += (await cache.FindAsync(new(i, i), default)).Answer is null ? 0 : 1;
        Assert.InRange(found, 1, 6);
        Assert.Null((await cache.FindAsync(large, default)).Answer);
    }

    private AnswerCache Cache() => new(new(), new(LookAsync));

    private Task<string?> LookAsync()
    {
        Interlocked.Increment(ref _looks);
        return Task.FromResult(_place);
    }

    /// <summary>Which computation the answer is of, and whether it was kept.</summary>
    private async Task<string> AskAsync(
        AnswerCache cache,
        RequestKey? key = null,
        Action? meanwhile = null,
        Task? until = null,
        int bytes = 10,
        CancellationToken cancellationToken = default
    )
    {
        key ??= Asked;
        var (found, place) = await cache.FindAsync(key, cancellationToken);
        if (found is not null)
            return $"{found.Cost["objects"]} HIT";
        var result = await cache.ShareAsync(
            key,
            place,
            () =>
            {
                var number = Interlocked.Increment(ref _computed);
                meanwhile?.Invoke();
                var cost = new Dictionary<string, object?> { ["objects"] = number };
                return GatedAsync(new KeptResult(new(new byte[bytes], cost, key), isHit: false), until);
            },
            cancellationToken
        );
        return $"{((Dictionary<string, object?>)result.Extensions!["cost"]!)["objects"]} {result.Extensions["cache"]}";
    }

    private static async Task<ExecutionResult> GatedAsync(ExecutionResult result, Task? until)
    {
        await (until ?? Task.CompletedTask);
        return result;
    }
}
