using CsCheck;

namespace Cwa.Model.Tests;

public sealed class MonthlyReportTests
{
    [Fact]
    public void A_month_without_events_is_said_and_never_left_silent()
    {
        var silent = new MonthlyReport(Guid.NewGuid(), Samples.April);
        Assert.Throws<InvalidOperationException>(() => silent.Submit(1, Samples.Noon, "pat"));

        silent.Write(eventCount: 0, nil: true);
        silent.Submit(1, Samples.Noon, "pat");

        Assert.True(silent.Nil);
    }

    [Fact]
    public void A_nil_report_lists_no_events()
    {
        var report = new MonthlyReport(Guid.NewGuid(), Samples.April);

        Assert.Throws<ArgumentException>(() => report.Write(eventCount: 1, nil: true));
    }

    [Fact]
    public void A_report_lists_at_most_500_events()
    {
        var report = new MonthlyReport(Guid.NewGuid(), Samples.April);
        report.Write(500, nil: false);

        Assert.Throws<ArgumentException>(() => report.Write(501, nil: false));
    }

    [Fact]
    public void A_draft_has_no_revision_number()
    {
        var report = new MonthlyReport(Guid.NewGuid(), Samples.April);

        Assert.Null(report.Revision);
        Assert.Null(report.SubmittedAt);
    }

    [Fact]
    public void A_submitted_report_does_not_change()
    {
        var report = Samples.Submitted(Samples.Agency());

        Assert.Throws<InvalidOperationException>(() => report.Write(2, nil: false));
        Assert.Throws<InvalidOperationException>(() => report.Submit(2, Samples.Noon, "pat"));
    }

    [Fact]
    public void A_returned_report_says_why()
    {
        var report = Samples.Submitted(Samples.Agency());
        Assert.Throws<ArgumentException>(() => report.Return(Samples.Noon, "npr", " "));
        Assert.Equal(MonthlyReportStatus.Submitted, report.Status);

        report.Return(Samples.Noon, "npr", "Two events have no description.");

        Assert.Equal(
            (MonthlyReportStatus.Returned, "Two events have no description."),
            (report.Status, report.ReturnReason)
        );
    }

    [Fact]
    public void However_it_moves_a_report_is_accepted_only_after_it_was_submitted_and_amended_only_after_it_was_accepted() =>
        Gen.Int[0, 3]
            .Array[0, 12]
            .Sample(steps =>
            {
                var report = new MonthlyReport(Guid.NewGuid(), Samples.April);
                report.Write(1, nil: false);
                List<MonthlyReportStatus> path = [report.Status];
                foreach (var step in steps)
                {
                    Try(report, step);
                    if (path[^1] != report.Status)
                        path.Add(report.Status);
                }

                MonthlyReportStatus[][] allowed =
                [
                    [
                        MonthlyReportStatus.Draft,
                        MonthlyReportStatus.Submitted,
                        MonthlyReportStatus.Accepted,
                        MonthlyReportStatus.Amended,
                    ],
                    [MonthlyReportStatus.Draft, MonthlyReportStatus.Submitted, MonthlyReportStatus.Returned],
                ];
                return allowed.Any(whole => path.SequenceEqual(whole.Take(path.Count)));
            });

    private static void Try(MonthlyReport report, int step)
    {
        try
        {
            switch (step)
            {
                case 0:
                    report.Submit(1, Samples.Noon, "pat");
                    break;
                case 1:
                    report.Accept(Samples.Noon, "npr");
                    break;
                case 2:
                    report.Return(Samples.Noon, "npr", "Why.");
                    break;
                default:
                    report.Amend();
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            // Refused, as some steps must be.
        }
    }
}
