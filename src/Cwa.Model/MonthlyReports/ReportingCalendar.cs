namespace Cwa.Model;

/// <summary>
/// By which day the report of each month is due. The memorandum names the rhythm, not the day, so NPR may set another.
/// </summary>
/// <param name="dueDays">The days that NPR has set in place of the usual ones.</param>
public sealed class ReportingCalendar(IReadOnlyDictionary<ReportMonth, DateOnly>? dueDays = null)
{
    /// <summary>The first month that is reported on, the memorandum's own.</summary>
    public static readonly ReportMonth FirstMonth = new(1998, 3);

    /// <summary>
    /// The day by which the memorandum wants a liaison designated, and by which the first report is due.
    /// </summary>
    public static readonly DateOnly FirstDueDay = new(1998, 3, 16);

    /// <summary>
    /// The last Washington day on which a report of the month is in time: by default the last day of the month before.
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
    /// The last Washington day on which the agency's report of the month is in time. An agency that began after the
    /// usual day has as long as the memorandum gave those of its own day: thirteen days.
    /// </summary>
    public DateOnly DueOn(ReportMonth month, Agency agency)
    {
        var day = DueOn(month);
        return day < agency.ActiveFrom ? FirstDueDayOf(agency) : day;
    }

    /// <summary>
    /// The day by which the agency designates its liaison: 16 March 1998, which is thirteen days after the memorandum,
    /// and as long after its first day for an agency that began later.
    /// </summary>
    public static DateOnly FirstDueDayOf(Agency agency) =>
        agency.ActiveFrom <= Agency.DirectiveDay
            ? FirstDueDay
            : agency.ActiveFrom.Plus(FirstDueDay.DayNumber - Agency.DirectiveDay.DayNumber);

    /// <summary>
    /// The months whose reports can be due from one day through another: by the usual day, by one that was set, or by
    /// an agency's own in the month in which it begins.
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
