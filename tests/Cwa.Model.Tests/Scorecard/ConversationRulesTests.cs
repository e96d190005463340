namespace Cwa.Model.Tests;

public sealed class ConversationRulesTests
{
    private readonly Case _case = new();

    [Fact]
    public void Conversations_in_every_month_and_findings_of_both_kinds_meet_action_1_when_the_year_is_over()
    {
        var agency = _case.Has();
        _case.HoldsInMonths(agency, 4, 12);
        _case.Finds(agency, FindingAbout.WantedServices, "1998-05-02");
        _case.Finds(agency, FindingAbout.Satisfaction, "1998-12-31");

        Assert.Equal(
            "Pending Pending Met",
            _case.Statuses(agency, "CWA-1.1", "1998-04-30", "1998-12-30", "1998-12-31")
        );
    }

    [Fact]
    public void A_month_without_a_conversation_is_missed_for_good_when_it_is_over()
    {
        var agency = _case.Has();
        _case.HoldsInMonths(agency, 4, 5);
        _case.HoldsInMonths(agency, 7, 12);

        Assert.Equal(
            "Pending NotMet NotMet",
            _case.Statuses(agency, "CWA-1.1", "1998-06-29", "1998-06-30", "1998-07-20")
        );
        Assert.Equal(
            "No conversation was held or planned, and no program ran, in June 1998.",
            _case.Cell(agency, "CWA-1.1", "1998-07-20").Reason
        );
    }

    [Fact]
    public void March_1998_does_not_count_as_a_month_of_the_directive()
    {
        var agency = _case.Has();

        Assert.Equal("Pending NotMet", _case.Statuses(agency, "CWA-1.1", "1998-03-31", "1998-04-30"));
    }

    [Fact]
    public void Findings_of_one_kind_alone_are_not_enough()
    {
        var agency = _case.Has();
        _case.HoldsInMonths(agency, 4, 12);
        _case.Finds(agency, FindingAbout.WantedServices, "1998-05-02");

        Assert.Equal("Pending NotMet", _case.Statuses(agency, "CWA-1.1", "1998-12-30", "1998-12-31"));
        Assert.Equal(
            "No month is without a conversation or a running program so far, "
                + "but no finding about satisfaction was made.",
            _case.Cell(agency, "CWA-1.1", "1998-12-31").Reason
        );
    }

    [Fact]
    public void A_conversation_counts_in_each_month_that_it_touches_and_for_each_agency_that_holds_it()
    {
        var (lead, partner) = (_case.Has("SSA"), _case.Has("VA"));
        _case.Holds(lead, "1998-04-20", until: "1998-06-02", with: partner);

        Assert.Equal("Pending NotMet", _case.Statuses(lead, "CWA-1.1", "1998-06-30", "1998-07-31"));
        Assert.Equal("Pending NotMet", _case.Statuses(partner, "CWA-1.1", "1998-06-30", "1998-07-31"));
    }

    [Fact]
    public void A_conversation_cancelled_later_counts_until_then()
    {
        var agency = _case.Has();
        _case.Holds(agency, "1998-04-14", said: new EventSaid(Case.At("1998-05-20T15:00:00Z"), EventStatus.Cancelled));

        Assert.Equal(
            "Pending Pending NotMet",
            _case.Statuses(agency, "CWA-1.1", "1998-04-30", "1998-05-19", "1998-05-20")
        );
    }

    [Fact]
    public void A_postponed_conversation_leaves_its_month_when_that_is_recorded()
    {
        var agency = _case.Has();
        _case.Holds(
            agency,
            "1998-04-14",
            said: new EventSaid(
                Case.At("1998-05-03T15:00:00Z"),
                EventStatus.Postponed,
                null,
                Case.Day("1998-06-10"),
                Case.Day("1998-06-10")
            )
        );
        _case.Holds(agency, "1998-05-14");

        Assert.Equal("Pending NotMet", _case.Statuses(agency, "CWA-1.1", "1998-05-02", "1998-05-03"));
        Assert.Equal(
            "No conversation was held or planned, and no program ran, in April 1998.",
            _case.Cell(agency, "CWA-1.1", "1998-06-30").Reason
        );
    }

    [Fact]
    public void A_conversation_that_was_reported_late_still_counts()
    {
        var agency = _case.Has();
        _case.Holds(agency, "1998-04-14", told: "1998-06-20T15:00:00Z");

        Assert.Equal("Pending", _case.Statuses(agency, "CWA-1.1", "1998-04-30"));
    }

    [Fact]
    public void Reach_is_told_beside_the_number_of_customers_that_holds_on_the_day()
    {
        var (agency, ended) = (_case.Has("SSA"), _case.Has("USEC", ended: "1998-07-01"));
        foreach (var declaring in new[] { agency, ended })
        {
            _case.Declares(declaring, "1998-07-01", 2_000);
            _case.Declares(declaring, "1998-04-01", 1);
        }

        Assert.Equal("the agency has not declared its number of customers.", Customers(agency, "1998-03-31"));
        Assert.Equal("the agency has 1 customer.", Customers(agency, "1998-04-01"));
        Assert.Equal("the agency has 1 customer.", Customers(agency, "1998-06-30"));
        Assert.Equal("the agency has 2,000 customers.", Customers(agency, "1998-07-01"));
        // It is judged on its last day.
        Assert.Equal("the agency has 1 customer", Customers(ended, "1998-07-01"));

        string Customers(Agency of, string day) => _case.Cell(of, "CWA-3.1", day).Reason.Split("; ")[1];
    }

    [Fact]
    public void Reach_and_media_and_places_are_given_as_figures()
    {
        var agency = _case.Has(customers: 50_000);
        _case.Holds(
            agency,
            "1998-04-14",
            state: StateCode.CA,
            said: new EventSaid(Case.At("1998-04-15T15:00:00Z"), EventStatus.Held, 1_200)
        );
        _case.Holds(
            agency,
            "1998-04-15",
            state: StateCode.CA,
            medium: Medium.Telephone,
            said: new EventSaid(Case.At("1998-04-16T15:00:00Z"), EventStatus.Held, 40)
        );
        _case.Holds(agency, "1998-04-16", medium: Medium.Electronic);
        _case.Areas.Add(new(agency.Id, Guid.CreateVersion7(), StateCode.CA, Living: 30_000, Working: 10_000));
        _case.Areas.Add(new(agency.Id, Guid.CreateVersion7(), StateCode.NY, Living: 10_000, Working: 30_000));

        Assert.Equal(
            "1,240 people took part in 2 of 3 conversations; the agency has 50,000 customers.",
            _case.Cell(agency, "CWA-3.1", "1998-05-01").Reason
        );
        Assert.Equal(
            "3 of the four media were used: face-to-face, telephone, electronic.",
            _case.Cell(agency, "CWA-3.2", "1998-05-01").Reason
        );
        Assert.Equal(
            "Conversations reached areas where 75 percent of customers live and 25 percent work; "
                + "1 was national or virtual.",
            _case.Cell(agency, "CWA-3.3", "1998-05-01").Reason
        );
        Assert.Equal("NotMeasurable", _case.Statuses(agency, "CWA-3.3", "1998-05-01"));
        Assert.Equal(
            [(1_240, CellUnit.CustomersMet), (3, CellUnit.MediaOfFour), (0.75, CellUnit.ShareOfCustomersLiving)],
            new[] { "CWA-3.1", "CWA-3.2", "CWA-3.3" }
                .Select(requirement => _case.Cell(agency, requirement, "1998-05-01"))
                .Select(cell => (cell.Value!.Value, cell.Unit!.Value))
        );
        Assert.StartsWith(
            "1,200 people took part in 1 of 2 conversations",
            _case.Cell(agency, "CWA-3.1", "1998-04-15").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_figure_that_is_not_known_yet_is_not_zero()
    {
        var agency = _case.Has();
        _case.Holds(agency, "1998-04-14");

        foreach (var requirement in new[] { "CWA-1.1", "CWA-3.1", "CWA-3.3" })
        {
            var cell = _case.Cell(agency, requirement, "1998-05-01");
            Assert.Equal((null, null), (cell.Value, cell.Unit));
        }

        Assert.Equal(0, _case.Cell(_case.Has("IRS"), "CWA-3.2", "1998-05-01").Value);
    }

    [Fact]
    public void One_held_problem_solving_day_is_enough()
    {
        var agency = _case.Has();
        _case.Holds(
            agency,
            "1998-05-14",
            format: EventFormat.ProblemSolvingDay,
            said: new EventSaid(Case.At("1998-05-20T15:00:00Z"), EventStatus.Held)
        );

        Assert.Equal(
            "Pending Pending Met Met",
            _case.Statuses(agency, "CWA-4.2", "1998-05-13", "1998-05-19", "1998-05-20", "1998-12-31")
        );
    }

    [Fact]
    public void The_results_of_a_problem_solving_day_show_that_it_was_held()
    {
        var agency = _case.Has();
        _case.Events.Add(
            _case.Holds(agency, "1998-05-14", format: EventFormat.ProblemSolvingDay) with
            {
                HasResults = true,
            }
        );

        Assert.Equal("Pending Met", _case.Statuses(agency, "CWA-4.2", "1998-05-13", "1998-05-14"));
    }

    [Fact]
    public void A_problem_solving_day_that_nobody_confirmed_is_not_enough()
    {
        var agency = _case.Has();
        _case.Holds(agency, "1998-05-14", format: EventFormat.ProblemSolvingDay);

        Assert.Equal("Pending NotMet", _case.Statuses(agency, "CWA-4.2", "1998-12-30", "1998-12-31"));
        Assert.Equal("Pending", _case.Statuses(agency, "CWA-4.2", "1999-01-01"));
    }
}
