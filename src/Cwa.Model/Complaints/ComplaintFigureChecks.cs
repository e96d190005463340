namespace Cwa.Model;

/// <summary>
/// Refuses figures that mean nothing: negative, beyond adding up, out of balance, or missing without a reason.
/// </summary>
internal static class ComplaintFigureChecks
{
    private static readonly string[] CountFields =
    [
        "pendingStart",
        "received",
        "resolved",
        "pendingEnd",
        "withinTarget",
    ];

    public static void Check(ComplaintFigures figures, Check check)
    {
        check.NotNegative(figures.PendingStart, "pendingStart");
        check.NotNegative(figures.Received, "received");
        check.NotNegative(figures.Resolved, "resolved");
        check.NotNegative(figures.PendingEnd, "pendingEnd");
        check.NotNegative(figures.WithinTarget, "withinTarget");
        if (figures.MedianDays < 0)
            check.Refuse(new NegativeNumber(), "medianDays");
        else if (figures.MedianDays > Counts.Largest)
            check.Refuse(new NumberTooLarge(Counts.Largest), "medianDays");

        long?[] four = [figures.PendingStart, figures.Received, figures.Resolved, figures.PendingEnd];
        var expected = figures.PendingStart + figures.Received - figures.Resolved;
        if (Array.TrueForAll(four, count => count is >= 0 and <= Counts.Largest) && figures.PendingEnd != expected)
            check.Refuse(new FiguresDoNotBalance(expected!.Value), "pendingEnd");

        if (Array.TrueForAll(CountFields, check.IsRead))
            check.NumberOrReason(
                !four.Contains(null) && figures.WithinTarget is not null,
                figures.CountsMissing is not null,
                "countsMissing"
            );
        if (check.IsRead("medianDays"))
            check.NumberOrReason(
                figures.MedianDays is not null,
                figures.MedianDaysMissing is not null,
                "medianDaysMissing"
            );
    }

    /// <summary>There are figures only of a month that has begun.</summary>
    public static void CheckMonth(ReportMonth month, DateOnly today, Check check)
    {
        if (month.FirstDay > today)
            check.Refuse(new MonthNotBegun(month), "month");
    }
}
