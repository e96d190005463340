using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// The one row that numbers the feed. Its lock puts the numbers in commit order, which a database sequence would not.
/// </summary>
public sealed class FeedCounter
{
    private FeedCounter() { } // EF Core

    /// <summary>Always 1: there is one counter.</summary>
    public int Id { get; private init; }

    /// <summary>The number of the newest entry; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    /// <summary>
    /// Takes the next numbers in the open transaction. Only the entries themselves are written after it.
    /// </summary>
    /// <returns>The first of the numbers taken.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open, so the number could be lost.</exception>
    public static async Task<long> TakeAsync(CwaDbContext db, int count, CancellationToken cancellationToken)
    {
        MustBeInTransaction(db, count);

        // On PostgreSQL the commit also wakes the listeners in other processes.
        var last = await (
            db.Database.IsNpgsql()
                ? db.Database.SqlQuery<long>(
                    $"""
                    UPDATE feed_counters SET last_sequence = last_sequence + {count}
                    RETURNING last_sequence AS "Value", pg_notify('cwa_feed', '')
                    """
                )
                : db.Database.SqlQuery<long>(
                    $"""
                    UPDATE feed_counters SET last_sequence = last_sequence + {count}
                    RETURNING last_sequence AS "Value"
                    """
                )
        ).ToListAsync(cancellationToken);
        return last[0] - count + 1;
    }

    /// <summary>
    /// Writes the entries at the next places, by one command: the places are taken when nothing but the commit is left
    /// to do, so that other writers hardly wait for them.
    /// </summary>
    /// <returns>The place of the last entry.</returns>
    public static async Task<long> AppendAsync(
        CwaDbContext db,
        IReadOnlyCollection<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> entries,
        DateTime recordedAt,
        CancellationToken cancellationToken
    )
    {
        var count = entries.Count;
        MustBeInTransaction(db, count);
        var last = await (
            db.Database.IsNpgsql()
                ? db.Database.SqlQuery<long>(
                    $"""
                    WITH counter AS (
                        UPDATE feed_counters SET last_sequence = last_sequence + {count}
                        RETURNING last_sequence - {count} AS before
                    ), entry AS (
                        INSERT INTO feed_entries (id, sequence, kind, agency_id, subject_id, recorded_at)
                        SELECT e.id, before + place, kind, agency_id, subject_id, {recordedAt}
                        FROM counter, unnest({entries.Select(_ => Guid.CreateVersion7()).ToArray()},
                            {entries.Select(e => (int)e.Kind).ToArray()}, {entries.Select(e => e.AgencyId).ToArray()},
                            {entries.Select(e => e.SubjectId).ToArray()})
                            WITH ORDINALITY AS e (id, kind, agency_id, subject_id, place)
                    )
                    SELECT before + {count} AS "Value", pg_notify('cwa_feed', '') FROM counter
                    """
                )
                : db.Database.SqlQuery<long>(
                    $"""
                    UPDATE feed_counters SET last_sequence = last_sequence + {count};
                    INSERT INTO feed_entries (id, sequence, kind, agency_id, subject_id, recorded_at)
                    SELECT e.value ->> 0, last_sequence - {count} + 1 + e.key, e.value ->> 1, e.value ->> 2, e.value ->> 3,
                        {recordedAt}
                    FROM json_each({Json(entries)}) AS e, feed_counters
                    RETURNING sequence AS "Value"
                    """
                )
        ).ToListAsync(cancellationToken);
        return last.Max();
    }

    private static void MustBeInTransaction(CwaDbContext db, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException(
                "Feed numbers must be taken in the transaction that writes the entries."
            );
    }

    // As SQLite stores an id.
    private static string Json(IEnumerable<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> entries) =>
        JsonSerializer.Serialize(
            entries.Select(e =>
                new object?[] { Text(Guid.CreateVersion7()), e.Kind, Text(e.AgencyId), Text(e.SubjectId) }
            )
        );

    private static string? Text(Guid? id) => id?.ToString().ToUpperInvariant();
}
