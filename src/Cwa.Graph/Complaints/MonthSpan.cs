using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>The months for which figures are requested.</summary>
internal static class MonthSpan
{
    /// <summary>The most months at once.</summary>
    public const int MostMonths = 120;

    /// <summary>
    /// The first month of the previous period of the same length; null if the calendar does not reach back so far.
    /// </summary>
    public static ReportMonth? Before(ReportMonth from, ReportMonth to)
    {
        var months = from.MonthsUntil(to) + 1;
        return new ReportMonth(1, 1).MonthsUntil(from) < months ? null : from.Plus(-months);
    }

    /// <exception cref="ExecutionError">The months are reversed, or too many (BAD_USER_INPUT).</exception>
    public static void Check(ReportMonth from, ReportMonth to)
    {
        if (from > to || from.MonthsUntil(to) >= MostMonths)
            throw RequestError.Input(
                $"`from` must not be after `to`, and figures are added up over at most {MostMonths} months."
            );
    }
}
