using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ConfirmEventTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Desk _desk = new(Day);

    [Fact]
    public async Task An_event_that_was_held_says_how_many_took_part_and_who_said_so_when()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(planned, 180));

        Assert.Equal(
            (EventStatus.Held, 180, CountMethod.Counted),
            (done.Record.Status, done.Record.Attendance, done.Record.CountMethod)
        );
        Assert.Equal([(FeedKind.EventConfirmed, agency.Id, planned.Id)], done.Announced);
        Assert.Empty(done.Warned);
        var outcome = await _desk.ReadAsync(db => db.EventOutcomes.SingleAsync(o => o.EventId == planned.Id));
        Assert.Equal(
            (EventStatus.Held, 180, CountMethod.Counted, "pat", _desk.Clock.Now, null),
            (outcome.Status, outcome.Attendance, outcome.CountMethod, outcome.By, outcome.At, outcome.Reason)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public async Task An_event_can_be_confirmed_with_no_attendance_known_and_with_nobody_there(int? attendance)
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(planned, attendance));

        Assert.Equal((EventStatus.Held, attendance), (done.Record.Status, done.Record.Attendance));
    }

    [Fact]
    public async Task An_attendance_is_corrected_by_confirming_again()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(held, 150));

        Assert.Equal(150, done.Record.Attendance);
    }

    [Theory]
    [InlineData("1998-04-14T03:59:59Z", true)]
    [InlineData("1998-04-14T04:00:00Z", false)]
    public async Task An_event_is_confirmed_from_its_first_day_in_Washington(string now, bool isRefused)
    {
        var (agency, planned) = await _desk.PlannedAsync(Samples.Facts(startsOn: Day, endsOn: Day.AddDays(2)));
        _desk.Clock.Now = DateTimeOffset.Parse(now, null).UtcDateTime;

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(planned, 180));

        Assert.Equal(
            isRefused
                ? ["input.eventId EventNotHeldYet: This event starts on 1998-04-14. Send this on that day or later."]
                : [],
            done.Refused
        );
    }

    [Fact]
    public async Task A_cancelled_event_is_not_confirmed_whatever_its_day()
    {
        var (agency, cancelled) = await _desk.PlannedAsync(since: Planning.Cancel);
        _desk.Clock.Now = _desk.Clock.Now.AddDays(-1);

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(cancelled, 180));

        Assert.Equal(["input.eventId EventDecided: This event is cancelled."], done.Refused);
    }

    [Theory]
    [InlineData(180, null)]
    [InlineData(null, CountMethod.Estimated)]
    public async Task An_attendance_comes_with_its_method_or_neither_comes(int? attendance, CountMethod? method)
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(planned, attendance) with { CountMethod = method });

        Assert.Equal(
            ["input.countMethod AttendanceNeedsMethod: " + "Give `attendance` and `countMethod` together, or neither."],
            done.Refused
        );
    }

    [Fact]
    public async Task A_negative_attendance_is_refused_together_with_an_event_of_others()
    {
        var (_, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Confirm(planned, -1));

        Assert.Equal(
            [
                "input.attendance NegativeNumber: This number cannot be negative.",
                "input.eventId RecordNotFound: There is no record with this id for which you may do this.",
            ],
            done.Refused
        );
    }

    [Theory]
    [InlineData(69, true)]
    [InlineData(70, false)]
    [InlineData(630, false)]
    [InlineData(631, true)]
    public async Task An_attendance_is_odd_below_a_third_and_above_three_times_the_expected(int attendance, bool isOdd)
    {
        var (agency, planned) = await _desk.PlannedAsync(Samples.Facts(expectedReach: 210));

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(planned, attendance));

        Assert.Equal(
            isOdd ? [$"input.attendance: The attendance is {attendance}, but 210 were expected."] : [],
            done.Warned
        );
        Assert.Equal(attendance, done.Record.Attendance);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public async Task Any_attendance_is_odd_where_nobody_was_expected_and_none_where_nothing_was_said(int? expected)
    {
        var (agency, planned) = await _desk.PlannedAsync(Samples.Facts(expectedReach: expected));

        var done = await _desk.ClerkOf(agency).DoAsync(Confirm(planned, 1));

        Assert.Equal(
            expected is null ? [] : ["input.attendance: The attendance is 1, but 0 were expected."],
            done.Warned
        );
    }

    private static ConfirmEvent Confirm(Event planned, int? attendance) =>
        new()
        {
            EventId = planned.AsId(),
            Attendance = attendance,
            CountMethod = attendance is null ? null : CountMethod.Counted,
        };
}
