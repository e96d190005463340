using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Measures again the texts that were stored without a measure of plain language, or with an older version of it.
/// </summary>
public static class PlainLanguageUpdate
{
    private const int BatchSize = 500;

    /// <summary>
    /// Brings every stored measure up to the current version, in batches. If all are current, it takes two statements.
    /// </summary>
    /// <remarks>
    /// Measuring a text does not change it, so its record's `UpdatedAt` stays. So do the measures of a newer server.
    /// </remarks>
    public static async Task MeasureAnewAsync(this CwaDbContext db, CancellationToken cancellationToken)
    {
        await InBatchesAsync(
            db,
            after => EventsAsync(db, after, cancellationToken),
            MeasureEventAsync,
            cancellationToken
        );
        await InBatchesAsync(
            db,
            after => AnnualReportsAsync(db, after, cancellationToken),
            MeasureAnnualReportAsync,
            cancellationToken
        );

        Task MeasureEventAsync(Guid id, PlainLanguage measured) =>
            db
                .Events.Where(e => e.Id == id && e.PlainLanguage.Version < PlainLanguage.CurrentVersion)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.PlainLanguage, measured), cancellationToken);

        Task MeasureAnnualReportAsync(Guid id, PlainLanguage measured) =>
            db
                .AnnualReports.Where(r => r.Id == id && r.PlainLanguage.Version < PlainLanguage.CurrentVersion)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.PlainLanguage, measured), cancellationToken);
    }

    private static Task<List<Stored>> EventsAsync(CwaDbContext db, Guid after, CancellationToken cancellationToken) =>
        db
            .Events.Where(e => e.PlainLanguage.Version < PlainLanguage.CurrentVersion && e.Id > after)
            .OrderBy(e => e.Id)
            .Take(BatchSize)
            .Select(e => new Stored(e.Id, new List<string> { e.Description }))
            .ToListAsync(cancellationToken);

    private static Task<List<Stored>> AnnualReportsAsync(
        CwaDbContext db,
        Guid after,
        CancellationToken cancellationToken
    ) =>
        db
            .AnnualReports.Where(r => r.PlainLanguage.Version < PlainLanguage.CurrentVersion && r.Id > after)
            .OrderBy(r => r.Id)
            .Take(BatchSize)
            .Select(r => new Stored(r.Id, r.Statements.Select(s => s.Text).ToList()))
            .ToListAsync(cancellationToken);

    private static async Task InBatchesAsync(
        CwaDbContext db,
        Func<Guid, Task<List<Stored>>> next,
        Func<Guid, PlainLanguage, Task> measure,
        CancellationToken cancellationToken
    )
    {
        for (var batch = await next(Guid.Empty); batch is not []; batch = await next(batch[^1].Id))
        {
            await using var transaction = await db.BeginWriteAsync(cancellationToken);
            foreach (var (id, paragraphs) in batch)
                await measure(id, PlainLanguage.Measure(AnnualReport.TextOf(paragraphs)));
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private sealed record Stored(Guid Id, List<string> Paragraphs);
}
