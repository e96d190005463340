using Xunit.Abstractions;

namespace Cwa.Model.Tests;

/// <summary>How good the alarm of returned complaints is, over categories of which it is known what happened.</summary>
public sealed class ReturnAlarmTests(ITestOutputHelper output)
{
    /// <summary>
    /// The figures of decision 14, with a little less than was measured, so that a change of the rule that makes it
    /// worse is seen.
    /// </summary>
    [Theory]
    [InlineData(5, 0.87, 0.64)]
    [InlineData(25, 0.91, 0.76)]
    public void Most_alarms_are_right_and_most_returns_are_noticed(double fromLevel, double precision, double recall)
    {
        var (right, wrong, missed) = (0, 0, 0);
        List<int> delays = [];
        foreach (var known in KnownReturns.Of(seed: 1998, count: 6000).Where(k => k.Level >= fromLevel))
        {
            var alarm = known.Watched.Cast<ReportMonth?>().FirstOrDefault(last => IsRaised(known, last!.Value));
            var isReturn = alarm is { } month && known.ReturnsIn <= month;
            right += isReturn ? 1 : 0;
            wrong += alarm is not null && !isReturn ? 1 : 0;
            missed += known.ReturnsIn is not null && !isReturn ? 1 : 0;
            if (isReturn)
                delays.Add(known.ReturnsIn!.Value.MonthsUntil(alarm!.Value));
        }

        var (of, noticed) = ((double)right / (right + wrong), (double)right / (right + missed));
        delays.Sort();
        output.WriteLine($"{right} right, {wrong} wrong, {missed} missed: precision {of:F3}, recall {noticed:F3}, ");
        output.WriteLine($"noticed {delays[delays.Count / 2]} months after the first (median)");
        Assert.InRange(of, precision, 1);
        Assert.InRange(noticed, recall, 1);
    }

    private static bool IsRaised(KnownReturns known, ReportMonth last) =>
        ReturnedComplaints.Judge(known.ChangedOn, known.VerifiedOn, last, known.Received) is not null;
}
