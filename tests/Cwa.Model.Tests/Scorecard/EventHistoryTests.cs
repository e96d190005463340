using static Cwa.Model.Tests.Histories;

namespace Cwa.Model.Tests;

/// <summary>How a conversation stood at the end of a day.</summary>
public sealed class EventHistoryTests
{
    [Fact]
    public void An_event_is_there_from_its_first_day()
    {
        var history = History(Told("1998-04-01", "1998-04-14"));

        Assert.Null(On(history, "1998-04-13"));
        Assert.Equal(Case.Day("1998-04-14"), On(history, "1998-04-14")!.StartsOn);
    }

    [Fact]
    public void What_a_report_left_out_counts_from_the_day_on_which_it_was_said_until_a_revision_withdraws_it()
    {
        var history = History(
            Told("1998-04-01T16:00Z", "1998-04-02", accepted: "1998-04-02T16:00Z") with
            {
                Format = EventFormat.TownHall,
            },
            Told("1998-04-09T16:00Z", "1998-04-02", accepted: "1998-04-10T16:00Z")
        ) with
        {
            Added =
            [
                new(Case.At("1998-04-06T16:00Z"), Medium.Written, EventFormat.Mail),
                new(Case.At("1998-04-05T16:00Z"), null, null, PlaceKind.Place, StateCode.CA),
            ],
        };

        Assert.Null(On(history, "1998-04-04")!.Told.PlaceKind);
        Assert.Equal((PlaceKind.Place, StateCode.CA, null), Said("1998-04-05"));
        Assert.Equal((PlaceKind.Place, StateCode.CA, Medium.Written), Said("1998-04-06"));
        Assert.Equal(EventFormat.TownHall, On(history, "1998-04-06")!.Told.Format);
        Assert.Equal((null, null, null), Said("1998-04-10"));

        (PlaceKind?, StateCode?, Medium?) Said(string day)
        {
            var told = On(history, day)!.Told;
            return (told.PlaceKind, told.State, told.Medium);
        }
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
                AgencyId = AgencyId,
                From = new(1998, 4),
                To = new(1998, 5),
                Medium = Medium.Telephone,
                IsProblemSolving = true,
                Count = 1,
                EventId = history.EventId,
            },
            On(history, "1998-04-30")!.CountFor(AgencyId)
        );
        var counted = On(held, "1998-05-02")!.CountFor(AgencyId);
        Assert.Equal((1, 1, 40L, true), (counted.Count, counted.Attended, counted.Attendance, counted.IsHeld));
        Assert.Equal(
            new ConversationPlace(AgencyId, PlaceKind.Place, StateCode.CA, 1),
            On(history, "1998-04-30")!.PlaceFor(AgencyId)
        );
    }
}
