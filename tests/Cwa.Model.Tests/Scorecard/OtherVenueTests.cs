namespace Cwa.Model.Tests;

/// <summary>“Problem Solving Days and other venues”: events of any format that solved problems (CWA-4.2).</summary>
public sealed class OtherVenueTests
{
    private readonly Case _case = new();
    private readonly Agency _agency;

    public OtherVenueTests() => _agency = _case.Has();

    [Fact]
    public void Any_event_is_a_venue_from_its_last_day_once_it_is_known_what_it_solved()
    {
        Solves(_case.Holds(_agency, "1998-05-14", until: "1998-05-16"));

        Assert.Equal("Pending Met Met", _case.Statuses(_agency, "CWA-4.2", "1998-05-15", "1998-05-16", "1998-12-31"));
        Assert.Equal(
            "No problem-solving day was held in 1998, but problems were solved at 1 other event.",
            _case.Cell(_agency, "CWA-4.2", "1998-05-16").Reason
        );
        Assert.Equal("Pending", _case.Statuses(_agency, "CWA-4.2", "1999-01-01"));
    }

    [Fact]
    public void A_town_hall_of_which_nothing_is_known_is_no_venue()
    {
        _case.Holds(_agency, "1998-05-14", said: new EventSaid(Case.At("1998-05-14T20:00:00Z"), EventStatus.Held, 200));

        Assert.Equal("Pending NotMet", _case.Statuses(_agency, "CWA-4.2", "1998-12-30", "1998-12-31"));
    }

    [Fact]
    public void Other_venues_are_told_after_the_problem_solving_days_that_were_held()
    {
        var fair = Solves(_case.Holds(_agency, "1998-05-14", format: EventFormat.Conference));
        var hotline = Solves(_case.Holds(_agency, "1998-06-14", format: EventFormat.Hotline));
        var open = _case.Holds(_agency, "1998-03-20", format: EventFormat.ProblemSolvingDay);
        var day = Solves(_case.Holds(_agency, "1998-04-14", format: EventFormat.ProblemSolvingDay));

        var cell = _case.Cell(_agency, "CWA-4.2", "1998-07-01");

        Assert.Equal(
            "1 problem-solving day took place in 1998, and problems were solved at 2 other events.",
            cell.Reason
        );
        Assert.Equal(new[] { day, hotline, fair, open }.Select(e => Evidence.Of<Event>(e.EventId)), cell.Evidence);
        Assert.Equal(4, cell.EvidenceCount);
    }

    [Fact]
    public void A_joint_event_is_a_venue_of_each_agency_that_holds_it()
    {
        var partner = _case.Has("VA");
        Solves(_case.Holds(_agency, "1998-05-14", with: partner));

        Assert.Equal("Met", _case.Statuses(partner, "CWA-4.2", "1998-05-14"));
    }

    [Fact]
    public void An_agency_that_is_only_requested_takes_part_by_such_an_event_and_is_in_no_rate()
    {
        var requested = _case.Has("FRB", directive: DirectiveStanding.Requested);
        Solves(_case.Holds(requested, "1998-05-14"));

        Assert.Equal("VoluntaryMet", _case.Statuses(requested, "CWA-4.2", "1998-05-14"));
        var rates = _case.On("1998-12-31").Government.Requirements.Single(r => r.Requirement.Key == "CWA-4.2");
        Assert.Equal((0.0, 1.0, 1), (rates.Rate, rates.Participation, rates.Decided));
    }

    private EventHistory Solves(EventHistory held)
    {
        _case.Events.Remove(held);
        _case.Events.Add(held with { HasResults = true });
        return held;
    }
}
