using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Benchmarks;

/// <summary>
/// Stores the same reports as a careful author would without HTTP and GraphQL: the same rows in one transaction,
/// unchecked.
/// </summary>
internal sealed class SubmissionsByHand(IDbContextFactory<CwaDbContext> contexts, Agency agency)
{
    private ReportMonth _month = new(2000, 1);

    /// <summary>Stores the report of the next month.</summary>
    public async Task NextAsync()
    {
        _month = _month.Next;
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        var chain = await ReportChain.LoadAsync(db, agency.Id, _month, default);
        var report = await chain.SubmitAsync(
            [.. Submissions.Planned(_month).Select(planned => new MatchedEvent(planned, Told: null, Stored: null))],
            DateTime.UtcNow,
            agency.Abbreviation,
            reason: null,
            default
        );
        db.Add(
            await AuditTrail.EntryAsync(
                db.Entry(report),
                "submitMonthlyReport",
                agency.Abbreviation,
                agency.Id,
                default
            )
        );
        await db.SaveChangesAsync();
        await FeedCounter.AppendAsync(
            db,
            [(FeedKind.MonthlyReportSubmitted, agency.Id, report.Id)],
            DateTime.UtcNow,
            default
        );
        await transaction.CommitAsync(default);
    }
}
