namespace Cwa.Model;

/// <summary>Which versions of records count: now, or on an earlier day.</summary>
public static class CountingRecords
{
    /// <summary>Those that count now: neither withdrawn nor an earlier version.</summary>
    public static IQueryable<T> Counting<T>(this IQueryable<T> records)
        where T : CorrectableRecord => records.Where(r => r.RetractedAt == null);

    /// <summary>Those that counted at an instant: what was corrected or withdrawn later, as it was before.</summary>
    /// <param name="records">All versions.</param>
    /// <param name="end">The instant, by the domain's clock. What was said at it or later is not known yet.</param>
    public static IQueryable<T> KnownAt<T>(this IQueryable<T> records, DateTime end)
        where T : CorrectableRecord =>
        records.Where(r =>
            (r.RetractedAt == null || r.RetractedAt >= end) && (r.CorrectedAt == null || r.CorrectedAt < end)
        );
}
