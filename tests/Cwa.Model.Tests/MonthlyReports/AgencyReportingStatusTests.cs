namespace Cwa.Model.Tests;

/// <summary>How one agency's report of April 1998, due on 31 March, stands.</summary>
public sealed class AgencyReportingStatusTests
{
    private static readonly DateOnly DueOn = new(1998, 3, 31);
    private static readonly Agency Directed = Samples.Agency();

    private static readonly Agency Requested = new(
        "FRB",
        "Federal Reserve",
        AgencyKind.IndependentAgency,
        null,
        DirectiveStanding.Requested,
        "Independent"
    );

    [Fact]
    public void What_was_sent_says_how_a_report_stands_before_anything_else()
    {
        var (submitted, accepted, returned) = (Sent(DueOn), Sent(DueOn, DueOn), Sent(DueOn, DueOn, returned: true));

        Assert.Equal(ReportState.Submitted, Stands(submitted, ReportDuty.Excused, hasDraft: true).State);
        Assert.Equal(ReportState.Accepted, Stands(accepted, ReportDuty.Excused, hasDraft: true).State);
        Assert.Equal(ReportState.Returned, Stands(returned, ReportDuty.Excused, hasDraft: true).State);
    }

    [Fact]
    public void Where_nothing_was_sent_it_stands_by_duty_then_draft_then_whether_it_is_asked_for()
    {
        Assert.Equal(ReportState.Excused, Stands(null, ReportDuty.Excused, hasDraft: true).State);
        Assert.Equal(ReportState.Draft, Stands(null, hasDraft: true).State);
        Assert.Equal(ReportState.Missing, Stands(null).State);
        Assert.Equal(ReportState.NotReported, Stands(null, agency: Requested).State);
    }

    [Fact]
    public void A_report_is_outstanding_while_it_is_owed_and_has_not_come()
    {
        Assert.True(Stands(null).IsOutstanding);
        Assert.True(Stands(Sent(DueOn, DueOn, returned: true)).IsOutstanding);
        Assert.False(Stands(Sent(DueOn)).IsOutstanding);
        Assert.False(Stands(null, ReportDuty.Excused).IsOutstanding);
        Assert.False(Stands(null, ReportDuty.None).IsOutstanding);
    }

    [Fact]
    public void A_report_that_is_owed_is_late_from_the_day_after_the_due_day()
    {
        var late = Sent(DueOn.AddDays(1));

        Assert.True(Stands(late).Late);
        Assert.False(Stands(Sent(DueOn)).Late);
        Assert.False(Stands(null).Late);
        Assert.False(Stands(late, ReportDuty.Excused).Late);
        Assert.False(Stands(late, agency: Requested).Late);
    }

    [Fact]
    public void A_report_that_is_owed_is_overdue_once_the_due_day_is_over()
    {
        Assert.False(Stands(null, asOf: DueOn).Overdue);
        Assert.True(Stands(null, asOf: DueOn.AddDays(1)).Overdue);
        Assert.False(Stands(Sent(DueOn), asOf: DueOn.AddDays(1)).Overdue);
        Assert.False(Stands(null, ReportDuty.Excused, asOf: DueOn.AddDays(1)).Overdue);
        Assert.False(Stands(null, agency: Requested, asOf: DueOn.AddDays(1)).Overdue);
    }

    [Fact]
    public void Each_state_is_counted_by_itself()
    {
        var (sent, accepted, returned) = (Sent(DueOn), Sent(DueOn, DueOn), Sent(DueOn, DueOn, returned: true));
        foreach (var agency in new[] { Directed, Requested })
        {
            AgencyReportingStatus[] all =
            [
                .. Enumerable.Repeat(Stands(null, agency: agency), 1),
                .. Enumerable.Repeat(Stands(null, hasDraft: true, agency: agency), 2),
                .. Enumerable.Repeat(Stands(sent, agency: agency), 3),
                .. Enumerable.Repeat(Stands(accepted, agency: agency), 4),
                .. Enumerable.Repeat(Stands(returned, agency: agency), 5),
                .. Enumerable.Repeat(Stands(null, ReportDuty.Excused, agency: agency), 6),
            ];

            var counts = new ReportCounts(all);

            var (directed, requested) = agency == Directed ? (1, 0) : (0, 1);
            Assert.Equal(
                (1 * directed, 2 * directed, 3 * directed, 4 * directed, 5 * directed, 6 * directed),
                (counts.Missing, counts.Draft, counts.Submitted, counts.Accepted, counts.Returned, counts.Excused)
            );
            Assert.Equal((15 * directed, 0, 8 * directed), (counts.Expected, counts.Late, counts.Overdue));
            var asked = counts.Requested;
            Assert.Equal(
                (1 * requested, 2 * requested, 3 * requested, 4 * requested, 5 * requested, 6 * requested),
                (asked.NotReported, asked.Draft, asked.Submitted, asked.Accepted, asked.Returned, asked.Excused)
            );
            Assert.Equal(15 * requested, asked.Asked);
        }
    }

    [Fact]
    public void Late_reports_are_counted() =>
        Assert.Equal(1, new ReportCounts([Stands(Sent(DueOn.AddDays(1))), Stands(Sent(DueOn))]).Late);

    [Fact]
    public void On_a_day_it_is_told_who_speaks_whether_there_is_a_draft_and_what_is_above()
    {
        var bureau = Samples.Agency(Directed);
        var liaison = Samples.Liaison(Directed, coverage: Coverage.SelfAndComponents);
        var reports = new ReportsOnDay(
            new(1998, 4, 1),
            new([Directed, bureau], [liaison]),
            new(),
            [],
            [(bureau.Id, Samples.April)]
        );

        var stands = reports.Of(bureau, Samples.April)!;

        Assert.Equal(
            (bureau, Directed, liaison, true),
            (stands.Agency, stands.Department, stands.Liaison, stands.HasDraft)
        );
        Assert.Equal((DueOn, new DateOnly(1998, 4, 1), Samples.April), (stands.DueOn, stands.AsOf, stands.Month));
        Assert.False(reports.Of(bureau, Samples.April.Next)!.HasDraft);
        Assert.Equal(Directed, reports.Of(Directed, Samples.April)!.Department);
    }

    private static AgencyReportingStatus Stands(
        ReportRevision? sent,
        ReportDuty duty = ReportDuty.Owed,
        bool hasDraft = false,
        DateOnly? asOf = null,
        Agency? agency = null
    )
    {
        var day = asOf ?? new(1998, 5, 1);
        return new()
        {
            Agency = agency ?? Directed,
            Department = agency ?? Directed,
            Month = Samples.April,
            DueOn = DueOn,
            AsOf = day,
            Duty = duty,
            Reported = ReportedMonth.Of(sent is null ? [] : [sent], day, DueOn),
            HasDraft = hasDraft,
        };
    }

    private static ReportRevision Sent(DateOnly on, DateOnly? decided = null, bool returned = false) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AgencyId = Directed.Id,
            Month = Samples.April,
            Revision = 1,
            SubmittedAt = Washington.At(on, new(12, 0)),
            DecidedAt = decided is { } day ? Washington.At(day, new(13, 0)) : null,
            Returned = returned,
        };
}
