using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Refuses figures that mean nothing: negative, beyond adding up, out of balance, or missing without a reason.</summary>
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

        CheckReason(four.Contains(null) || figures.WithinTarget is null, figures.CountsMissing, "countsMissing", check);
        CheckReason(figures.MedianDays is null, figures.MedianDaysMissing, "medianDaysMissing", check);
    }

    private static void CheckReason(bool isMissing, MissingReason? reason, string field, InputCheck check)
    {
        if (isMissing && reason is null)
            check.Refuse(new MissingNumberNeedsReason(check.Path(field)));
        else if (!isMissing && reason is not null)
            check.Refuse(new NoNumberMissing(check.Path(field)));
    }
}
