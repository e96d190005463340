namespace Cwa.Model;

/// <summary>
/// Refuses figures that are negative, too large to add up, out of balance, or missing without a reason.
/// </summary>
internal static class ComplaintFigureChecks
{
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

        check.NumberOrReason(
            IsThere(figures.PendingStart, nameof(figures.PendingStart))
                && IsThere(figures.Received, nameof(figures.Received))
                && IsThere(figures.Resolved, nameof(figures.Resolved))
                && IsThere(figures.PendingEnd, nameof(figures.PendingEnd))
                && IsThere(figures.WithinTarget, nameof(figures.WithinTarget)),
            figures.CountsMissing is not null,
            "countsMissing"
        );
        check.NumberOrReason(
            IsThere(figures.MedianDays, nameof(figures.MedianDays)),
            figures.MedianDaysMissing is not null,
            "medianDaysMissing"
        );

        // A cell that could not be read is refused already, and is not empty.
        bool IsThere(object? number, string field) => number is not null || !check.IsRead(field);
    }

    /// <summary>Refuses figures for a period that has not begun, or that does not begin with such a month.</summary>
    public static void CheckPeriod(FiguresPeriod period, DateOnly today, Check check)
    {
        if (period.Month.FirstDay > today)
            check.Refuse(new MonthNotBegun(period.Month), "month");
        else if (!period.BeginsRightly)
            check.Refuse(new PeriodBeginsOtherwise(period.Covers), "month");
    }
}
