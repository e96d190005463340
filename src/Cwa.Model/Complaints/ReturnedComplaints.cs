namespace Cwa.Model;

/// <summary>
/// Complaints that came back after a change was VERIFIED: those of the problem's category rose again in each of the
/// last months, and by more than chance explains.
/// </summary>
public sealed record ReturnedComplaints
{
    private const int MonthsBefore = 6,
        FewestSolved = 3,
        MostSolved = 6,
        Watched = 3,
        FewestMonths = 2,
        Complaints = 10;

    private const double Rise = 1.25,
        Deviations = 3;

    /// <summary>
    /// Complaints received per month in up to six full months before the change took effect; null if fewer than two of
    /// them have figures.
    /// </summary>
    public required double? PerMonthBefore { get; init; }

    /// <summary>Complaints received per month while the change helped, in up to six months.</summary>
    public required double PerMonthSolved { get; init; }

    /// <summary>Complaints received per month in the last months.</summary>
    public required double PerMonthSince { get; init; }

    /// <summary>The first of the last months, in which complaints were high again.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The last month with figures.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>Judges a problem by the complaints of its category; null if they have not returned, or too little is
    /// known.</summary>
    /// <param name="changedOn">The first day of the change that helped.</param>
    /// <param name="verifiedOn">The day on which that was measured.</param>
    /// <param name="last">The last month that is over.</param>
    /// <param name="received">The complaints received, by month. A month without figures is left out, and counts
    /// nowhere.</param>
    public static ReturnedComplaints? Judge(
        DateOnly changedOn,
        DateOnly verifiedOn,
        ReportMonth last,
        IReadOnlyDictionary<ReportMonth, long> received
    )
    {
        var (first, end) = Solved(changedOn, verifiedOn);
        var watched = Months(Later(end, last.Plus(1 - Watched)), last);
        var solved = Months(Later(first, end.Plus(-MostSolved)), end.Previous);
        if (watched.Count < FewestMonths || solved.Count < FewestMonths)
            return null;

        var changed = ReportMonth.Of(changedOn);
        var before = Months(changed.Plus(-MonthsBefore), changed.Previous);
        var perMonthSolved = solved.Average(m => m.Received);
        double? perMonthBefore = before.Count < FewestMonths ? null : before.Average(m => m.Received);

        // Half of what was won is lost again, in each of the months.
        var line = Math.Max(perMonthSolved * Rise, (perMonthSolved + perMonthBefore) / 2 ?? 0);
        var expected = perMonthSolved * watched.Count;
        var more = watched.Sum(m => m.Received) - expected;
        var chance = Math.Sqrt(expected * (1 + (double)watched.Count / solved.Count));
        return more >= Complaints && more >= Deviations * chance && watched.TrueForAll(m => m.Received >= line)
            ? new()
            {
                PerMonthBefore = perMonthBefore,
                PerMonthSolved = perMonthSolved,
                PerMonthSince = watched.Average(m => m.Received),
                From = watched[0].Month,
                To = watched[^1].Month,
            }
            : null;

        List<(ReportMonth Month, long Received)> Months(ReportMonth from, ReportMonth to) =>
            from > to
                ? []
                : [.. from.Through(to).Where(received.ContainsKey).Select(month => (month, received[month]))];
    }

    /// <summary>The first month whose complaints are looked at.</summary>
    public static ReportMonth FirstMonth(DateOnly changedOn) => ReportMonth.Of(changedOn).Plus(-MonthsBefore);

    // The full months in which the change helped: up to the one of the measurement, at least three. What comes after
    // them is watched.
    private static (ReportMonth First, ReportMonth End) Solved(DateOnly changedOn, DateOnly verifiedOn)
    {
        var month = ReportMonth.Of(changedOn);
        var first = changedOn == month.FirstDay ? month : month.Next;
        return (first, Later(ReportMonth.Of(verifiedOn), first.Plus(FewestSolved)));
    }

    private static ReportMonth Later(ReportMonth one, ReportMonth other) => one > other ? one : other;
}
