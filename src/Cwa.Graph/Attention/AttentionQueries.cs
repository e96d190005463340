using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which agencies need a call.</summary>
public sealed class AttentionQueries
{
    /// <summary>
    /// Which agencies need a call, and why, with the liaison to call. Reports of the last twelve months are considered.
    /// NPR gets all agencies, an agency gets itself and its components. The greatest weight comes first: a missing
    /// liaison weighs 5, each overdue report 2, each returned report 3; for an agency that is requested to adhere, each
    /// of these kinds weighs 1. Rising complaints weigh 2, figures that do not carry over 1, each problem past its
    /// target 1, each whose complaints came back 2, and months with nothing planned 1. The sum is doubled for a
    /// high-impact agency. Agencies of equal weight are ordered by their oldest reason, then by abbreviation.
    /// </summary>
    /// <param name="first">How many agencies to list, 1–250.</param>
    /// <param name="kinds">Only reasons of these kinds, and agencies that have one; if omitted, all.</param>
    /// <param name="monthsAhead">How many months after this one to look for what is planned, 1–12, whether or not
    /// agencies have been asked about them yet; if omitted, as `NOTHING_PLANNED` says.</param>
    /// <param name="where">Only agencies that meet these conditions.</param>
    [SignedIn]
    public static async Task<Attention> AttentionAsync(
        ReportsToday reports,
        ComplaintGrowth growth,
        CarryOvers carryOvers,
        ProblemSigns problems,
        IResolveFieldContext context,
        int first = 20,
        IReadOnlyList<AttentionKind>? kinds = null,
        int? monthsAhead = null,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    )
    {
        Paging.Check(first, Government.MostAgencies);
        if (monthsAhead is < 1 or > NothingPlanned.MostAhead)
            throw RequestError.Input($"`monthsAhead` must be from 1 to {NothingPlanned.MostAhead}.");
        var today = reports.Today;
        var (read, signs) = await reports.ReadAsync(
            context,
            where,
            _ => AttentionReasons.Months(today),
            db =>
                AttentionSigns.ReadAsync(
                    db,
                    today,
                    growth,
                    carryOvers,
                    problems,
                    monthsAhead,
                    agencyIds: null,
                    context.CancellationToken
                )
        );
        return new(read, signs, kinds, first);
    }
}
