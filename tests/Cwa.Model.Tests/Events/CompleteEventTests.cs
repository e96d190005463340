using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>What a report left out about an event is said later, without an amendment.</summary>
public sealed class CompleteEventTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task What_was_left_out_is_said_and_the_report_stays_as_it_was()
    {
        var (agency, planned) = await AcceptedAsync(Brief());

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Complete(planned) with
                {
                    Title = "Town hall",
                    Medium = Medium.FaceToFace,
                    Format = EventFormat.TownHall,
                    Setting = Setting.Informal,
                    Access = Access.OpenToPublic,
                    TopicScope = TopicScope.OpenTopic,
                    Languages = ["en", "es"],
                    State = StateCode.CA,
                    City = "Fresno",
                    ExpectedReach = 200,
                }
            );

        var now = done.Record;
        Assert.Equal(
            ("Town hall", "TOWN HALL", Medium.FaceToFace, EventFormat.TownHall, Setting.Informal, Access.OpenToPublic),
            (now.Title, now.TitleSearch, now.Medium, now.Format, now.Setting, now.Access)
        );
        Assert.Equal(
            (TopicScope.OpenTopic, "en es", PlaceKind.Place, StateCode.CA, "Fresno", 200, true),
            (
                now.TopicScope,
                string.Join(' ', now.Languages),
                now.PlaceKind,
                now.State,
                now.City,
                now.ExpectedReach,
                now.IsPublic
            )
        );
        Assert.Equal([(FeedKind.EventCompleted, agency.Id, planned.Id)], done.Announced);
        await using var db = await _desk.ContextAsync();
        Assert.Null((await db.EventRevisions.SingleAsync(r => r.EventId == planned.Id)).Facts.Title);
        Assert.Equal(1, await db.MonthlyReports.CountAsync(r => r.AgencyId == agency.Id));
        var completion = await db.EventCompletions.SingleAsync(c => c.EventId == planned.Id);
        Assert.Equal(("pat", _desk.Clock.Now, "Town hall"), (completion.By, completion.At, completion.Title));
    }

    [Fact]
    public async Task A_draft_that_lists_the_event_says_it_too_unless_it_says_otherwise()
    {
        var (agency, planned) = await AcceptedAsync(Brief());
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(
            new SaveMonthlyReportDraft
            {
                AgencyId = agency.AsId(),
                Month = Samples.April,
                Events = [Brief() with { EventId = planned.AsId(), Title = "Hall" }],
            }
        );

        await clerk.DoAsync(Complete(planned) with { Title = "Town hall", Medium = Medium.Telephone });

        var drafted = await _desk.ReadAsync(db => db.DraftEvents.SingleAsync(line => line.EventId == planned.Id));
        Assert.Equal(("Hall", Medium.Telephone), (drafted.Facts.Title, drafted.Facts.Medium));
    }

    [Fact]
    public async Task What_was_said_is_not_changed()
    {
        var (agency, planned) = await AcceptedAsync(Hall() with { Languages = ["en"], City = "Fresno" });

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Complete(planned) with
                {
                    Title = "Other",
                    Medium = Medium.Written,
                    Languages = ["es"],
                    PlaceKind = PlaceKind.National,
                    ExpectedReach = 200,
                }
            );

        Assert.Equal(
            ["input.title", "input.medium", "input.languages", "input.placeKind"],
            done.Refusals.Select(refusal => string.Join('.', refusal.Path))
        );
        Assert.All(
            done.Refusals.Cast<FactAlreadySaid>(),
            refusal => Assert.Equal((planned.Id, "Hall"), (refusal.Existing.Id, refusal.Existing.Title))
        );
        Assert.Null((await _desk.EventsAsync(agency)).Single().ExpectedReach);
    }

    [Fact]
    public async Task A_city_is_added_to_the_state_that_was_said()
    {
        var (agency, planned) = await AcceptedAsync(Hall());

        var done = await _desk.ClerkOf(agency).DoAsync(Complete(planned) with { City = "Fresno" });

        Assert.Equal((StateCode.CA, "Fresno"), (done.Record.State, done.Record.City));
    }

    [Fact]
    public async Task A_city_alone_is_no_place()
    {
        var (agency, planned) = await AcceptedAsync(Brief());

        var done = await _desk.ClerkOf(agency).DoAsync(Complete(planned) with { City = "Fresno" });

        Assert.Equal(["input.city"], done.Refusals.Select(refusal => string.Join('.', refusal.Path)));
        Assert.IsType<PlaceMismatch>(Assert.Single(done.Refusals));
    }

    [Fact]
    public async Task Saying_the_same_again_changes_nothing()
    {
        var (agency, planned) = await AcceptedAsync(Hall());

        var done = await _desk.ClerkOf(agency).DoAsync(Complete(planned) with { Title = "Hall", State = StateCode.CA });

        Assert.Equal(planned.UpdatedAt, done.Record.UpdatedAt);
        Assert.Empty(done.Announced);
    }

    [Fact]
    public async Task What_the_event_says_can_be_repeated_while_a_revision_that_says_otherwise_waits()
    {
        var (agency, planned) = await AcceptedAsync(Hall());
        await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall() with { Title = "Hearing" }) with { Reason = "It was renamed." });

        var done = await _desk.ClerkOf(agency).DoAsync(Complete(planned) with { Title = "Hall", City = "Fresno" });

        Assert.Equal(("Hall", "Fresno"), (done.Record.Title, done.Record.City));
    }

    [Fact]
    public async Task Something_has_to_be_said()
    {
        var (agency, planned) = await AcceptedAsync(Brief());

        var done = await _desk.ClerkOf(agency).DoAsync(Complete(planned));

        Assert.Equal(
            ["input NothingToComplete: Give at least one fact about the event that its report left out."],
            done.Refused
        );
    }

    [Fact]
    public async Task Only_the_agency_that_leads_an_event_completes_it()
    {
        var (_, planned) = await AcceptedAsync(Brief());

        var done = await _desk
            .ClerkOf(await _desk.AgencyAsync())
            .DoAsync(Complete(planned) with { Title = "Mine", Languages = ["no such language"] });

        Assert.IsType<RecordNotFound>(Assert.Single(done.Refusals));
    }

    [Fact]
    public async Task What_is_said_while_a_revision_waits_stands_when_it_is_accepted()
    {
        var (agency, planned) = await AcceptedAsync(Brief());
        var amended = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Brief() with { Title = "Town hall" }) with { Reason = "It has a name." });

        var contradicted = await _desk.ClerkOf(agency).DoAsync(Complete(planned) with { Title = "Hearing" });
        await _desk.ClerkOf(agency).DoAsync(Complete(planned) with { Medium = Medium.Written });
        await _desk.Reviewer.DoAsync(Accept(amended.Record));

        Assert.IsType<FactAlreadySaid>(Assert.Single(contradicted.Refusals));
        var now = (await _desk.EventsAsync(agency)).Single();
        Assert.Equal(("Town hall", Medium.Written), (now.Title, now.Medium));
    }

    [Fact]
    public async Task An_amendment_keeps_what_was_said_since_and_can_withdraw_it()
    {
        var (agency, planned) = await AcceptedAsync(Brief());
        await _desk
            .ClerkOf(agency)
            .DoAsync(Complete(planned) with { Medium = Medium.Written, State = StateCode.CA, Title = "Town hall" });

        var kept = await AmendedAsync(agency, Brief() with { ExpectedReach = 12 });
        Assert.Equal(
            (planned.Id, Medium.Written, StateCode.CA, 12),
            (kept.Id, kept.Medium, kept.State, kept.ExpectedReach)
        );

        var withdrawn = await AmendedAsync(agency, Brief() with { Medium = null });
        Assert.Equal(
            (planned.Id, null, StateCode.CA, 12),
            (withdrawn.Id, withdrawn.Medium, withdrawn.State, withdrawn.ExpectedReach)
        );
    }

    private async Task<(Agency Agency, Event Event)> AcceptedAsync(PlannedEventInput said)
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, said);
        return (agency, (await _desk.EventsAsync(agency)).Single());
    }

    private async Task<Event> AmendedAsync(Agency agency, PlannedEventInput said)
    {
        var sent = await _desk.ClerkOf(agency).DoAsync(Submit(agency, said) with { Reason = "We know more." });
        await _desk.Reviewer.DoAsync(Accept(sent.Record));
        return (await _desk.EventsAsync(agency)).Single();
    }

    private static CompleteEvent Complete(Event planned) => new() { EventId = planned.AsId() };
}
