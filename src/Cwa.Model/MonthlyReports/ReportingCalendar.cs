namespace Cwa.Model;

/// <summary>
/// The day by which each month's report is due. The memorandum asks for monthly reports but names no day, so NPR may
/// set another than the usual one.
/// </summary>
/// <param name="dueDays">The days that NPR has set in place of the usual ones.</param>
public sealed class ReportingCalendar(IReadOnlyDictionary<ReportMonth, DateOnly>? dueDays = null)
{
    /// <summary>The first month with reports, which is that of the memorandum.</summary>
    public static readonly ReportMonth FirstMonth = new(1998, 3);

    /// <summary>
    /// The day by which the memorandum wants a liaison designated. The first report is due on it too.
    /// </summary>
    public static readonly DateOnly FirstDueDay = new(1998, 3, 16);

    /// <summary>
    /// The last Washington day on which a report for the month is on time. Usually that is the last day of the month
    /// before.
    /// </summary>
    public DateOnly DueOn(ReportMonth month)
    {
        if (dueDays is not null && dueDays.TryGetValue(month, out var day))
            return day;

        if (month == FirstMonth)
            return FirstDueDay;
        return month.FirstDay.Plus(-1);
    }

    /// <summary>
    /// The last Washington day on which the agency's report for the month is on time. An agency that began after the
    /// usual day has thirteen days, as the memorandum gave the agencies of its time.
    /// </summary>
    public DateOnly DueOn(ReportMonth month, Agency agency)
    {
        var day = DueOn(month);
        return day < agency.ActiveFrom ? FirstDueDayOf(agency) : day;
    }

    /// <summary>
    /// The day by which the agency designates its liaison: 16 March 1998, thirteen days after the memorandum, or
    /// thirteen days after its first day if it began later.
    /// </summary>
    public static DateOnly FirstDueDayOf(Agency agency) =>
        agency.ActiveFrom <= Agency.DirectiveDay
            ? FirstDueDay
            : agency.ActiveFrom.Plus(FirstDueDay.DayNumber - Agency.DirectiveDay.DayNumber);

    /// <summary>
    /// The months whose reports can be due from one day through another: on the usual day, on one that NPR has set, or
    /// on that of an agency that has just begun.
    /// </summary>
    public IEnumerable<ReportMonth> MonthsDue(DateOnly from, DateOnly through)
    {
        var usual = ReportMonth.Of(from).Previous.Through(ReportMonth.Of(through).Next);
        return (dueDays ?? new Dictionary<ReportMonth, DateOnly>())
            .Where(set => set.Value >= from && set.Value <= through)
            .Select(set => set.Key)
            .Union(usual)
            .Order();
    }
}
