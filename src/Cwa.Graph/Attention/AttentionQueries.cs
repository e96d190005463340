using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Who needs a call.</summary>
public sealed class AttentionQueries
{
    /// <summary>
    /// Who needs a call, and why, with the liaison to call. Reports are looked for twelve months back. NPR reads all
    /// agencies, an agency itself and its components. The heaviest come first: 5 for a missing liaison, 2 for each
    /// report overdue and 3 for each one returned, of an agency that is requested to adhere 1 for each of these kinds;
    /// 2 for complaints that rise, and 1 for figures that do not carry over. That is added up, and doubled for a
    /// high-impact agency. Of equals the one comes first whose first reason is older, then by abbreviation.
    /// </summary>
    /// <param name="first">How many agencies to list, 1–250.</param>
    /// <param name="kinds">Only reasons of these kinds, and agencies that have one; left out, all.</param>
    /// <param name="where">Only agencies that meet these conditions.</param>
    [SignedIn]
    public static async Task<Attention> AttentionAsync(
        ReportsToday reports,
        ComplaintGrowth growth,
        CarryOvers carryOvers,
        IResolveFieldContext context,
        int first = 20,
        IReadOnlyList<AttentionKind>? kinds = null,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    )
    {
        if (first is < 1 or > ReportsToday.MostAgencies)
            throw RequestError.PageSize($"`first` is a number from 1 to {ReportsToday.MostAgencies}.");

        var today = reports.Today;
        var (read, complaints) = await reports.ReadAsync(
            context,
            where,
            _ => AttentionReasons.Months(today),
            db => ComplaintSigns.ReadAsync(db, today, growth, carryOvers, context.CancellationToken)
        );
        return new(read, complaints, kinds, first);
    }
}
