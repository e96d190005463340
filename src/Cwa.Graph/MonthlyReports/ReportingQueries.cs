using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Who has reported and who has not.</summary>
public sealed class ReportingQueries
{
    /// <summary>
    /// How the reports of a month stand today (action 2): which are missing, drafted, submitted, accepted and returned. NPR reads all
    /// agencies, an agency itself and its components. Reports are expected also of months that have not begun.
    /// </summary>
    /// <param name="month">The month that the reports cover.</param>
    /// <param name="where">Only agencies that meet these conditions.</param>
    [SignedIn]
    public static async Task<ReportingStatus> ReportingStatusAsync(
        ReportsToday reports, IResolveFieldContext context, ReportMonth month, [InputType(typeof(FilterType<Agency>))] FilterNode? where = null) =>
        new(await reports.ReadAsync(context, where, _ => [month]), month);

    /// <summary>How the reports of several months stand today (action 2), month by month, all from one state of the records.</summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 24 months with the first.</param>
    /// <param name="where">Only agencies that meet these conditions.</param>
    [SignedIn]
    [ListSize(ReportsToday.MostMonths)]
    public static async Task<IReadOnlyList<ReportingStatus>> ReportingStatusesAsync(
        ReportsToday reports, IResolveFieldContext context, ReportMonth from, ReportMonth to,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null)
    {
        var months = ReportsToday.Months(from, to);
        var read = await reports.ReadAsync(context, where, _ => months);
        return [.. months.Select(month => new ReportingStatus(read, month))];
    }
}
