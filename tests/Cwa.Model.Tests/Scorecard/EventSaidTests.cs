using static Cwa.Model.Tests.Histories;

namespace Cwa.Model.Tests;

/// <summary>What was said of a conversation since it was reported, as of a day.</summary>
public sealed class EventSaidTests
{
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
}
