namespace Cwa.Model;

/// <summary>The calendar year that a scorecard covers; 1998 begins with the memorandum.</summary>
/// <param name="Number">The year's number.</param>
public readonly record struct ScorecardYear(int Number)
{
    /// <summary>The first day that counts: 3 March in 1998, 1 January in any other year.</summary>
    public DateOnly FirstDay => Number == Agency.DirectiveDay.Year ? Agency.DirectiveDay : new(Number, 1, 1);

    /// <summary>31 December.</summary>
    public DateOnly LastDay => new(Number, 12, 31);

    /// <summary>The month of the first day.</summary>
    public ReportMonth FirstMonth => ReportMonth.Of(FirstDay);

    /// <summary>The year of the day.</summary>
    public static ScorecardYear Of(DateOnly day) => new(day.Year);

    /// <summary>The whole months of the year from one day through another.</summary>
    public IEnumerable<ReportMonth> FullMonths(DateOnly from, DateOnly through)
    {
        var first = from > FirstDay ? from : FirstDay;
        var last = through < LastDay ? through : LastDay;
        return ReportMonth.Of(first).Through(ReportMonth.Of(last)).Where(m => m.FirstDay >= first && m.LastDay <= last);
    }
}
