using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>What becomes of events that the next revision of their report tells again or leaves out.</summary>
public sealed class AmendedEventsTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task An_amendment_replaces_the_accepted_report_and_cancels_what_it_leaves_out()
    {
        var agency = await _desk.AgencyAsync();
        var first = await _desk.AcceptedAsync(agency, Hall("Kept"), Hall("Left out"), Hall("Held"));
        var held = (await _desk.EventsAsync(agency)).Single(e => e.Title == "Held");
        await _desk.ReadAsync(async db =>
        {
            db.Add((await db.Events.FindAsync(held.Id))!.Confirm(new(1998, 4, 14), null, null, Samples.Noon, "pat"));
            return await db.SaveChangesAsync();
        });
        _desk.Clock.Now = Washington.At(new(1998, 4, 20), new(12, 0));
        var second = (
            await _desk
                .ClerkOf(agency)
                .DoAsync(Submit(agency, Hall("Kept", 20), Hall("New"), Hall("Held")) with { Reason = "A larger hall." })
        ).Record;

        var done = await _desk.Reviewer.DoAsync(Accept(second));

        var events = await _desk.EventsAsync(agency);
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
        await _desk.PostponeAsync(agency, "Away", new(1998, 5, 20));
        await _desk.PostponeAsync(agency, "Within", new(1998, 4, 20));
        await _desk.PostponeAsync(agency, "Open", null);
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
            (await _desk.EventsAsync(agency)).Select(e => (e.Title, e.Status))
        );
    }

    [Fact]
    public async Task A_cancelled_event_that_is_listed_again_is_planned_again_unless_it_was_cancelled_since()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Before"), Hall("Since"));
        await _desk.CancelAsync(agency, "Before");
        var second = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall("Before"), Hall("Since", 20)) with { Reason = "It takes place." });
        await _desk.CancelAsync(agency, "Since");

        var done = await _desk.Reviewer.DoAsync(Accept(second.Record));

        Assert.Equal(
            [("Before", EventStatus.Planned, 14), ("Since", EventStatus.Cancelled, 14)],
            (await _desk.EventsAsync(agency)).Select(e => (e.Title, e.Status, e.StartsOn.Day))
        );
        Assert.Equal([(FeedKind.MonthlyReportAccepted, agency.Id, done.Record.Id)], done.Announced);
    }

    [Fact]
    public async Task What_was_said_last_of_an_event_counts_whatever_was_said_before_the_report_was_sent()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Hall"));
        await _desk.PostponeAsync(agency, "Hall", new(1998, 4, 20));
        var second = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall("Hall", 20)) with { Reason = "Put off." });
        await _desk.CancelAsync(agency, "Hall");

        await _desk.Reviewer.DoAsync(Accept(second.Record));

        Assert.Equal(EventStatus.Cancelled, Assert.Single(await _desk.EventsAsync(agency)).Status);
    }

    [Fact]
    public async Task An_event_that_was_put_off_is_planned_again_where_its_report_says_so()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Hall"));
        await _desk.PostponeAsync(agency, "Hall", new(1998, 4, 20));

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
        var @event = Assert.Single(await _desk.EventsAsync(agency));
        Assert.Equal((EventStatus.Planned, 14, null), (@event.Status, @event.StartsOn.Day, @event.PostponedFrom));
    }

    [Fact]
    public async Task An_event_that_moved_to_another_month_is_brought_back_by_its_id_alone()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Hall"));
        await _desk.PostponeAsync(agency, "Hall", new(1998, 5, 20));
        var @event = Assert.Single(await _desk.EventsAsync(agency));
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
    public async Task An_event_may_take_another_form_after_what_it_solved_was_recorded()
    {
        var agency = await _desk.AgencyAsync();
        var day = Hall("Day") with { Format = EventFormat.ProblemSolvingDay };
        await _desk.AcceptedAsync(agency, day, day with { Title = "Other" });
        var @event = (await _desk.EventsAsync(agency)).Single(e => e.Title == "Day");
        await _desk.SaveAsync(new ProblemSolvingOutcome(@event, 1, 2, 3, 4, 5, []));

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall("Day"), Hall("Other")) with { Reason = "A town hall." });

        Assert.Equal(2, done.Record.EventCount);
    }
}
