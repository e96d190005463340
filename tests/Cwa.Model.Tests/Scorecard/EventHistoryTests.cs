namespace Cwa.Model.Tests;

/// <summary>How a conversation stood at the end of a day.</summary>
public sealed class EventHistoryTests
{
    private static readonly Guid Agency = Guid.NewGuid();

    [Fact]
    public void An_event_is_there_from_its_first_day()
    {
        var history = History(Told("1998-04-01", "1998-04-14"));

        Assert.Null(On(history, "1998-04-13"));
        Assert.Equal(Case.Day("1998-04-14"), On(history, "1998-04-14")!.StartsOn);
    }

    [Fact]
    public void Until_a_revision_is_accepted_the_newest_that_was_sent_is_in_force()
    {
        var history = History(
            Told("1998-04-01T16:00Z", "1998-04-02"),
            Told("1998-04-05T16:00Z", "1998-04-03"),
            Told("1998-04-09T16:00Z", "1998-04-04")
        );

        Assert.Equal(Case.Day("1998-04-02"), On(history, "1998-04-04")!.StartsOn);
        Assert.Equal(Case.Day("1998-04-03"), On(history, "1998-04-05")!.StartsOn);
        Assert.Equal(Case.Day("1998-04-04"), On(history, "1998-04-09")!.StartsOn);
    }

    [Fact]
    public void Once_a_revision_is_accepted_the_newest_accepted_one_is_in_force()
    {
        var history = History(
            Told("1998-04-01T16:00Z", "1998-04-02", accepted: "1998-04-07T16:00Z"),
            Told("1998-04-05T16:00Z", "1998-04-03", accepted: "1998-04-11T16:00Z"),
            Told("1998-04-09T16:00Z", "1998-04-04")
        );

        Assert.Equal(Case.Day("1998-04-03"), On(history, "1998-04-06")!.StartsOn);
        Assert.Equal(Case.Day("1998-04-02"), On(history, "1998-04-10")!.StartsOn);
        Assert.Equal(Case.Day("1998-04-03"), On(history, "1998-04-11")!.StartsOn);
    }

    [Fact]
    public void An_event_that_was_reported_late_took_place_as_the_first_report_of_it_says()
    {
        var history = History(
            Told("1998-06-05T16:00Z", "1998-04-03"),
            Told("1998-06-01T16:00Z", "1998-04-02"),
            Told("1998-06-09T16:00Z", "1998-04-04")
        );

        Assert.Equal(Case.Day("1998-04-02"), On(history, "1998-05-01")!.StartsOn);
    }

    [Fact]
    public void What_is_sent_or_accepted_or_said_as_a_day_ends_is_of_the_next_day()
    {
        // Midnight in Washington.
        const string midnight = "1998-04-06T04:00Z";
        var sent = History(Told("1998-04-01", "1998-04-02"), Told(midnight, "1998-04-03"));
        var accepted = History(
            Told("1998-04-01", "1998-04-02", accepted: midnight),
            Told("1998-04-03T16:00Z", "1998-04-03")
        );
        var said = History(Told("1998-04-01", "1998-04-02")) with { Said = [Said(midnight, EventStatus.Cancelled)] };

        Assert.Equal(Case.Day("1998-04-02"), On(sent, "1998-04-05")!.StartsOn);
        Assert.Equal(Case.Day("1998-04-03"), On(sent, "1998-04-06")!.StartsOn);
        Assert.Equal(Case.Day("1998-04-03"), On(accepted, "1998-04-05")!.StartsOn);
        Assert.Equal(Case.Day("1998-04-02"), On(accepted, "1998-04-06")!.StartsOn);
        Assert.NotNull(On(said, "1998-04-05"));
        Assert.Null(On(said, "1998-04-06"));
    }

    [Fact]
    public void That_it_was_held_stays_and_counts_with_its_attendance()
    {
        var history = History(
            Told("1998-04-01", "1998-04-02", accepted: "1998-04-01T18:00Z"),
            Told("1998-04-09T16:00Z", "1998-04-03", accepted: "1998-04-09T18:00Z")
        ) with
        {
            Said = [Said("1998-04-05T16:00Z", EventStatus.Held) with { Attendance = 40 }],
        };

        Assert.False(On(history, "1998-04-04")!.IsHeld);
        Assert.Null(On(history, "1998-04-04")!.Attendance);
        Assert.Equal((true, 40), (On(history, "1998-04-05")!.IsHeld, On(history, "1998-04-05")!.Attendance));
        Assert.Equal((true, 40), (On(history, "1998-04-10")!.IsHeld, On(history, "1998-04-10")!.Attendance));
    }

    [Fact]
    public void The_newest_of_what_was_said_counts()
    {
        var history = History(Told("1998-04-01", "1998-04-02")) with
        {
            Said =
            [
                Said("1998-04-07T16:00Z", EventStatus.Held) with
                {
                    Attendance = 50,
                },
                Said("1998-04-05T16:00Z", EventStatus.Held) with
                {
                    Attendance = 40,
                },
            ],
        };

        Assert.Equal(40, On(history, "1998-04-06")!.Attendance);
        Assert.Equal(50, On(history, "1998-04-07")!.Attendance);
    }

    [Fact]
    public void A_cancelled_event_that_a_later_revision_tells_anew_is_back_once_that_is_accepted()
    {
        var history = History(
            Told("1998-04-01", "1998-04-02"),
            Told("1998-04-09T16:00Z", "1998-04-03", accepted: "1998-04-11T16:00Z")
        ) with
        {
            Said = [Said("1998-04-05T16:00Z", EventStatus.Cancelled)],
        };

        Assert.NotNull(On(history, "1998-04-04"));
        Assert.Null(On(history, "1998-04-05"));
        Assert.Null(On(history, "1998-04-10"));
        Assert.NotNull(On(history, "1998-04-11"));
    }

    [Fact]
    public void A_revision_that_is_accepted_as_a_day_ends_brings_a_cancelled_event_back_on_the_next_day()
    {
        var history = History(
            Told("1998-04-01", "1998-04-02"),
            Told("1998-04-05T16:00Z", "1998-04-03", accepted: "1998-04-06T04:00Z")
        ) with
        {
            Said = [Said("1998-04-04T16:00Z", EventStatus.Cancelled)],
        };

        Assert.Null(On(history, "1998-04-05"));
        Assert.NotNull(On(history, "1998-04-06"));
    }

    [Fact]
    public void What_is_cancelled_at_the_instant_at_which_a_revision_is_sent_stays_cancelled()
    {
        const string instant = "1998-04-09T16:00Z";
        var history = History(Told(instant, "1998-04-03", accepted: "1998-04-09T18:00Z")) with
        {
            Said = [Said(instant, EventStatus.Cancelled)],
        };

        Assert.Null(On(history, "1998-04-10"));
    }

    [Fact]
    public void An_event_that_is_put_off_is_there_from_its_new_first_day()
    {
        var history = History(Told("1998-04-01", "1998-04-02")) with
        {
            Said =
            [
                Said("1998-04-05T16:00Z", EventStatus.Postponed) with
                {
                    StartsOn = Case.Day("1998-05-10"),
                    EndsOn = Case.Day("1998-05-12"),
                },
            ],
        };

        Assert.NotNull(On(history, "1998-04-04"));
        Assert.Null(On(history, "1998-04-05"));
        Assert.Null(On(history, "1998-05-09"));
        var day = On(history, "1998-05-10")!;
        Assert.Equal((Case.Day("1998-05-10"), Case.Day("1998-05-12")), (day.StartsOn, day.EndsOn));
    }

    [Fact]
    public void An_event_that_is_put_off_to_no_day_is_gone_until_a_later_revision_tells_it_anew()
    {
        var history = History(Told("1998-04-01", "1998-04-02"), Told("1998-04-09T16:00Z", "1998-04-08")) with
        {
            Said = [Said("1998-04-05T16:00Z", EventStatus.Postponed)],
        };

        Assert.Null(On(history, "1998-04-08"));
        Assert.Equal(Case.Day("1998-04-08"), On(history, "1998-04-09")!.StartsOn);
    }

    [Fact]
    public void What_is_put_off_to_a_first_day_without_a_last_has_no_day() =>
        Assert.Null(
            On(
                History(Told("1998-04-01", "1998-04-02")) with
                {
                    Said =
                    [
                        Said("1998-04-05T16:00Z", EventStatus.Postponed) with
                        {
                            StartsOn = Case.Day("1998-04-06"),
                        },
                    ],
                },
                "1998-04-30"
            )
        );

    [Fact]
    public void Results_show_that_an_event_was_held_from_its_last_day()
    {
        var history = History(Told("1998-04-01", "1998-04-02", until: "1998-04-04")) with { HasResults = true };

        Assert.False(On(history, "1998-04-03")!.IsHeld);
        Assert.True(On(history, "1998-04-04")!.IsHeld);
        Assert.False(On(history with { HasResults = false }, "1998-04-04")!.IsHeld);
    }

    [Fact]
    public void An_event_counts_one_with_its_attendance_where_that_is_known()
    {
        var history = History(
            Told("1998-04-01", "1998-04-30", until: "1998-05-01") with
            {
                Medium = Medium.Telephone,
                Format = EventFormat.ProblemSolvingDay,
                PlaceKind = PlaceKind.Place,
                State = StateCode.CA,
            }
        );
        var held = history with { Said = [Said("1998-05-02T16:00Z", EventStatus.Held) with { Attendance = 40 }] };

        Assert.Equal(
            new ConversationCount
            {
                AgencyId = Agency,
                From = new(1998, 4),
                To = new(1998, 5),
                Medium = Medium.Telephone,
                IsProblemSolving = true,
                Count = 1,
                EventId = history.EventId,
            },
            On(history, "1998-04-30")!.CountFor(Agency)
        );
        var counted = On(held, "1998-05-02")!.CountFor(Agency);
        Assert.Equal((1, 1, 40L, true), (counted.Count, counted.Attended, counted.Attendance, counted.IsHeld));
        Assert.Equal(
            new ConversationPlace(Agency, PlaceKind.Place, StateCode.CA, 1),
            On(history, "1998-04-30")!.PlaceFor(Agency)
        );
    }

    private static EventOnDay? On(EventHistory history, string day) => history.On(Case.Day(day));

    private static EventHistory History(params EventTold[] told) => new() { EventId = Guid.NewGuid(), Told = told };

    private static EventTold Told(string at, string on, string? until = null, string? accepted = null) =>
        new()
        {
            SubmittedAt = Case.At(at),
            AcceptedAt = accepted is null ? null : Case.At(accepted),
            HostIds = [Agency],
            StartsOn = Case.Day(on),
            EndsOn = Case.Day(until ?? on),
        };

    private static EventSaid Said(string at, EventStatus status) => new(Case.At(at), status);
}
