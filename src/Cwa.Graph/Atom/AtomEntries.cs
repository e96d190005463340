using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>An entry of the Atom feed.</summary>
/// <param name="Kind">The type of the record.</param>
/// <param name="Id">The record.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When it was last changed.</param>
/// <param name="Fields">The fields to query to read on.</param>
internal sealed record AtomEntry(
    string Kind,
    Guid Id,
    string Agency,
    string Title,
    string Text,
    DateTime At,
    string Fields
);

/// <summary>
/// The entries that the caller may read: published annual reports and, for signed-in callers, submitted monthly
/// reports.
/// </summary>
internal sealed class AtomEntries(Snapshots snapshots, Caller caller)
{
    private const string ResultFields = "title summary year publishedOn agency { name } statements { text result met }",
        ReportFields = "month revision status nil eventCount submittedAt agency { name }";

    private const int Most = 100;

    /// <summary>The newest entries, newest first.</summary>
    public Task<IReadOnlyList<AtomEntry>> NewestAsync(CancellationToken cancellationToken) =>
        snapshots.ReadAsync<IReadOnlyList<AtomEntry>>(
            async (db, _) =>
                [
                    .. (await ResultsAsync(db, cancellationToken))
                        .Concat(await ReportsAsync(db, cancellationToken))
                        .OrderByDescending(e => e.At)
                        .ThenBy(e => e.Id)
                        .Take(Most),
                ],
            cancellationToken
        );

    private async Task<IEnumerable<AtomEntry>> ResultsAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        var newest = await caller
            .Sees(db.AnnualReports)
            .Where(r => r.Status == AnnualReportStatus.Published)
            .OrderByDescending(r => r.UpdatedAt)
            .ThenBy(r => r.Id)
            .Take(Most)
            .Select(r => new
            {
                Report = r,
                Agency = r.Agency.Name,
                Statements = r.Statements.OrderBy(s => s.Ordinal).Select(s => s.Text).ToList(),
            })
            .ToListAsync(cancellationToken);
        return newest.Select(r => new AtomEntry(
            nameof(AnnualReport),
            r.Report.Id,
            r.Agency,
            r.Report.Title,
            string.Join("\n\n", r.Statements.Prepend($"Published on {r.Report.PublishedOn:O}.")),
            r.Report.UpdatedAt,
            ResultFields
        ));
    }

    private async Task<IEnumerable<AtomEntry>> ReportsAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        // For the public, this condition matches nothing.
        var newest = await caller
            .Sees(db.MonthlyReports)
            .Where(r => r.Status != MonthlyReportStatus.Draft)
            .OrderByDescending(r => r.UpdatedAt)
            .ThenBy(r => r.Id)
            .Take(Most)
            .Select(r => new { Report = r, Agency = r.Agency.Name })
            .ToListAsync(cancellationToken);
        return newest.Select(r => new AtomEntry(
            nameof(MonthlyReport),
            r.Report.Id,
            r.Agency,
            $"{r.Agency}: conversations of {r.Report.Month}, revision {r.Report.Revision}, "
                + $"{r.Report.Status.ToString().ToLowerInvariant()}",
            $"{(r.Report.Nil ? "No events." : $"Events: {r.Report.EventCount}.")} Submitted on "
                + $"{Washington.DateOf(r.Report.SubmittedAt!.Value):O}.",
            r.Report.UpdatedAt,
            ReportFields
        ));
    }
}
