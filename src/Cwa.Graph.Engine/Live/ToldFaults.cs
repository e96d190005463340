using System.Collections.Immutable;

namespace Cwa.Graph.Engine;

/// <summary>What was told of messages that always fail, so that everyone is told the same; the newest of it.</summary>
internal sealed class ToldFaults
{
    private const int MostKept = 256,
        MostKeptBytes = 1024 * 1024;

    private readonly Lock _lock = new();
    private volatile ImmutableSortedDictionary<long, PlacedMessage> _kept = ImmutableSortedDictionary<
        long,
        PlacedMessage
    >.Empty;
    private int _bytes;

    /// <summary>What was told of the message at a place; null when it was told as it is.</summary>
    public PlacedMessage? Find(long place) => _kept.TryGetValue(place, out var told) ? told : null;

    /// <summary>Keeps what is told, and gives what was told first.</summary>
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
