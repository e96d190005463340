using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Runs verbs: one transaction for the records, the audit trail, the feed and the caller's idempotency key. What was not
/// committed is tried again where that is safe.
/// </summary>
[Service]
public sealed class VerbRunner(
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
                {
                    outages.NoteRefusedWrite(exception);
                    throw;
                }
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
        var (records, newest) = await verb.RunAsync(work, system, cancellationToken);
        if (newest is { } sequence)
        {
            await transaction.CommitAsync(cancellationToken);
            feed.MoveTo(sequence);
            outages.NoteWrite();
        }

        var payload = answer(records);
        payload.Errors = work.Findings.Refusals;
        payload.Warnings = work.Findings.Warnings;
        payload.Changes = work.Changes;
        return payload;
    }
}
