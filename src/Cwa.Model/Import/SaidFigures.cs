namespace Cwa.Model;

/// <summary>
/// The figures of a file by what they are about: each stands in it once, and opens as the ones before closed.
/// </summary>
internal sealed class SaidFigures(ImportSession session)
{
    private readonly Dictionary<ComplaintMetricKey, Said> _said = [];

    /// <summary>Takes figures; the line that has figures of the same key already, or null.</summary>
    public long? Add(ComplaintMetricKey key, long line, ComplaintFigures figures) =>
        _said.TryAdd(key, new((int)line, figures.PendingStart, figures.PendingEnd)) ? null : _said[key].Line;

    /// <summary>Warns of openings, last, since a file's periods may be in any order.</summary>
    /// <param name="mayBeStored">Whether figures of such a key can be stored.</param>
    /// <param name="cancellationToken">Stops the reading of stored figures.</param>
    public async Task WarnOfOpeningsAsync(
        Func<ComplaintMetricKey, bool> mayBeStored,
        CancellationToken cancellationToken
    )
    {
        foreach (var batch in _said.Where(said => said.Value.Opening is not null).Chunk(ImportSession.BatchSize))
        {
            var wanted = batch
                .SelectMany(said => said.Key.Before)
                .Where(key => mayBeStored(key) && !_said.ContainsKey(key))
                .ToList();
            var stored = wanted is [] ? [] : await CurrentMetrics.FindAsync(session.Db, wanted, cancellationToken);
            foreach (var (key, said) in batch)
            {
                if (
                    Before(key, stored) is var (before, closing)
                    && FigureWarnings.OfOpening(key.Period, said.Opening, before, closing) is { } opening
                )
                    session.Errors.Warn(new(said.Line, "pending_start", opening));
            }
        }
    }

    // The first that there is, said or stored.
    private (FiguresPeriod Period, long? Closing)? Before(
        ComplaintMetricKey key,
        Dictionary<ComplaintMetricKey, ComplaintMetric> stored
    )
    {
        foreach (var before in key.Before)
        {
            if (_said.TryGetValue(before, out var said))
                return (before.Period, said.Closing);
            if (stored.TryGetValue(before, out var metric))
                return (before.Period, metric.PendingEnd);
        }

        return null;
    }

    /// <summary>A period's opening and closing numbers, and the line that gives them.</summary>
    private readonly record struct Said(int Line, long? Opening, long? Closing);
}
