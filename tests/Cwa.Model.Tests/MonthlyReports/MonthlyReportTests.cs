using CsCheck;

namespace Cwa.Model.Tests;

public sealed class MonthlyReportTests
{
    [Fact]
    public void A_month_without_events_must_be_declared()
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
    public void A_report_that_lists_events_and_says_that_there_are_none_is_not_sent()
    {
        var report = new MonthlyReport(Guid.NewGuid(), Samples.April);
        report.Write(eventCount: 0, nil: false);
        Assert.Throws<InvalidOperationException>(() => report.Submit(1, Samples.Noon, "pat"));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.Write(-1, nil: false));

        report.Write(eventCount: 2, nil: false);
        Assert.Throws<ArgumentOutOfRangeException>(() => report.Submit(0, Samples.Noon, "pat"));
        report.Submit(1, Samples.Noon, "pat", "A hall was too small.", recordedAt: Samples.Noon.AddMinutes(1));

        Assert.Equal((1, 2, false, Samples.Noon), (report.Revision, report.EventCount, report.Nil, report.SubmittedAt));
        Assert.Equal(
            ("pat", "A hall was too small.", Samples.Noon.AddMinutes(1)),
            (report.SubmittedBy, report.Reason, report.SubmissionRecordedAt)
        );
    }

    [Fact]
    public void What_is_said_of_a_report_is_said_at_an_instant()
    {
        var local = DateTime.SpecifyKind(Samples.Noon, DateTimeKind.Local);
        var draft = new MonthlyReport(Guid.NewGuid(), Samples.April);
        draft.Write(eventCount: 0, nil: true);

        Assert.Throws<ArgumentException>(() => draft.Submit(1, local, "pat"));
        Assert.Throws<ArgumentException>(() => Samples.Submitted(Samples.Agency()).Accept(local, "npr"));
        Assert.Throws<ArgumentException>(() => Samples.Submitted(Samples.Agency()).Return(local, "npr", "Why."));
    }

    [Fact]
    public void A_report_stands_at_an_instant_as_it_was_stored_by_then()
    {
        var (sent, accepted, amended) = (Samples.Noon, Samples.Noon.AddDays(1), Samples.Noon.AddDays(2));
        var report = new MonthlyReport(Guid.NewGuid(), Samples.April, recordedAt: Samples.Noon.AddDays(-1));
        report.Write(eventCount: 3, nil: false);
        report.Submit(2, Samples.Noon, "pat", "Corrected.", sent);
        report.Accept(Samples.Noon.AddHours(1), "npr", accepted);
        report.Amend(amended);

        AssertStands(report, sent, MonthlyReportStatus.Submitted, sent, null, null);
        AssertStands(report, accepted.AddTicks(-1), MonthlyReportStatus.Submitted, sent, null, null);
        AssertStands(report, accepted, MonthlyReportStatus.Accepted, accepted, "npr", null);
        AssertStands(report, amended.AddTicks(-1), MonthlyReportStatus.Accepted, accepted, "npr", null);
        AssertStands(report, amended, MonthlyReportStatus.Amended, amended, "npr", null);
    }

    [Fact]
    public void A_returned_report_stands_as_submitted_until_its_return_was_stored()
    {
        var report = new MonthlyReport(Guid.NewGuid(), Samples.April);
        report.Write(eventCount: 0, nil: true);
        report.Submit(1, Samples.Noon, "pat", recordedAt: Samples.Noon);
        report.Return(Samples.Noon.AddHours(1), "npr", "Say where.", Samples.Noon.AddDays(1));

        AssertStands(report, Samples.Noon, MonthlyReportStatus.Submitted, Samples.Noon, null, null);
        AssertStands(
            report,
            Samples.Noon.AddDays(1),
            MonthlyReportStatus.Returned,
            Samples.Noon.AddDays(1),
            "npr",
            "Say where."
        );
    }

    [Fact]
    public void A_recalled_report_stands_as_submitted_until_its_recall_was_stored()
    {
        var report = new MonthlyReport(Guid.NewGuid(), Samples.April);
        report.Write(eventCount: 0, nil: true);
        report.Submit(1, Samples.Noon, "pat", recordedAt: Samples.Noon);
        report.Recall(Samples.Noon.AddHours(1), "lee", "Too early.", Samples.Noon.AddDays(1));
        var before = MonthlyReport.AsOf.Compile()(report, Samples.Noon.AddDays(1).AddTicks(-1));
        var after = MonthlyReport.AsOf.Compile()(report, Samples.Noon.AddDays(1));

        AssertStands(report, Samples.Noon, MonthlyReportStatus.Submitted, Samples.Noon, null, null);
        Assert.Equal((null, null, null), (before.RecalledAt, before.RecalledBy, before.RecallReason));
        AssertStands(
            report,
            Samples.Noon.AddDays(1),
            MonthlyReportStatus.Recalled,
            Samples.Noon.AddDays(1),
            null,
            null
        );
        Assert.Equal(
            (Samples.Noon.AddHours(1), "lee", "Too early."),
            (after.RecalledAt, after.RecalledBy, after.RecallReason)
        );
    }

    [Fact]
    public void No_sequence_of_steps_accepts_before_submission_or_amends_before_acceptance() =>
        Gen.Int[0, 4]
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
                    [MonthlyReportStatus.Draft, MonthlyReportStatus.Submitted, MonthlyReportStatus.Recalled],
                ];
                return allowed.Any(whole => path.SequenceEqual(whole.Take(path.Count)));
            });

    private static void AssertStands(
        MonthlyReport report,
        DateTime instant,
        MonthlyReportStatus status,
        DateTime updatedAt,
        string? decidedBy,
        string? returnReason
    )
    {
        var stood = MonthlyReport.AsOf.Compile()(report, instant);

        Assert.Equal(
            (status, updatedAt, decidedBy, returnReason),
            (stood.Status, stood.UpdatedAt, stood.DecidedBy, stood.ReturnReason)
        );
        Assert.Equal(decidedBy is null ? null : report.DecidedAt, stood.DecidedAt);
        Assert.Equal(
            (report.Id, report.AgencyId, report.Month, report.Revision, report.RecordedAt),
            (stood.Id, stood.AgencyId, stood.Month, stood.Revision, stood.RecordedAt)
        );
        Assert.Equal(
            (report.Nil, report.EventCount, report.SubmittedAt, report.SubmittedBy, report.Reason),
            (stood.Nil, stood.EventCount, stood.SubmittedAt, stood.SubmittedBy, stood.Reason)
        );
    }

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
                case 3:
                    report.Recall(Samples.Noon, "pat");
                    break;
                default:
                    report.Amend();
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            // Some steps must be refused.
        }
    }
}
