namespace Cwa.Model;

/// <summary>Writes records in the order given, a few hundred at a time, and keeps none of them in memory.</summary>
internal sealed class SampleWriter(CwaDbContext db)
{
    private const int AtATime = 300;

    public int MonthlyReports { get; private set; }

    public int Events { get; private set; }

    public int Records { get; private set; }

    public async Task WriteAsync(IEnumerable<object> records, CancellationToken cancellationToken)
    {
        foreach (var batch in records.Chunk(AtATime))
        {
            db.AddRange(batch);
            Records += await db.SaveChangesAsync(cancellationToken);
            MonthlyReports += batch.Count(record => record is MonthlyReport);
            Events += batch.Count(record => record is Event);
            db.ChangeTracker.Clear();
        }
    }
}
