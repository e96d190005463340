using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Does a verb once for each idempotency key of its caller, and answers every repetition alike.</summary>
internal static class Once
{
    /// <summary>Does the verb, or reads again what it made or changed when it was first sent with its key.</summary>
    /// <param name="now">The instant by the system's clock.</param>
    public static async Task<IReadOnlyList<T>> DoAsync<T>(
        VerbOf<T> verb,
        Work work,
        DateTime now,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (verb.IdempotencyKey is not { } given)
            return await verb.DoAllAsync(work, cancellationToken);

        var key = PlainText.Of(given);
        var content = verb.ContentHash();
        if (await EarlierAsync(work, key, now, cancellationToken) is { } earlier)
        {
            if (earlier.ContentHash == content)
                return await ReadAgainAsync<T>(work, earlier.ResultIds, cancellationToken);

            work.Refuse(new IdempotencyKeyReused(), nameof(Verb.IdempotencyKey));
            return [];
        }

        var records = await verb.DoAllAsync(work, cancellationToken);
        if (work.IsGood)
            work.Db.Add(
                new IdempotencyRecord(work.Caller.Subject, work.Verb, key, content, records.Select(r => IdOf(work, r)))
            );
        return records;
    }

    private static async Task<IdempotencyRecord?> EarlierAsync(
        Work work,
        string key,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        // Of two requests that arrive at once, one waits here until the other's answer can be read.
        var (db, caller) = (work.Db, work.Caller.Subject);
        await db.LockNameAsync($"{caller}\n{work.Verb}\n{key}", cancellationToken);
        var earlier = await db.IdempotencyRecords.SingleOrDefaultAsync(
            r => r.Caller == caller && r.Mutation == work.Verb && r.Key == key,
            cancellationToken
        );
        if (earlier is null || !earlier.HasExpired(now))
            return earlier;

        // The hourly clean-up has not run yet.
        db.Remove(earlier);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private static async Task<IReadOnlyList<T>> ReadAgainAsync<T>(
        Work work,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var found = await work
            .Caller.Sees(work.Db.Set<T>().AsNoTracking())
            .Where(record => ids.Contains(EF.Property<Guid>(record, "Id")))
            .ToListAsync(cancellationToken);
        if (found.Count < ids.Count)
            work.Warn(
                "This was done before, with the same key. What it wrote is no longer there, or no longer yours to see.",
                nameof(Verb.IdempotencyKey)
            );
        return [.. found.OrderBy(record => ids.ToList().IndexOf(IdOf(work, record)))];
    }

    private static Guid IdOf<T>(Work work, T record)
        where T : class => work.Db.Entry(record).Property<Guid>("Id").CurrentValue;
}
