using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>What NPR decides about a report.</summary>
public sealed class DecideMonthlyReportTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task An_accepted_report_publishes_the_events_that_are_open_to_the_public()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.SubmittedAsync(
            agency,
            Hall("Open"),
            Hall("Closed") with
            {
                Access = Access.ByInvitation,
            }
        );

        var done = await _desk.Reviewer.DoAsync(Accept(report));

        Assert.Equal(
            (MonthlyReportStatus.Accepted, _desk.Clock.Now, "npr", null),
            (done.Record.Status, done.Record.DecidedAt, done.Record.DecidedBy, done.Record.ReturnReason)
        );
        Assert.Equal([(FeedKind.MonthlyReportAccepted, agency.Id, report.Id)], done.Announced);
        Assert.Equal(
            [("Closed", false), ("Open", true)],
            (await _desk.EventsAsync(agency)).Select(e => (e.Title, e.IsPublic))
        );
    }

    [Fact]
    public async Task A_report_is_returned_with_a_reason_and_changes_nothing_that_others_see()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.SubmittedAsync(agency, Hall());

        var silent = await _desk.Reviewer.DoAsync(Return(report, " "));
        var done = await _desk.Reviewer.DoAsync(Return(report));

        Assert.Equal("input.reason TextMissing", Assert.Single(silent.Refused).Split(':')[0]);
        Assert.Equal(
            (MonthlyReportStatus.Returned, _desk.Clock.Now, "npr", "Say where."),
            (done.Record.Status, done.Record.DecidedAt, done.Record.DecidedBy, done.Record.ReturnReason)
        );
        Assert.Equal([(FeedKind.MonthlyReportReturned, agency.Id, report.Id)], done.Announced);
        Assert.False(Assert.Single(await _desk.EventsAsync(agency)).IsPublic);
    }

    [Fact]
    public async Task A_report_is_decided_once()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var accepted = await _desk.AcceptedAsync(agency, Hall());
        var returned = (await _desk.Reviewer.DoAsync(Return(await _desk.SubmittedAsync(other, Hall())))).Record;
        const string wrong = "input.monthlyReportId ReportNotSubmitted: NPR has already decided on this report: it is ";

        var again = await _desk.Reviewer.DoAsync(Accept(accepted));
        var back = await _desk.Reviewer.DoAsync(Return(accepted));
        var late = await _desk.Reviewer.DoAsync(Accept(returned));

        Assert.Equal([wrong + "ACCEPTED, not SUBMITTED."], again.Refused);
        Assert.Equal([wrong + "ACCEPTED, not SUBMITTED."], back.Refused);
        Assert.Equal([wrong + "RETURNED, not SUBMITTED."], late.Refused);
    }

    [Fact]
    public async Task A_draft_is_none_of_NPRs_business()
    {
        var agency = await _desk.AgencyAsync();
        var draft = new MonthlyReport(agency.Id, Samples.April);
        await _desk.SaveAsync(draft);

        Assert.IsType<RecordNotFound>(Assert.Single((await _desk.Reviewer.DoAsync(Accept(draft))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await _desk.Reviewer.DoAsync(Return(draft))).Refusals));
    }
}
