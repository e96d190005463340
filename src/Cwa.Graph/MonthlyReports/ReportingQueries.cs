using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which agencies have reported, and which to remind.</summary>
public sealed class ReportingQueries
{
    private const int MostDays = 60;

    /// <summary>
    /// How the reports of a month stand today (action 2): which are missing, drafted, submitted, accepted and returned.
    /// NPR gets all agencies, an agency gets itself and its components. Reports are also expected for months that have
    /// not begun.
    /// </summary>
    /// <param name="month">The month that the reports cover.</param>
    /// <param name="where">Only agencies that meet these conditions.</param>
    [SignedIn]
    public static async Task<ReportingStatus> ReportingStatusAsync(
        ReportsToday reports,
        IResolveFieldContext context,
        ReportMonth month,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    ) => new(await reports.ReadAsync(context, where, _ => [month]), month);

    /// <summary>
    /// How the reports of several months stand today (action 2), month by month, all read from one state of the
    /// database.
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 24 months in all.</param>
    /// <param name="where">Only agencies that meet these conditions.</param>
    [SignedIn]
    [Months]
    public static async Task<IReadOnlyList<ReportingStatus>> ReportingStatusesAsync(
        ReportsToday reports,
        IResolveFieldContext context,
        ReportMonth from,
        ReportMonth to,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    )
    {
        var months = ReportsToday.Months(from, to);
        var read = await reports.ReadAsync(context, where, _ => months);
        return [.. months.Select(month => new ReportingStatus(read, month))];
    }

    /// <summary>
    /// Which agencies to remind of a report (action 2): those whose next report is due soon and has not been submitted,
    /// or was returned, each with the liaison to write to. NPR gets all agencies, an agency gets itself and its
    /// components.
    /// </summary>
    /// <param name="within">The most days until the report is due, 0–60.</param>
    /// <param name="where">Only agencies that meet these conditions.</param>
    [SignedIn]
    public static async Task<Reminders> RemindersAsync(
        ReportsToday reports,
        IResolveFieldContext context,
        int within = 14,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    )
    {
        if (within is < 0 or > MostDays)
            throw RequestError.Input($"`within` is a number of days from 0 to {MostDays}.");

        var today = reports.Today;
        var until = today.Plus(within);
        return new(await reports.ReadAsync(context, where, calendar => calendar.MonthsDue(today, until)), until);
    }
}
