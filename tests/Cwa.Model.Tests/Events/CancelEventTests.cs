using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class CancelEventTests
{
    private readonly Desk _desk = new(new(1998, 4, 13));

    [Fact]
    public async Task A_cancelled_event_stays_and_says_why_by_whom_and_when()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Cancel(planned));

        Assert.Equal(EventStatus.Cancelled, done.Record.Status);
        Assert.Equal([(FeedKind.EventCancelled, agency.Id, planned.Id)], done.Announced);
        Assert.Empty(done.Warned);
        var outcome = await _desk.ReadAsync(db => db.EventOutcomes.SingleAsync(o => o.EventId == planned.Id));
        Assert.Equal(
            (EventStatus.Cancelled, "The hall burned down.", "pat", _desk.Clock.Now),
            (outcome.Status, outcome.Reason, outcome.By, outcome.At)
        );
    }

    [Fact]
    public async Task An_event_that_was_put_off_can_be_cancelled()
    {
        var (agency, postponed) = await _desk.PlannedAsync(since: Planning.Postpone);

        var done = await _desk.ClerkOf(agency).DoAsync(Cancel(postponed));

        Assert.Equal(EventStatus.Cancelled, done.Record.Status);
    }

    [Fact]
    public async Task An_event_that_was_held_is_not_cancelled()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);

        var done = await _desk.ClerkOf(agency).DoAsync(Cancel(held));

        Assert.Equal(["input.eventId EventDecided: This event was already held."], done.Refused);
        Assert.Equal(held.Id, Assert.IsType<EventDecided>(done.Refusals[0]).Existing.Id);
        Assert.Empty(done.Announced);
    }

    [Fact]
    public async Task An_event_is_cancelled_once()
    {
        var (agency, cancelled) = await _desk.PlannedAsync(since: Planning.Cancel);

        var done = await _desk.ClerkOf(agency).DoAsync(Cancel(cancelled));

        Assert.Equal(["input.eventId EventDecided: This event is cancelled."], done.Refused);
    }

    [Fact]
    public async Task Only_the_agency_that_leads_an_event_cancels_it()
    {
        var coHost = await _desk.AgencyAsync();
        var (_, planned) = await _desk.PlannedAsync(coHosts: coHost);

        var done = await _desk.ClerkOf(coHost).DoAsync(Cancel(planned));

        Assert.Equal([RecordNotFound], done.Refused);
    }

    [Fact]
    public async Task An_event_that_is_not_there_is_refused_like_one_of_others()
    {
        var clerk = _desk.ClerkOf(await _desk.AgencyAsync());

        var unknown = await clerk.DoAsync(new CancelEvent { EventId = Ids.Unknown<Event>(), Reason = "Snow." });
        var nonsense = await clerk.DoAsync(new CancelEvent { EventId = Ids.Nonsense<Event>(), Reason = "Snow." });

        Assert.Equal([RecordNotFound], unknown.Refused);
        Assert.Equal([RecordNotFound], nonsense.Refused);
    }

    [Fact]
    public async Task A_reason_that_says_nothing_is_refused_with_all_else_that_is_wrong()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);

        var done = await _desk.ClerkOf(agency).DoAsync(Cancel(held) with { Reason = " " });

        Assert.Equal(
            [
                "input.reason TextMissing: "
                    + "This text is empty. Write something, or leave the field out if it is optional.",
                "input.eventId EventDecided: This event was already held.",
            ],
            done.Refused
        );
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1001, 1)]
    public async Task A_reason_has_at_most_a_thousand_characters(int length, int refusals)
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Cancel(planned) with { Reason = new('x', length) });

        Assert.Equal(refusals, done.Refusals.Count);
    }

    [Fact]
    public async Task What_is_only_checked_leaves_the_event_as_it_is()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Cancel(planned) with { ValidateOnly = true });

        Assert.Empty(done.Refused);
        Assert.Empty(done.Records);
        Assert.Equal(
            EventStatus.Planned,
            (await _desk.ReadAsync(db => db.Events.SingleAsync(e => e.Id == planned.Id))).Status
        );
    }

    private const string RecordNotFound =
        "input.eventId RecordNotFound: There is no record with this id for which you may do this.";

    private static CancelEvent Cancel(Event planned) =>
        new() { EventId = planned.AsId(), Reason = "The hall burned down." };
}
