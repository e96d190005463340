namespace Cwa.Model.Tests;

public sealed class ReportedMonthTests
{
    private static readonly DateOnly DueOn = new(1998, 3, 16),
        Later = new(1998, 12, 31);

    [Fact]
    public void A_month_without_a_report_is_not_reported() => Assert.Null(ReportedMonth.Of([], Later, DueOn));

    [Fact]
    public void Half_past_ten_in_the_evening_of_the_due_day_is_in_time_and_midnight_is_late()
    {
        var inTime = ReportedMonth.Of([Sent(1, "1998-03-17T03:30Z")], DueOn, DueOn)!;
        var late = ReportedMonth.Of([Sent(1, "1998-03-17T05:00Z")], Later, DueOn)!;

        Assert.True(inTime is { IsIn: true, IsLate: false, Status: MonthlyReportStatus.Submitted });
        Assert.True(late is { IsIn: true, IsLate: true });
        Assert.Null(ReportedMonth.Of([Sent(1, "1998-03-17T05:00Z")], DueOn, DueOn));
    }

    [Fact]
    public void A_returned_report_reports_nothing_until_it_is_sent_again()
    {
        var returned = Sent(1, "1998-03-10T15:00Z", "1998-03-20T15:00Z", returned: true);
        var again = Sent(2, "1998-03-25T15:00Z", "1998-04-02T15:00Z");

        Assert.True(ReportedMonth.Of([returned, again], new(1998, 3, 19), DueOn) is { IsIn: true, IsLate: false });
        Assert.True(
            ReportedMonth.Of([returned, again], new(1998, 3, 24), DueOn)
                is { IsIn: false, IsLate: false, Status: MonthlyReportStatus.Returned }
        );
        Assert.True(
            ReportedMonth.Of([returned, again], new(1998, 3, 25), DueOn)
                is { IsIn: true, IsLate: true, Status: MonthlyReportStatus.Submitted }
        );
        Assert.True(
            ReportedMonth.Of([returned, again], Later, DueOn) is { IsLate: true, Status: MonthlyReportStatus.Accepted }
        );
    }

    [Fact]
    public void A_recalled_report_counts_as_sent_only_until_it_was_recalled()
    {
        var recalled = Sent(1, "1998-03-10T15:00Z") with { RecalledAt = Utc("1998-03-14T15:00Z") };
        var again = Sent(2, "1998-03-25T15:00Z");

        Assert.True(ReportedMonth.Of([recalled, again], new(1998, 3, 13), DueOn) is { IsIn: true, IsLate: false });
        Assert.Null(ReportedMonth.Of([recalled, again], new(1998, 3, 24), DueOn));
        Assert.True(
            ReportedMonth.Of([recalled, again], Later, DueOn) is { IsIn: true, IsLate: true, Newest.Revision: 2 }
        );
    }

    [Fact]
    public void A_recalled_amendment_leaves_the_month_as_it_was()
    {
        var first = Sent(1, "1998-03-10T15:00Z", "1998-03-12T15:00Z");
        var recalled = Sent(2, "1998-04-20T15:00Z") with { RecalledAt = Utc("1998-04-22T15:00Z") };

        Assert.True(
            ReportedMonth.Of([first, recalled], Later, DueOn)
                is { Status: MonthlyReportStatus.Accepted, IsLate: false, Newest.Revision: 1 }
        );
    }

    [Fact]
    public void A_recall_at_midnight_counts_only_after_midnight()
    {
        var midnight = Utc("1998-03-13T05:00Z");
        var report = Sent(1, "1998-03-10T15:00Z") with { RecalledAt = midnight };

        Assert.True(report.IsSentAt(midnight));
        Assert.False(report.IsSentAt(midnight.AddTicks(1)));
        Assert.False(report.IsSentAt(report.SubmittedAt));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_amendment_after_acceptance_gives_the_month_its_status_and_does_not_make_it_late(bool returned)
    {
        var first = Sent(1, "1998-03-10T15:00Z", "1998-03-12T15:00Z");
        var amendment = Sent(2, "1998-04-20T15:00Z", "1998-04-22T15:00Z", returned);

        var waiting = ReportedMonth.Of([first, amendment], new(1998, 4, 21), DueOn)!;
        var decided = ReportedMonth.Of([first, amendment], Later, DueOn)!;

        Assert.Equal(
            (MonthlyReportStatus.Submitted, 1, false),
            (waiting.Status, waiting.Counted!.Revision, waiting.IsLate)
        );
        Assert.Equal(returned ? MonthlyReportStatus.Returned : MonthlyReportStatus.Accepted, decided.Status);
        Assert.Equal((2, 1, false), (decided.Newest.Revision, decided.Counted!.Revision, decided.IsLate));
    }

    [Fact]
    public void A_decision_made_at_midnight_counts_only_after_midnight()
    {
        var midnight = Utc("1998-03-13T05:00Z");
        var report = Sent(1, "1998-03-10T15:00Z", "1998-03-13T05:00Z");

        Assert.Equal(MonthlyReportStatus.Submitted, report.StatusAt(midnight));
        Assert.Equal(MonthlyReportStatus.Accepted, report.StatusAt(midnight.AddTicks(1)));
    }

    private static ReportRevision Sent(
        int revision,
        string submittedAt,
        string? decidedAt = null,
        bool returned = false
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AgencyId = Guid.Empty,
            Month = ReportingCalendar.FirstMonth,
            Revision = revision,
            SubmittedAt = Utc(submittedAt),
            DecidedAt = decidedAt is null ? null : Utc(decidedAt),
            Returned = returned,
        };

    private static DateTime Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
