using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Finds the current revisions of many metrics by key, with one index seek each.</summary>
/// <remarks>
/// LINQ cannot test whether a key of several columns is in a list, so each database gets the list in its own way.
/// </remarks>
public static class CurrentMetrics
{
    // SQLite keeps the order of a CROSS JOIN: it seeks each key, and never scans the metrics first.
    private const string Sqlite = """
        SELECT m.* FROM json_each({0}) AS k CROSS JOIN complaint_metrics AS m
        WHERE m.agency_id = k.value ->> 0 AND m.last_month = k.value ->> 1
            AND m.category_key = k.value ->> 2 AND m.channel_key = k.value ->> 3 AND m.covers = k.value ->> 4
            AND m.is_current
        """;

    private const string PostgreSql = """
        SELECT m.* FROM unnest({0}, {1}, {2}, {3}, {4}) AS k (agency_id, last_month, category_key, channel_key, covers)
        JOIN complaint_metrics AS m USING (agency_id, last_month, category_key, channel_key, covers)
        WHERE m.is_current
        """;

    /// <summary>The current revisions of those keys that have one, untracked.</summary>
    public static Task<Dictionary<ComplaintMetricKey, ComplaintMetric>> FindAsync(
        CwaDbContext db,
        IReadOnlyList<ComplaintMetricKey> keys,
        CancellationToken cancellationToken
    )
    {
        var found = db.Database.IsNpgsql()
            ? db.ComplaintMetrics.FromSqlRaw(
                PostgreSql,
                keys.Select(key => key.AgencyId).ToArray(),
                keys.Select(key => key.Period.LastMonth.Number).ToArray(),
                keys.Select(key => key.CategoryKey).ToArray(),
                keys.Select(key => key.ChannelKey).ToArray(),
                keys.Select(key => (int)key.Period.Covers).ToArray()
            )
            : db.ComplaintMetrics.FromSqlRaw(
                Sqlite,
                JsonSerializer.Serialize(
                    keys.Select(key =>
                        new object[]
                        {
                            Text(key.AgencyId),
                            key.Period.LastMonth.Number,
                            Text(key.CategoryKey),
                            key.ChannelKey,
                            (int)key.Period.Covers,
                        }
                    )
                )
            );
        return found.AsNoTracking().ToDictionaryAsync(metric => new ComplaintMetricKey(metric), cancellationToken);
    }

    // SQLite stores ids in capitals.
    private static string Text(Guid id) => id.ToString().ToUpperInvariant();
}
