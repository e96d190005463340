using System.Collections.Concurrent;
using System.Diagnostics;
using GraphQL;
using Microsoft.Extensions.Caching.Memory;

namespace Cwa.Graph.Engine;

/// <summary>
/// Answers that are kept in memory and are never stale: whoever gets one looks, after the request has arrived, whether
/// anything has changed since before the answer was computed.
/// </summary>
/// <remarks>
/// An answer is kept with the place of the last change from before it was computed. If a later look sees the same
/// place, nothing has changed between the two, and so the answer is what would be computed now. That look is also the
/// one after the computation, so a request whose answer nobody asks for again costs no look. .github/decisions/0010
/// says more.
/// </remarks>
internal sealed class AnswerCache(Limits limits, Looks looks) : IDisposable
{
    // The entry, its key and the cache's own record of both.
    private const int BytesBesideData = 512;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = limits.CachedAnswerBytes });
    private readonly ConcurrentDictionary<RequestKey, Computation> _underWay = new();
    private long _newest;

    /// <summary>Whether any answer may be kept.</summary>
    public bool IsOn => limits.CachedAnswerBytes > 0;

    /// <summary>
    /// The answer to a request if it is kept or being computed; otherwise the place at which it is to be computed, if a
    /// look was needed to know that.
    /// </summary>
    public async Task<(KeptAnswer? Answer, long? Place)> FindAsync(RequestKey key, CancellationToken cancellationToken)
    {
        if (At(key) is not { } there)
            return default;
        var before = Stopwatch.GetTimestamp();
        var place = await PlaceAsync(cancellationToken);
        if (!(there.Place >= place))
            return (null, place);
        there.WasCurrentAt = before;
        return (await there.Answer.WaitAsync(cancellationToken), place);
    }

    /// <summary>
    /// The last answer to a request, and how long ago it was last known to be current; null if that is longer than
    /// asked for, or than the settings allow. It is for who cannot be told what is stored now.
    /// </summary>
    public (KeptAnswer Answer, TimeSpan Age)? FindStale(RequestKey key, TimeSpan asked) =>
        _kept.TryGetValue(key, out Computation? there)
        && there!.Answer is { IsCompletedSuccessfully: true, Result: { } answer }
        && Stopwatch.GetElapsedTime(there.WasCurrentAt) is var age
        && age <= asked
        && age <= limits.StaleIfError
            ? (answer, age)
            : null;

    /// <summary>
    /// Computes an answer, or waits for somebody who is computing it already. If that fails, its waiters compute their
    /// own.
    /// </summary>
    /// <param name="place">The place at which <see cref="FindAsync"/> did not find it.</param>
    /// <param name="compute">Computes the answer; a <see cref="KeptResult"/> if it may be kept.</param>
    public async Task<ExecutionResult> ShareAsync(
        RequestKey key,
        long? place,
        Func<Task<ExecutionResult>> compute,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            if (At(key) is { } there)
            {
                place ??= await PlaceAsync(cancellationToken);
                if (place is null)
                    return await compute();
                if (there.Place >= place)
                {
                    if (await there.Answer.WaitAsync(cancellationToken) is { } answer)
                        return new KeptResult(answer, isHit: true);
                    if (!there.IsAbandoned)
                        return await compute();
                    continue;
                }
            }

            // The place that was seen last will do for a new answer: if it is too old, nobody will use the answer.
            if ((place ?? looks.Last ?? await PlaceAsync(cancellationToken)) is not { } before)
                return await compute();
            var mine = new Computation(before);
            if (IsFirst(key, mine))
                return await LeadAsync(key, mine, compute, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private Computation? At(RequestKey key) =>
        _underWay.GetValueOrDefault(key) ?? (_kept.TryGetValue(key, out Computation? kept) ? kept : null);

    // After a change none of the answers will be used again, unless the database goes away.
    private async Task<long?> PlaceAsync(CancellationToken cancellationToken)
    {
        var place = await looks.NextAsync().WaitAsync(cancellationToken);
        if (place is { } seen && seen > Interlocked.Exchange(ref _newest, seen) && limits.StaleIfError == TimeSpan.Zero)
            _kept.Clear();
        return place;
    }

    private bool IsFirst(RequestKey key, Computation mine)
    {
        var there = _underWay.GetOrAdd(key, mine);
        return there == mine || (there.Place < mine.Place && _underWay.TryUpdate(key, mine, there));
    }

    private async Task<ExecutionResult> LeadAsync(
        RequestKey key,
        Computation mine,
        Func<Task<ExecutionResult>> compute,
        CancellationToken cancellationToken
    )
    {
        KeptAnswer? answer = null;
        try
        {
            var result = await compute();
            answer = (result as KeptResult)?.Answer;
            return result;
        }
        finally
        {
            if (answer is not null && At(key) is var newest && (newest == mine || newest?.Place < mine.Place))
                Keep(key, mine, answer);
            _underWay.TryRemove(new(key, mine));
            mine.End(answer, isAbandoned: answer is null && cancellationToken.IsCancellationRequested);
        }
    }

    private void Keep(RequestKey key, Computation mine, KeptAnswer answer) =>
        _kept.Set(
            key,
            mine,
            new MemoryCacheEntryOptions
            {
                Size = answer.Data.Length + BytesBesideData,
                SlidingExpiration = limits.StaleIfError > TimeSpan.Zero ? limits.StaleIfError : null,
            }
        );

    /// <summary>An answer that was or is being computed.</summary>
    /// <param name="place">The place of the last change, seen before the computation began.</param>
    private sealed class Computation(long place)
    {
        private readonly TaskCompletionSource<KeptAnswer?> _answer = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public long Place => place;

        /// <summary>When the answer is last known to have been current, on the clock of Stopwatch.</summary>
        public long WasCurrentAt { get; set; } = Stopwatch.GetTimestamp();

        /// <summary>The answer; null if there is none that may be kept.</summary>
        public Task<KeptAnswer?> Answer => _answer.Task;

        /// <summary>Whether nobody waited for it any more, so that it says nothing about the next attempt.</summary>
        public bool IsAbandoned { get; private set; }

        public void End(KeptAnswer? answer, bool isAbandoned)
        {
            IsAbandoned = isAbandoned;
            _answer.SetResult(answer);
        }
    }
}
