using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What agencies report month by month.</summary>
public sealed class MonthlyReportQueries
{
    /// <summary>
    /// All agencies' monthly reports (action 2), in every revision. You see the drafts of your own agencies only.
    /// </summary>
    /// <param name="knownAt">Only what had been recorded by this instant, each revision with the status that it had
    /// then; filters, order and count use that state, too. Drafts are not included. If omitted, everything as it stands
    /// now.</param>
    public static Task<Connection<MonthlyReport>> MonthlyReportsAsync(
        Page<MonthlyReport> page,
        RecordClock clock,
        DateTime? knownAt = null
    ) => page.AsOf(knownAt, clock).AllAsync();

    /// <summary>
    /// The due days that NPR has set for the reports of a month. Any other month has the usual day: the last day of the
    /// month before, and 16 March 1998 for March 1998.
    /// </summary>
    public static Task<Connection<DueDay>> DueDaysAsync(Page<DueDay> page) => page.AllAsync();
}

internal static class ReportsAsOf
{
    /// <summary>
    /// The reports that had been submitted by an instant, as they stood then; without an instant, as they stand now.
    /// </summary>
    public static Page<MonthlyReport> AsOf(this Page<MonthlyReport> page, DateTime? instant, RecordClock clock)
    {
        if (instant is not { } given)
            return page;

        var stamped = clock.Stamped(given);
        return page.As("as of", stamped, MonthlyReport.AsOf)
            .Where("was sent by", stamped, (r, by) => r.SubmissionRecordedAt <= by);
    }
}
