using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Runs mutations: one transaction for the records, the audit trail, the feed and the caller's idempotency key. If
/// anything is refused, or only checked, nothing is stored.
/// </summary>
[Service]
public sealed class Writing(
    IDbContextFactory<CwaDbContext> contexts,
    Caller caller,
    DomainClock clock,
    TimeProvider system,
    ReadGate reads,
    FeedTail feed,
    Outages outages,
    Limits limits
)
{
    private const int MostAttempts = 3;

    /// <summary>Does what a verb says: all of it or nothing.</summary>
    /// <param name="verb">The caller's input.</param>
    /// <param name="answer">Makes the payload with the records, or with none.</param>
    /// <param name="cancellationToken">Ends the attempt; what was not committed leaves no trace.</param>
    public async Task<TPayload> RunAsync<T, TPayload>(
        VerbOf<T> verb,
        Func<IReadOnlyList<T>, TPayload> answer,
        CancellationToken cancellationToken
    )
        where T : class
        where TPayload : Payload
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limits.WriteTime);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(verb, answer, time.Token);
            }
            catch (Exception exception) when (attempt < MostAttempts && WriteConflict.Is(exception))
            {
                // The other writer has committed by now.
            }
            catch (Exception exception) when (CanRepeat(exception, verb))
            {
                outages.Note(exception);
                if (!await outages.IsWorthAnotherTryAsync(attempt, cancellationToken))
                    throw;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw RequestError.WriterBusy();
            }
        }
    }

    // A failure before the commit leaves nothing behind. After a commit without an answer, the key tells whether it was
    // done.
    private static bool CanRepeat(Exception exception, Verb verb) =>
        DatabaseFault.IsAway(exception)
        && (exception is not CommitUnansweredException || verb.IdempotencyKey is not null);

    private async Task<TPayload> TryAsync<T, TPayload>(
        VerbOf<T> verb,
        Func<IReadOnlyList<T>, TPayload> answer,
        CancellationToken cancellationToken
    )
        where T : class
        where TPayload : Payload
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        // On SQLite all other writes wait for this one.
        using var ahead = db.Database.IsSqlite() ? reads.Write() : (IDisposable?)null;
        var work = new Work(db, caller, clock, Verb.NameOf(verb.GetType()));
        TextLengths.Check(verb, work.Check);
        var things = await DoOnceAsync(verb, work, cancellationToken);
        FarDays.Warn(verb, work.Today, work.Check);
        var isDone = work.IsGood && !verb.ValidateOnly;
        if (isDone && db.ChangeTracker.HasChanges())
        {
            var newest = await work.SaveAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            feed.MoveTo(newest);
        }

        var payload = answer(isDone ? things : []);
        payload.Errors = work.Findings.Refusals;
        payload.Warnings = work.Findings.Warnings;
        return payload;
    }

    private async Task<IReadOnlyList<T>> DoOnceAsync<T>(VerbOf<T> verb, Work work, CancellationToken cancellationToken)
        where T : class
    {
        if (!work.IsGood || verb.IdempotencyKey is not { } given)
            return await verb.DoAllAsync(work, cancellationToken);

        var (name, key) = (Verb.NameOf(verb.GetType()), PlainText.Of(given));
        var content = verb.ContentHash();
        if (await EarlierAsync(work.Db, name, key, cancellationToken) is { } earlier)
        {
            if (earlier.ContentHash == content)
                return await ReadAgainAsync<T>(work, earlier.ResultIds, cancellationToken);

            work.Refuse(new IdempotencyKeyReused(), "idempotencyKey");
            return [];
        }

        var things = await verb.DoAllAsync(work, cancellationToken);
        if (work.IsGood)
            work.Db.Add(
                new IdempotencyRecord(caller.Subject, name, key, content, things.Select(thing => IdOf(work.Db, thing)))
            );
        return things;
    }

    private async Task<IdempotencyRecord?> EarlierAsync(
        CwaDbContext db,
        string mutation,
        string key,
        CancellationToken cancellationToken
    )
    {
        // Of two requests that arrive at once, one waits here until the other's answer can be read.
        await db.LockNameAsync($"{caller.Subject}\n{mutation}\n{key}", cancellationToken);
        var earlier = await db.IdempotencyRecords.SingleOrDefaultAsync(
            r => r.Caller == caller.Subject && r.Mutation == mutation && r.Key == key,
            cancellationToken
        );
        if (earlier is null || !earlier.IsForgotten(system.GetUtcNow().UtcDateTime))
            return earlier;

        // The hourly clearing has not run yet.
        db.Remove(earlier);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<IReadOnlyList<T>> ReadAgainAsync<T>(
        Work work,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var db = work.Db;
        var found = await caller
            .Sees(db.Set<T>().AsNoTracking())
            .Where(thing => ids.Contains(EF.Property<Guid>(thing, "Id")))
            .ToListAsync(cancellationToken);
        if (found.Count < ids.Count)
            work.Warn(
                "This was done before, with the same key. What it wrote is no longer there, or no longer yours to see.",
                "idempotencyKey"
            );
        return [.. found.OrderBy(thing => ids.ToList().IndexOf(IdOf(db, thing)))];
    }

    private static Guid IdOf<T>(CwaDbContext db, T thing)
        where T : class => db.Entry(thing).Property<Guid>("Id").CurrentValue;
}
