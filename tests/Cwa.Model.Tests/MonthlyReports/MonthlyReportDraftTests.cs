using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

public sealed class MonthlyReportDraftTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task A_draft_is_saved_in_place_of_the_one_before_and_announced_to_nobody()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var first = await clerk.DoAsync(Save(agency, Hall("Reno"), Hall("Provo")));
        var second = await clerk.DoAsync(Save(agency, Hall("Fresno")));

        Assert.Equal((first.Record.Id, 1), (second.Record.Id, second.Record.EventCount));
        Assert.Equal((MonthlyReportStatus.Draft, false), (second.Record.Status, second.Record.Nil));
        Assert.Empty(second.Announced);
        Assert.Equal((2, 1), (first.Record.EventCount, first.Audited.Count));
        Assert.Equal("saveMonthlyReportDraft", Assert.Single(second.Audited).Action);
        Assert.Equal(["Fresno"], await LinesAsync(second.Record));
    }

    [Fact]
    public async Task A_draft_of_as_many_events_as_before_leaves_a_trace_as_well()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var draft = (await clerk.DoAsync(Save(agency, Hall("Reno")))).Record;

        var again = await clerk.DoAsync(Save(agency, Hall("Fresno")));

        Assert.Contains(again.Audited, entry => entry.SubjectId == draft.Id);
    }

    [Fact]
    public async Task A_draft_may_have_no_events_yet_or_say_that_there_are_none()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var empty = await clerk.DoAsync(Save(agency));
        var nil = await clerk.DoAsync(Save(agency) with { Nil = true });
        var both = await clerk.DoAsync(Save(agency, Hall()) with { Nil = true });

        Assert.Equal((false, 0), (empty.Record.Nil, empty.Record.EventCount));
        Assert.True(nil.Record.Nil);
        Assert.Equal(
            ["input.nil NilReportListsEvents: A nil report lists no events. Leave out `nil` or the events."],
            both.Refused
        );
    }

    [Fact]
    public async Task An_event_of_a_draft_is_judged_as_that_of_a_report()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var outside = await clerk.DoAsync(Save(agency, Hall(day: 1, month: 5)));
        var unknown = await clerk.DoAsync(Save(agency, Hall() with { EventId = Ids.Unknown<Event>() }));
        var twice = await clerk.DoAsync(Save(agency, Hall(), Hall()));

        Assert.Equal("input.events.0.startsOn EventOutsideMonth", Assert.Single(outside.Refused).Split(':')[0]);
        Assert.Equal("input.events.0.eventId RecordNotFound", Assert.Single(unknown.Refused).Split(':')[0]);
        Assert.Equal([$"input.events.1.title: {ReportWarnings.ListedTwice}"], twice.Warned);
        Assert.Equal(2, twice.Record.EventCount);
    }

    [Fact]
    public async Task A_draft_is_submitted_as_it_is_and_its_lines_become_events()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var draft = (await clerk.DoAsync(Save(agency, Hall("Reno"), Hall("Provo", 20)))).Record;
        var ids = await _desk.ReadAsync(db =>
            db.DraftEvents.Where(d => d.ReportId == draft.Id)
                .OrderBy(d => d.Position)
                .Select(d => d.EventId)
                .ToListAsync()
        );

        var done = await clerk.DoAsync(SubmitDraft(agency));

        Assert.Equal(
            (draft.Id, 1, MonthlyReportStatus.Submitted),
            (done.Record.Id, done.Record.Revision, done.Record.Status)
        );
        Assert.Equal([(FeedKind.MonthlyReportSubmitted, agency.Id, draft.Id)], done.Announced);
        Assert.Empty(await LinesAsync(draft));
        await using var db = await _desk.ContextAsync();
        Assert.Equal(
            [(ids[0], "Reno"), (ids[1], "Provo")],
            (await db.EventRevisions.Where(r => r.ReportId == draft.Id).OrderBy(r => r.Position).ToListAsync()).Select(
                r => (r.EventId, r.Facts.Title)
            )
        );
        Assert.Equal(
            ids.Order(),
            (await db.Events.Where(e => e.AgencyId == agency.Id).ToListAsync()).Select(e => e.Id).Order()
        );
    }

    [Fact]
    public async Task Events_that_are_sent_take_the_place_of_the_drafts()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var draft = (await clerk.DoAsync(Save(agency, Hall("Reno"), Hall("Provo", 20)))).Record;

        var done = await clerk.DoAsync(Submit(agency, Hall("Fresno")));

        Assert.Equal((draft.Id, 1), (done.Record.Id, done.Record.EventCount));
        Assert.Empty(await LinesAsync(draft));
    }

    [Fact]
    public async Task A_draft_that_says_nothing_or_is_not_there_is_not_submitted()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var absent = await clerk.DoAsync(SubmitDraft(agency));
        await clerk.DoAsync(Save(agency));
        var silent = await clerk.DoAsync(SubmitDraft(agency));
        await clerk.DoAsync(Save(agency) with { Nil = true });
        var nil = await clerk.DoAsync(SubmitDraft(agency));

        Assert.Equal(
            [
                "input.month DraftNotFound: There is no draft of this month's report to submit. "
                    + "List the month's `events`, or say with `nil` that there are none.",
            ],
            absent.Refused
        );
        Assert.Equal(
            ["input.month NoEventsListed: List the month's events, or say with `nil` that there are none."],
            silent.Refused
        );
        Assert.True(nil.Record.Nil);
    }

    [Fact]
    public async Task What_is_odd_about_a_drafts_event_is_told_of_its_month_when_it_is_submitted()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        await _desk.AcceptedAsync(agency, Hall());
        var @event = await _desk.ReadAsync(db => db.Events.SingleAsync(e => e.AgencyId == agency.Id));
        await clerk.DoAsync(new CancelEvent { EventId = @event.AsId(), Reason = "Snow." });

        var saved = await clerk.DoAsync(Save(agency, Hall()));
        var sent = await clerk.DoAsync(SubmitDraft(agency) with { Reason = "It takes place." });

        const string odd = "This event was cancelled. Once NPR accepts the report, it is planned again.";
        Assert.Equal([$"input.events.0.title: {odd}"], saved.Warned);
        Assert.Equal([$"input.month: {odd}"], sent.Warned);
        Assert.Equal((2, "It takes place."), (sent.Record.Revision, sent.Record.Reason));
    }

    [Fact]
    public async Task A_draft_is_thrown_away_and_what_was_sent_stays()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var sent = await _desk.AcceptedAsync(agency, Hall());
        var draft = (await clerk.DoAsync(Save(agency, Hall("Reno")))).Record;

        var done = await clerk.DoAsync(Discard(agency));
        var again = await clerk.DoAsync(Discard(agency));

        Assert.Equal(agency.Id, done.Record.Id);
        Assert.Equal(
            ("discardMonthlyReportDraft", draft.Id),
            (Assert.Single(done.Audited).Action, done.Audited[0].SubjectId)
        );
        Assert.Empty(done.Announced);
        Assert.Equal(["input.month DraftNotFound: The agency has no draft of this month's report."], again.Refused);
        Assert.Equal(
            [sent.Id],
            await _desk.ReadAsync(db =>
                db.MonthlyReports.Where(r => r.AgencyId == agency.Id).Select(r => r.Id).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Drafts_are_of_one_month_and_one_agency()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        await _desk.ClerkOf(agency).DoAsync(Save(agency, Hall()));

        var otherMonth = await _desk.ClerkOf(agency).DoAsync(Discard(agency) with { Month = new(1998, 5) });
        var otherAgency = await _desk.ClerkOf(other).DoAsync(Discard(other));
        var notTheirs = await _desk.ClerkOf(other).DoAsync(Discard(agency));
        var saved = await _desk.ClerkOf(other).DoAsync(Save(agency, Hall()));

        Assert.IsType<DraftNotFound>(Assert.Single(otherMonth.Refusals));
        Assert.IsType<DraftNotFound>(Assert.Single(otherAgency.Refusals));
        Assert.IsType<AgencyNotFound>(Assert.Single(notTheirs.Refusals));
        Assert.IsType<AgencyNotFound>(Assert.Single(saved.Refusals));
    }

    private Task<List<string>> LinesAsync(MonthlyReport draft) =>
        _desk.ReadAsync(db =>
            db.DraftEvents.Where(d => d.ReportId == draft.Id)
                .OrderBy(d => d.Position)
                .Select(d => d.Facts.Title!)
                .ToListAsync()
        );

    private static SaveMonthlyReportDraft Save(Agency agency, params PlannedEventInput[] events) =>
        new()
        {
            AgencyId = agency.AsId(),
            Month = Samples.April,
            Events = events,
        };

    private static DiscardMonthlyReportDraft Discard(Agency agency) =>
        new() { AgencyId = agency.AsId(), Month = Samples.April };
}
