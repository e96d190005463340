using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Months that figures are asked of.</summary>
internal static class MonthSpan
{
    /// <summary>The most months that figures can be asked of.</summary>
    public const int MostMonths = 120;

    /// <summary>
    /// The first month of the period before, which is as many months long; null where the calendar does not reach back.
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
                $"`from` must not be after `to`, and at most {MostMonths} months can be asked of at once."
            );
    }
}
