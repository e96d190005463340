using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>An agency takes back what NPR has not decided on.</summary>
public sealed class RecallMonthlyReportTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task A_recalled_report_stays_with_its_number_and_the_feed_says_so()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.SubmittedAsync(agency, Hall());

        var done = await _desk.ClerkOf(agency).DoAsync(Recall(report, "The hall is closed."));

        Assert.Equal(
            (report.Id, 1, MonthlyReportStatus.Recalled),
            (done.Record.Id, done.Record.Revision, done.Record.Status)
        );
        Assert.Equal(
            (_desk.Clock.Now, "pat", "The hall is closed."),
            (done.Record.RecalledAt, done.Record.RecalledBy, done.Record.RecallReason)
        );
        Assert.Equal((null, null), (done.Record.DecidedAt, done.Record.ReturnReason));
        Assert.Equal([(FeedKind.MonthlyReportRecalled, agency.Id, report.Id)], done.Announced);
        Assert.Contains(done.Audited, e => (e.Action, e.SubjectId) == ("recallMonthlyReport", report.Id));
    }

    [Fact]
    public async Task Only_what_waits_for_NPR_is_recalled()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var draft = new MonthlyReport(agency.Id, Samples.April);
        await _desk.SaveAsync(draft);

        var early = await clerk.DoAsync(Recall(draft));
        var report = await _desk.SubmittedAsync(agency, Hall());
        await clerk.DoAsync(Recall(report));
        var twice = await clerk.DoAsync(Recall(report, " "));
        var decided = await clerk.DoAsync(Recall(await _desk.AcceptedAsync(agency, Hall())));

        const string wrong = "input.monthlyReportId ReportNotSubmitted: ";
        Assert.Equal([wrong + "This report has not been sent: it is a DRAFT, not SUBMITTED."], early.Refused);
        Assert.Equal(["TextMissing", "ReportNotSubmitted"], twice.Refusals.Select(refusal => refusal.GetType().Name));
        Assert.Equal(
            [wrong + "NPR has already decided on this report: it is ACCEPTED, not SUBMITTED."],
            decided.Refused
        );
    }

    [Fact]
    public async Task Nobody_else_recalls_a_report()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var report = await _desk.SubmittedAsync(agency, Hall());

        var done = await _desk.ClerkOf(other).DoAsync(Recall(report));

        Assert.IsType<RecordNotFound>(Assert.Single(done.Refusals));
    }

    [Fact]
    public async Task NPR_does_not_decide_on_what_was_recalled()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.SubmittedAsync(agency, Hall());
        await _desk.ClerkOf(agency).DoAsync(Recall(report));
        const string wrong =
            "input.monthlyReportId ReportNotSubmitted: The agency has recalled this report: it is RECALLED, "
            + "not SUBMITTED.";

        Assert.Equal([wrong], (await _desk.Reviewer.DoAsync(Accept(report))).Refused);
        Assert.Equal([wrong], (await _desk.Reviewer.DoAsync(Return(report))).Refused);
    }

    [Fact]
    public async Task The_next_submission_decides_whether_the_month_is_reported_in_time()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Submit(agency, Hall()));
        await clerk.DoAsync(Recall(first.Record));
        _desk.Clock.Now = Washington.At(new(1998, 4, 1), new(12, 0));

        var again = await clerk.DoAsync(SubmitDraft(agency));

        Assert.Empty(first.Warned);
        Assert.Equal(2, again.Record.Revision);
        Assert.Equal(["input.month: This report is late: it was due on 1998-03-31."], again.Warned);
    }

    [Fact]
    public async Task A_recalled_amendment_leaves_what_NPR_accepted_and_its_draft_keeps_the_reason()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var accepted = await _desk.AcceptedAsync(agency, Hall(), Hall("Fair", 20));
        var amendment = await clerk.DoAsync(Submit(agency, Hall(day: 15)) with { Reason = "A larger hall." });

        await clerk.DoAsync(Recall(amendment.Record));
        var (hall, fair) = (await _desk.EventsAsync(agency)) is [var second, var first] ? (first, second) : default;
        var again = await clerk.DoAsync(SubmitDraft(agency));
        await _desk.Reviewer.DoAsync(Accept(again.Record));

        Assert.Equal((new DateOnly(1998, 4, 14), true), (hall.StartsOn, hall.IsPublic));
        Assert.Equal((EventStatus.Planned, accepted.Id), (fair.Status, fair.ReportId));
        Assert.Equal((3, "A larger hall."), (again.Record.Revision, again.Record.Reason));
        Assert.Equal(
            [("Fair", EventStatus.Cancelled, 20), ("Hall", EventStatus.Planned, 15)],
            (await _desk.EventsAsync(agency)).Select(e => (e.Title, e.Status, e.StartsOn.Day))
        );
    }

    [Fact]
    public async Task Events_that_only_a_recalled_report_lists_are_cancelled_by_the_next_that_leaves_them_out()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var report = await _desk.SubmittedAsync(agency, Hall(), Hall("Fair", 20));
        await clerk.DoAsync(Recall(report));

        var unlisted = await _desk.EventsAsync(agency);
        var again = await clerk.DoAsync(Submit(agency, Hall()));
        await _desk.Reviewer.DoAsync(Accept(again.Record));

        Assert.All(unlisted, e => Assert.Equal((EventStatus.Planned, false), (e.Status, e.IsPublic)));
        Assert.Equal(
            (ReportChangeKind.Cancels, "Fair"),
            Assert.Single(again.Changes.Select(c => (c.Kind, c.Before!.Title)))
        );
        Assert.Equal(
            [("Fair", EventStatus.Cancelled), ("Hall", EventStatus.Planned)],
            (await _desk.EventsAsync(agency)).Select(e => (e.Title, e.Status))
        );
    }

    [Fact]
    public async Task The_draft_that_an_agency_is_writing_is_not_overwritten()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var report = await _desk.SubmittedAsync(agency, Hall());
        var draft = await clerk.DoAsync(
            new SaveMonthlyReportDraft
            {
                AgencyId = agency.AsId(),
                Month = Samples.April,
                Events = [Hall("Fair")],
            }
        );

        await clerk.DoAsync(Recall(report));

        Assert.Equal(
            [(draft.Record.Id, "Fair")],
            await _desk.ReadAsync(async db =>
                (await db.DraftEvents.Where(d => d.Report.AgencyId == agency.Id).ToListAsync()).Select(d =>
                    (d.ReportId, d.Facts.Title!)
                )
            )
        );
    }
}
