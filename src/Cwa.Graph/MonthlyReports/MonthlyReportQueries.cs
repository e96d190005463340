using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What agencies reported month by month.</summary>
public sealed class MonthlyReportQueries
{
    /// <summary>The monthly reports of all agencies (action 2), every revision that was sent.</summary>
    /// <param name="knownAt"> Only what had been recorded by this instant, each revision with the status that it had
    /// then; conditions, order and count go by that as well. No drafts are among them. Left out, everything as it
    /// stands now.
    /// </param>
    public static Task<Connection<MonthlyReport>> MonthlyReportsAsync(
        Page<MonthlyReport> page,
        DateTime? knownAt = null
    ) => page.AsOf(knownAt).AllAsync();

    /// <summary>
    /// The days that NPR has set for the reports of a month to be due. A month without one has the usual day: the last
    /// of the month before, for the first month 16 March 1998.
    /// </summary>
    public static Task<Connection<DueDay>> DueDaysAsync(Page<DueDay> page) => page.AllAsync();
}

internal static class ReportsAsOf
{
    /// <summary>
    /// The reports that had been sent by an instant, as they stood then; as they stand now where none is given.
    /// </summary>
    public static Page<MonthlyReport> AsOf(this Page<MonthlyReport> page, DateTime? instant) =>
        instant is not { } given
            ? page
            : page.As("as of", given.ToUniversalTime(), MonthlyReport.AsOf)
                .Where("was sent by", given.ToUniversalTime(), (r, by) => r.SubmissionRecordedAt <= by);
}
