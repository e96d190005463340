using System.Collections.Immutable;

namespace Cwa.Graph.Engine;

/// <summary>
/// The newest messages that always fail, as they were sent, so that every subscriber gets the same errors and trace id.
/// </summary>
internal sealed class FailedMessages
{
    private const int MostKept = 256,
        MostKeptBytes = 1024 * 1024;

    private readonly Lock _lock = new();
    private volatile ImmutableSortedDictionary<long, PlacedMessage> _kept = ImmutableSortedDictionary<
        long,
        PlacedMessage
    >.Empty;
    private int _bytes;

    /// <summary>What was sent for the message at a place; null if it has not been given up.</summary>
    public PlacedMessage? Find(long place) => _kept.TryGetValue(place, out var told) ? told : null;

    /// <summary>Keeps what is to be sent for a message, and returns what was kept first for its place.</summary>
    public PlacedMessage Keep(PlacedMessage told)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(told.Place, out var first))
                return first;

            _kept = _kept.Add(told.Place, told);
            _bytes += told.Message.Result.Length;
            while (_kept.Count > 1 && (_kept.Count > MostKept || _bytes > MostKeptBytes))
            {
                var (oldest, gone) = _kept.First();
                _kept = _kept.Remove(oldest);
                _bytes -= gone.Message.Result.Length;
            }

            return told;
        }
    }
}
