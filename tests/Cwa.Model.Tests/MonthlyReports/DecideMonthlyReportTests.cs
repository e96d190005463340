using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>What NPR decides about a report, and what becomes of its events.</summary>
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
            (await EventsAsync(agency)).Select(e => (e.Title, e.IsPublic))
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
        Assert.False(Assert.Single(await EventsAsync(agency)).IsPublic);
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

    [Fact]
    public async Task An_amendment_replaces_the_accepted_report_and_cancels_what_it_leaves_out()
    {
        var agency = await _desk.AgencyAsync();
        var first = await _desk.AcceptedAsync(agency, Hall("Kept"), Hall("Left out"), Hall("Held"));
        var held = (await EventsAsync(agency)).Single(e => e.Title == "Held");
        await _desk.ReadAsync(async db =>
        {
            db.Add((await db.Events.FindAsync(held.Id))!.Confirm(new(1998, 4, 14), null, null, Samples.Noon, "pat"));
            return await db.SaveChangesAsync();
        });
        var second = (
            await _desk
                .ClerkOf(agency)
                .DoAsync(Submit(agency, Hall("Kept", 20), Hall("New")) with { Reason = "A larger hall." })
        ).Record;

        var done = await _desk.Reviewer.DoAsync(Accept(second));

        var events = await EventsAsync(agency);
        Assert.Equal(
            [
                ("Held", EventStatus.Held, 14),
                ("Kept", EventStatus.Planned, 20),
                ("Left out", EventStatus.Cancelled, 14),
                ("New", EventStatus.Planned, 14),
            ],
            events.Select(e => (e.Title, e.Status, e.StartsOn.Day))
        );
        Assert.Equal(
            [
                (FeedKind.MonthlyReportAccepted, agency.Id, second.Id),
                (FeedKind.EventCancelled, agency.Id, events[2].Id),
            ],
            done.Announced
        );
        await using var db = await _desk.ContextAsync();
        Assert.Equal(MonthlyReportStatus.Amended, (await db.MonthlyReports.FindAsync(first.Id))!.Status);
        var outcome = await db.EventOutcomes.SingleAsync(o => o.EventId == events[2].Id);
        Assert.Equal(
            ("Left out of revision 2 of the report for 1998-04.", "pat", EventStatus.Cancelled, _desk.Clock.Now),
            (outcome.Reason, outcome.By, outcome.Status, outcome.At)
        );
        Assert.Contains(done.Audited, entry => entry.SubjectId == first.Id);
    }

    [Fact]
    public async Task An_event_that_was_put_off_to_another_month_stays_when_it_is_left_out()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Away"), Hall("Within"), Hall("Open"));
        await PostponeAsync(agency, "Away", new(1998, 5, 20));
        await PostponeAsync(agency, "Within", new(1998, 4, 20));
        await PostponeAsync(agency, "Open", null);
        var second = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall("New")) with { Reason = "A larger hall." });

        await _desk.Reviewer.DoAsync(Accept(second.Record));

        Assert.Equal(
            [
                ("Away", EventStatus.Postponed),
                ("New", EventStatus.Planned),
                ("Open", EventStatus.Cancelled),
                ("Within", EventStatus.Cancelled),
            ],
            (await EventsAsync(agency)).Select(e => (e.Title, e.Status))
        );
    }

    [Fact]
    public async Task A_cancelled_event_that_is_listed_again_is_planned_again_unless_it_was_cancelled_since()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Before"), Hall("Since"));
        await CancelAsync(agency, "Before");
        var second = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall("Before"), Hall("Since", 20)) with { Reason = "It takes place." });
        await CancelAsync(agency, "Since");

        var done = await _desk.Reviewer.DoAsync(Accept(second.Record));

        Assert.Equal(
            [("Before", EventStatus.Planned, 14), ("Since", EventStatus.Cancelled, 14)],
            (await EventsAsync(agency)).Select(e => (e.Title, e.Status, e.StartsOn.Day))
        );
        Assert.Equal([(FeedKind.MonthlyReportAccepted, agency.Id, done.Record.Id)], done.Announced);
    }

    [Fact]
    public async Task What_was_said_last_of_an_event_counts_whatever_was_said_before_the_report_was_sent()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Hall"));
        await PostponeAsync(agency, "Hall", new(1998, 4, 20));
        var second = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall("Hall", 20)) with { Reason = "Put off." });
        await CancelAsync(agency, "Hall");

        await _desk.Reviewer.DoAsync(Accept(second.Record));

        Assert.Equal(EventStatus.Cancelled, Assert.Single(await EventsAsync(agency)).Status);
    }

    [Fact]
    public async Task An_event_that_was_put_off_is_planned_again_where_its_report_says_so()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Hall"));
        await PostponeAsync(agency, "Hall", new(1998, 4, 20));

        var second = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall("Hall")) with { Reason = "The first day." });
        await _desk.Reviewer.DoAsync(Accept(second.Record));

        Assert.Equal(
            [
                "input.events.0.title: This event was postponed. Once NPR accepts the report, "
                    + "it is planned for 1998-04-14 again.",
            ],
            second.Warned
        );
        var @event = Assert.Single(await EventsAsync(agency));
        Assert.Equal((EventStatus.Planned, 14, null), (@event.Status, @event.StartsOn.Day, @event.PostponedFrom));
    }

    [Fact]
    public async Task An_event_that_moved_to_another_month_is_brought_back_by_its_id_alone()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Hall"));
        await PostponeAsync(agency, "Hall", new(1998, 5, 20));
        var @event = Assert.Single(await EventsAsync(agency));
        await _desk
            .ClerkOf(agency)
            .DoAsync(
                new SubmitMonthlyReport
                {
                    AgencyId = agency.AsId(),
                    Month = new(1998, 5),
                    Events = [Hall("Hall", 20, 5) with { EventId = @event.AsId() }],
                }
            );
        var may = await _desk.ReadAsync(db =>
            db.MonthlyReports.SingleAsync(r => r.AgencyId == agency.Id && r.Month == new ReportMonth(1998, 5))
        );
        await _desk.Reviewer.DoAsync(Accept(may));
        var clerk = _desk.ClerkOf(agency);

        var byTitle = await clerk.DoAsync(Submit(agency, Hall("Hall")) with { Reason = "Back again." });
        var byId = await clerk.DoAsync(
            Submit(agency, Hall("Hall") with { EventId = @event.AsId() }) with
            {
                Reason = "Back again.",
            }
        );

        Assert.Equal("input.events.0.title EventMovedOn", Assert.Single(byTitle.Refused).Split(':')[0]);
        Assert.Equal(2, byId.Record.Revision);
    }

    [Fact]
    public async Task A_problem_solving_day_with_a_recorded_outcome_stays_one()
    {
        var agency = await _desk.AgencyAsync();
        var day = Hall("Day") with { Format = EventFormat.ProblemSolvingDay };
        await _desk.AcceptedAsync(agency, day, day with { Title = "Other" });
        var @event = (await EventsAsync(agency)).Single(e => e.Title == "Day");
        await _desk.SaveAsync(new ProblemSolvingOutcome(@event, 1, 2, 3, 4, 5, []));

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall("Day"), Hall("Other")) with { Reason = "A town hall." });
        var kept = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, day, Hall("Other")) with { Reason = "A town hall." });

        Assert.Equal("input.events.0.format AchievementRecorded", Assert.Single(done.Refused).Split(':')[0]);
        Assert.Equal(2, kept.Record.EventCount);
    }

    private async Task<IReadOnlyList<Event>> EventsAsync(Agency agency) =>
        await _desk.ReadAsync(db => db.Events.Where(e => e.AgencyId == agency.Id).OrderBy(e => e.Title).ToListAsync());

    private async Task CancelAsync(Agency agency, string title) =>
        await _desk
            .ClerkOf(agency)
            .DoAsync(new CancelEvent { EventId = await EventIdAsync(agency, title), Reason = "Snow." });

    private async Task PostponeAsync(Agency agency, string title, DateOnly? to) =>
        await _desk
            .ClerkOf(agency)
            .DoAsync(
                new PostponeEvent
                {
                    EventId = await EventIdAsync(agency, title),
                    Reason = "Snow.",
                    StartsOn = to,
                }
            );

    private async Task<Id<Event>> EventIdAsync(Agency agency, string title) =>
        (await EventsAsync(agency)).Single(e => e.Title == title).AsId();
}
