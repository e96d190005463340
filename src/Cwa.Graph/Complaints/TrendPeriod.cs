using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The periods of a trend: months, quarters, calendar years or fiscal years.</summary>
internal static class TrendPeriod
{
    /// <summary>
    /// The first month of the period before; null if this one is cut short, and so not compared, or if the calendar
    /// does not reach back so far.
    /// </summary>
    public static ReportMonth? Before(ReportMonth from, TrendInterval interval)
    {
        var period = Of(from, interval);
        return period.From == from ? MonthSpan.Before(from, period.To) : null;
    }

    /// <summary>The first month of a period as queries number it.</summary>
    /// <param name="number">The year, also a fiscal one, the year and quarter from 0, or the month as a number.</param>
    public static ReportMonth FirstMonthOf(int number, TrendInterval interval) =>
        interval switch
        {
            TrendInterval.Quarter => new(number / 10, number % 10 * 3 + 1),
            TrendInterval.Year => new(number, 1),
            TrendInterval.FiscalYear => new ReportMonth(number, 1).Plus(-3),
            _ => ReportMonth.FromNumber(number),
        };

    /// <summary>The figures of which each lies in one period as a whole.</summary>
    public static IQueryable<ComplaintMetric> Held(IQueryable<ComplaintMetric> figures, TrendInterval interval) =>
        interval switch
        {
            TrendInterval.Quarter => figures.InOneOf(CoveredPeriod.Quarter),
            TrendInterval.Year => figures.InOneOf(CoveredPeriod.Year),
            TrendInterval.FiscalYear => figures.InOneOf(CoveredPeriod.Year, yearBegins: 10),
            _ => figures.InOneOf(CoveredPeriod.Month),
        };

    /// <summary>The period that a month lies in.</summary>
    public static (ReportMonth From, ReportMonth To) Of(ReportMonth month, TrendInterval interval)
    {
        var quarter = (month.Month - 1) / 3 * 3;
        return interval switch
        {
            TrendInterval.Quarter => (new(month.Year, quarter + 1), new(month.Year, quarter + 3)),
            TrendInterval.Year => (new(month.Year, 1), new(month.Year, 12)),
            TrendInterval.FiscalYear => FiscalYear(month.Plus(3).Year),
            _ => (month, month),
        };
    }

    private static (ReportMonth From, ReportMonth To) FiscalYear(int year)
    {
        var january = new ReportMonth(year, 1);
        return (january.Plus(-3), january.Plus(8));
    }
}
