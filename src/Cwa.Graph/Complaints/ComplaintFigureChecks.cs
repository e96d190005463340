using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// Refuses figures that mean nothing: negative, beyond adding up, out of balance, or missing without a reason.
/// </summary>
internal static class ComplaintFigureChecks
{
    public static void Check(ComplaintFigures figures, InputCheck check)
    {
        check.NotNegative(figures.PendingStart, "pendingStart");
        check.NotNegative(figures.Received, "received");
        check.NotNegative(figures.Resolved, "resolved");
        check.NotNegative(figures.PendingEnd, "pendingEnd");
        check.NotNegative(figures.WithinTarget, "withinTarget");
        if (figures.MedianDays < 0)
            check.Refuse(new NegativeNumber(check.Path("medianDays")));
        else if (figures.MedianDays > Counts.Largest)
            check.Refuse(new NumberTooLarge(Counts.Largest, check.Path("medianDays")));

        long?[] four = [figures.PendingStart, figures.Received, figures.Resolved, figures.PendingEnd];
        var expected = figures.PendingStart + figures.Received - figures.Resolved;
        if (Array.TrueForAll(four, count => count is >= 0 and <= Counts.Largest) && figures.PendingEnd != expected)
            check.Refuse(new FiguresDoNotBalance(expected!.Value, check.Path("pendingEnd")));

        check.NumberOrReason(
            !four.Contains(null) && figures.WithinTarget is not null,
            figures.CountsMissing is not null,
            "countsMissing"
        );
        check.NumberOrReason(
            figures.MedianDays is not null,
            figures.MedianDaysMissing is not null,
            "medianDaysMissing"
        );
    }
}
