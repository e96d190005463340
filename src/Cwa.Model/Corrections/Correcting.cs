using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cwa.Model;

/// <summary>How verbs correct and withdraw records. Each verb says who may do it, and what a record can say.</summary>
internal static class Correcting
{
    // What a correction sets by itself.
    private static readonly string[] Own = [nameof(CorrectableRecord.CorrectedAt), nameof(CorrectableRecord.UpdatedAt)];

    /// <summary>
    /// Makes the record say what <paramref name="said"/> says, under the same id, and keeps what it said until now as
    /// an earlier version. Refused if both say the same.
    /// </summary>
    /// <returns>The record; null when it was refused.</returns>
    public static T? Correct<T>(this Work work, T record, T said, string reason)
        where T : CorrectableRecord
    {
        var entry = work.Db.Entry(record);
        var earlier = (T)entry.CurrentValues.ToObject();
        entry.CurrentValues.SetValues(said);
        if (!entry.Properties.Any(p => p.IsModified && !Own.Contains(p.Metadata.Name)))
        {
            work.Refuse(new NothingCorrected());
            return null;
        }

        record.CorrectedAt = work.Now;
        earlier.BecomeEarlier(IdOf(entry), reason, work.Now);
        work.Db.Entry(earlier).Property("Id").CurrentValue = Guid.CreateVersion7();
        work.Db.Add(earlier);
        return record;
    }

    /// <summary>Withdraws a record on which no others rest.</summary>
    /// <returns>The record; null when it was refused.</returns>
    public static async Task<T?> WithdrawAsync<T>(
        this Work work,
        Id<T> id,
        string reason,
        FeedKind kind,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(id))] string field = ""
    )
        where T : CorrectableRecord, IAgencyRecord
    {
        if (await work.OwnAsync(id, cancellationToken, at: null, field) is not { } record || !work.IsGood)
            return null;

        record.Withdraw(reason, work.Now);
        work.Announce(kind, record);
        return record;
    }

    /// <summary>Refuses to withdraw a record on which others rest.</summary>
    /// <param name="work">The run of the verb.</param>
    /// <param name="count">How many others there are.</param>
    /// <param name="of">What they are, in the plural.</param>
    /// <param name="field">The field that names the record.</param>
    public static void RefuseInUse(this Work work, int count, string of, string field)
    {
        if (count > 0)
            work.Refuse(new RecordInUse(count, of), field);
    }

    private static Guid IdOf(EntityEntry entry) => (Guid)entry.Property("Id").CurrentValue!;
}
