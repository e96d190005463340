using System.Diagnostics;

namespace Cwa.Graph.Engine;

/// <summary>
/// Looks at the place of the last change. Two looks give the same text only if nothing that answers depend on, the date
/// included, has changed between them. Null if that cannot be told.
/// </summary>
/// <remarks>There is never more than one look at a time.</remarks>
public delegate Task<string?> ReadPlace();

/// <summary>Shares looks at the place of the last change among the requests that need one.</summary>
/// <remarks>
/// A request may only use a look that begins after the request has arrived. So requests that arrive during a look share
/// the next one, and a hundred of them cost one more look.
/// </remarks>
internal sealed class Looks(ReadPlace read)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private bool _isLooking;
    private TaskCompletionSource<long?>? _next;
    private volatile string? _text;
    private long _last;
    private long? _failedAt;

    /// <summary>The place that the last look saw; null if there was none.</summary>
    public long? Last => Volatile.Read(ref _last) is var last and > 0 ? last : null;

    /// <summary>That place as it was read: after a look has ended, not older than what that look saw.</summary>
    public string? Text => _text;

    /// <summary>
    /// The place at a moment after this call. Places are numbered in the order in which they were seen. Null if it
    /// cannot be told.
    /// </summary>
    public Task<long?> NextAsync()
    {
        TaskCompletionSource<long?> asked;
        lock (_lock)
        {
            if (_isLooking)
                return (_next ??= Waiting()).Task;
            (_isLooking, asked) = (true, Waiting());
        }

        _ = LookAsync(asked);
        return asked.Task;
    }

    private async Task LookAsync(TaskCompletionSource<long?> asked)
    {
        var place = await PlaceAsync();
        lock (_lock)
        {
            if (_next is { } next)
                // Not here: this may still be the thread of the request that asked first.
                _ = Task.Run(() => LookAsync(next), CancellationToken.None);
            (_isLooking, _next) = (_next is not null, null);
        }

        asked.SetResult(place);
    }

    // A failure only means that answers are computed, so whoever computes them learns what is wrong.
    private async Task<long?> PlaceAsync()
    {
        if (_failedAt is { } failedAt && Stopwatch.GetElapsedTime(failedAt) < PauseAfterFailure)
            return null;
        try
        {
            if (await read() is not { } text)
                return null;
            if (text != _text)
            {
                _text = text;
                Volatile.Write(ref _last, _last + 1);
            }

            _failedAt = null;
            return _last;
        }
        catch (Exception)
        {
            _failedAt = Stopwatch.GetTimestamp();
            return null;
        }
    }

    private static TaskCompletionSource<long?> Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
