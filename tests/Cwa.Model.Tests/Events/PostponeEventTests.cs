using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class PostponeEventTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Desk _desk = new(Day);

    [Fact]
    public async Task An_event_that_is_put_off_has_its_new_days_and_says_why_by_whom_and_when()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Postpone(planned) with { StartsOn = new(1998, 5, 5), EndsOn = new(1998, 5, 6) });

        Assert.Equal(
            (EventStatus.Postponed, Day, new DateOnly(1998, 5, 5), new DateOnly(1998, 5, 6)),
            (done.Record.Status, done.Record.PostponedFrom, done.Record.StartsOn, done.Record.EndsOn)
        );
        Assert.Equal([(FeedKind.EventPostponed, agency.Id, planned.Id)], done.Announced);
        Assert.Empty(done.Warned);
        var outcome = await _desk.ReadAsync(db => db.EventOutcomes.SingleAsync(o => o.EventId == planned.Id));
        Assert.Equal(
            (EventStatus.Postponed, "Snow is forecast.", "pat", _desk.Clock.Now),
            (outcome.Status, outcome.Reason, outcome.By, outcome.At)
        );
        Assert.Equal((new DateOnly(1998, 5, 5), new DateOnly(1998, 5, 6)), (outcome.NewStartsOn, outcome.NewEndsOn));
    }

    [Fact]
    public async Task An_event_is_put_off_to_no_day_yet_and_keeps_its_old_ones()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Postpone(planned));

        Assert.Equal(
            (EventStatus.Postponed, null, Day, Day),
            (done.Record.Status, done.Record.PostponedFrom, done.Record.StartsOn, done.Record.EndsOn)
        );
    }

    [Fact]
    public async Task Without_a_last_day_it_is_an_event_of_one_day()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Postpone(planned) with { StartsOn = new(1998, 5, 5) });

        Assert.Equal(new(1998, 5, 5), done.Record.EndsOn);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task The_new_last_day_is_not_before_the_first(int days, bool isRefused)
    {
        var (agency, planned) = await _desk.PlannedAsync();
        var startsOn = new DateOnly(1998, 5, 5);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Postpone(planned) with { StartsOn = startsOn, EndsOn = startsOn.AddDays(days) });

        Assert.Equal(
            isRefused ? ["input.endsOn EndBeforeStart: This end is before the start on 1998-05-05."] : [],
            done.Refused
        );
    }

    [Fact]
    public async Task A_last_day_comes_with_a_first()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Postpone(planned) with { EndsOn = new(1998, 5, 5) });

        Assert.Equal(["input.endsOn EndWithoutStart: Give the new first day too, or neither day."], done.Refused);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task A_new_first_day_that_has_passed_is_odd(int days, bool isOdd)
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Postpone(planned) with { StartsOn = Day.AddDays(days) });

        Assert.Equal(isOdd ? ["input.startsOn: The new first day is in the past."] : [], done.Warned);
        Assert.Equal(Day.AddDays(days), done.Record.StartsOn);
    }

    [Fact]
    public async Task An_event_that_was_held_or_cancelled_is_not_put_off()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);
        var (other, cancelled) = await _desk.PlannedAsync(since: Planning.Cancel);

        var ofHeld = await _desk.ClerkOf(agency).DoAsync(Postpone(held));
        var ofCancelled = await _desk.ClerkOf(other).DoAsync(Postpone(cancelled));

        Assert.Equal(["input.eventId EventDecided: This event was already held."], ofHeld.Refused);
        Assert.Equal(["input.eventId EventDecided: This event is cancelled."], ofCancelled.Refused);
    }

    [Fact]
    public async Task An_event_can_be_put_off_again()
    {
        var (agency, postponed) = await _desk.PlannedAsync(since: Planning.Postpone);

        var done = await _desk.ClerkOf(agency).DoAsync(Postpone(postponed) with { StartsOn = new(1998, 6, 2) });

        Assert.Equal((Day, new DateOnly(1998, 6, 2)), (done.Record.PostponedFrom, done.Record.StartsOn));
    }

    [Fact]
    public async Task An_event_of_others_is_not_found()
    {
        var (_, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Postpone(planned));

        Assert.Equal(
            ["input.eventId RecordNotFound: There is no record with this id for which you may do this."],
            done.Refused
        );
    }

    private static PostponeEvent Postpone(Event planned) =>
        new() { EventId = planned.AsId(), Reason = "Snow is forecast." };
}
