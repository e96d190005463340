using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Submits several monthly reports (action 2): all of them or none. An error's path gives the report's position in the
/// list, from 0.
/// </summary>
[By(Role.Agency)]
[TellsChanges]
[Gives("monthlyReports", Most = MostReports)]
public sealed record SubmitMonthlyReports : VerbOfMany<MonthlyReport>
{
    /// <summary>The most reports in one batch.</summary>
    internal const int MostReports = 100;

    /// <summary>The reports, each for another agency or month.</summary>
    [MaxLength(MostReports)]
    public required IReadOnlyList<ReportedMonthInput> Reports { get; init; }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<MonthlyReport>> DoAllAsync(Work work, CancellationToken cancellationToken)
    {
        if (Reports.Count > MostReports)
            return [];

        // All at once, before they are asked for one by one.
        await work.AgenciesAsync(Reports.Select(r => r.AgencyId), cancellationToken);
        var reports = new List<MonthlyReport>();
        var months = new HashSet<(Id<Agency>, ReportMonth)>();
        foreach (var (i, report) in Reports.Index())
        {
            var check = work.Check.In("reports", i);
            if (!months.Add((report.AgencyId, report.Month)))
                check.Refuse(new MonthListedTwice(), "month");
            else if (await ReportSubmission.SubmitAsync(report, work, check, cancellationToken) is { } submitted)
                reports.Add(submitted);
        }

        return reports;
    }
}
