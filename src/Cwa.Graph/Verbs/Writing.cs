using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Runs mutations: one transaction for the records, the audit trail, the feed and the caller's idempotency key, or no
/// trace at all when something is refused or only checked.
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

    /// <summary>Runs a mutation of one record.</summary>
    /// <param name="input">What the caller asks.</param>
    /// <param name="answer">The payload with the record, or with none.</param>
    /// <param name="verb"> Checks the input and does what it asks; whatever it returns is forgotten when it has
    /// refused. It never saves, and it may be run again: who loses a race to an index finds what the winner wrote, and
    /// refuses by name.
    /// </param>
    public Task<TPayload> RunAsync<T, TPayload>(
        Verb input,
        Func<T?, TPayload> answer,
        Func<Work, Task<T?>> verb,
        CancellationToken cancellationToken
    )
        where T : class
        where TPayload : Payload =>
        RunAllAsync<T, TPayload>(
            input,
            things => answer(things is [var thing, ..] ? thing : null),
            async work => await verb(work) is { } thing ? [thing] : [],
            cancellationToken
        );

    /// <summary>Runs a mutation of several records, all or none.</summary>
    public async Task<TPayload> RunAllAsync<T, TPayload>(
        Verb input,
        Func<IReadOnlyList<T>, TPayload> answer,
        Func<Work, Task<IReadOnlyList<T>>> verb,
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
                return await TryAsync(input, answer, verb, time.Token);
            }
            catch (Exception exception) when (attempt < MostAttempts && WriteConflict.Is(exception))
            {
                // The other writer has committed by now.
            }
            catch (Exception exception) when (CanRepeat(exception, input))
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

    // What failed before its commit has left nothing behind. Of a commit that nobody answered, the key tells whether it
    // was done.
    private static bool CanRepeat(Exception exception, Verb input) =>
        DatabaseFault.IsAway(exception)
        && (exception is not CommitUnansweredException || input.IdempotencyKey is not null);

    private async Task<TPayload> TryAsync<T, TPayload>(
        Verb input,
        Func<IReadOnlyList<T>, TPayload> answer,
        Func<Work, Task<IReadOnlyList<T>>> verb,
        CancellationToken cancellationToken
    )
        where T : class
        where TPayload : Payload
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        // On SQLite all other writes wait for this one.
        using var ahead = db.Database.IsSqlite() ? reads.Write() : (IDisposable?)null;
        var work = new Work(db, caller, clock, Verb.NameOf(input.GetType()));
        TextLengths.Check(input, work.Check);
        var things = await DoOnceAsync(input, work, verb, cancellationToken);
        FarDays.Warn(input, work.Today, work.Check);
        var isDone = work.Check.IsGood && !input.ValidateOnly;
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

    private async Task<IReadOnlyList<T>> DoOnceAsync<T>(
        Verb input,
        Work work,
        Func<Work, Task<IReadOnlyList<T>>> verb,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (!work.Check.IsGood || input.IdempotencyKey is not { } given)
            return await verb(work);

        var key = PlainText.Of(given);
        var content = input.ContentHash();
        if (await EarlierAsync(work.Db, Verb.NameOf(input.GetType()), key, cancellationToken) is { } earlier)
        {
            if (earlier.ContentHash == content)
                return await ReadAgainAsync<T>(work, earlier.ResultIds, cancellationToken);

            work.Check.Refuse(new IdempotencyKeyReused(), "idempotencyKey");
            return [];
        }

        var things = await verb(work);
        if (work.Check.IsGood)
            work.Db.Add(
                new IdempotencyRecord(
                    caller.Subject,
                    Verb.NameOf(input.GetType()),
                    key,
                    content,
                    things.Select(thing => IdOf(work.Db, thing))
                )
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
        // Of two that arrive at once, one waits here until the other's answer can be read.
        await db.LockNameAsync($"{caller.Subject}\n{mutation}\n{key}", cancellationToken);
        var earlier = await db.IdempotencyRecords.SingleOrDefaultAsync(
            r => r.Caller == caller.Subject && r.Mutation == mutation && r.Key == key,
            cancellationToken
        );
        if (earlier is null || !earlier.IsForgotten(system.GetUtcNow().UtcDateTime))
            return earlier;

        // The hourly clearing has not come by yet.
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
            work.Check.Warn(
                "This was done before, with the same key. What it wrote is no longer there, or no longer yours to see.",
                "idempotencyKey"
            );
        return [.. found.OrderBy(thing => ids.ToList().IndexOf(IdOf(db, thing)))];
    }

    private static Guid IdOf<T>(CwaDbContext db, T thing)
        where T : class => db.Entry(thing).Property<Guid>("Id").CurrentValue;
}
