using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Reports of several agencies or months.</summary>
public sealed record SubmitMonthlyReportsInput : MutationInput
{
    /// <summary>The most reports in one batch.</summary>
    internal const int MostReports = 100;

    /// <summary>The reports, at most 100: all are submitted, or none.</summary>
    public required IReadOnlyList<ReportedMonthInput> Reports { get; init; }
}

/// <summary>The submitted reports, or why all of them were refused.</summary>
public sealed record SubmitMonthlyReportsPayload : Payload
{
    /// <summary>
    /// The submitted revisions, in the order of the input; empty when they were refused or only checked.
    /// </summary>
    [ListSize(SubmitMonthlyReportsInput.MostReports)]
    public IReadOnlyList<MonthlyReport> MonthlyReports { get; init; } = [];
}

/// <summary>Action 2, for a tool that reports for many.</summary>
public sealed class SubmitMonthlyReports
{
    /// <summary>
    /// Submits several monthly reports (action 2): all of them, or none. Paths of errors name the report by its place.
    /// </summary>
    /// <param name="input">What each agency and month has to tell; all of it is sent, or none.</param>
    [Role(Roles.Submit)]
    public static Task<SubmitMonthlyReportsPayload> SubmitMonthlyReportsAsync(
        SubmitMonthlyReportsInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAllAsync(
            input,
            reports => new SubmitMonthlyReportsPayload { MonthlyReports = reports },
            session => SubmitAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<IReadOnlyList<MonthlyReport>> SubmitAsync(
        SubmitMonthlyReportsInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (input.Reports.Count > SubmitMonthlyReportsInput.MostReports)
        {
            session.Input.Refuse(
                new TooMany(input.Reports.Count, SubmitMonthlyReportsInput.MostReports, session.Input.Path("reports"))
            );
            return [];
        }

        await session.LockAsync(input.Reports.Select(r => r.AgencyId), cancellationToken);
        var reports = new List<MonthlyReport>();
        var months = new HashSet<(string, ReportMonth)>();
        foreach (var (i, report) in input.Reports.Index())
        {
            var check = session.Input.In("reports", i);
            if (!months.Add((report.AgencyId, report.Month)))
                check.Refuse(new MonthListedTwice(check.Path("month")));
            else if (await ReportSubmission.SubmitAsync(report, session, check, cancellationToken) is { } submitted)
                reports.Add(submitted);
        }

        return reports;
    }
}
