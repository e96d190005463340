namespace Cwa.Model.Tests;

public sealed class EventTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Agency _lead = Samples.Agency();

    [Fact]
    public void An_event_starts_in_the_month_of_its_report() =>
        Assert.Throws<ArgumentException>(() =>
            new Event(Samples.Submitted(_lead), Samples.Facts(startsOn: new(1998, 5, 1)), [])
        );

    [Fact]
    public void An_event_may_last_into_the_next_month()
    {
        var facts = Samples.Facts(startsOn: new(1998, 4, 30), endsOn: new(1998, 5, 2));

        Assert.Equal(new(1998, 5, 2), new Event(Samples.Submitted(_lead), facts, []).EndsOn);
    }

    [Fact]
    public void An_event_does_not_end_before_it_starts() =>
        Assert.Throws<ArgumentException>(() => Samples.Facts(startsOn: Day, endsOn: Day.AddDays(-1)));

    [Theory]
    [InlineData(PlaceKind.Place, null, null)]
    [InlineData(PlaceKind.Virtual, StateCode.CA, null)]
    [InlineData(PlaceKind.National, null, "Fresno")]
    public void An_event_at_a_place_has_a_state_and_no_other_event_has_one(
        PlaceKind kind,
        StateCode? state,
        string? city
    ) =>
        Assert.Throws<ArgumentException>(() =>
            new EventFacts(
                "Call-in",
                "We listen.",
                Day,
                Day,
                Medium.Telephone,
                EventFormat.RadioCallIn,
                Setting.Informal,
                Access.OpenToPublic,
                TopicScope.OpenTopic,
                ["en"],
                kind,
                state,
                city
            )
        );

    [Fact]
    public void A_description_has_at_most_500_characters() =>
        Assert.Throws<ArgumentException>(() =>
            new EventFacts(
                "Call-in",
                new('x', 501),
                Day,
                Day,
                Medium.Telephone,
                EventFormat.RadioCallIn,
                Setting.Informal,
                Access.OpenToPublic,
                TopicScope.OpenTopic,
                [],
                PlaceKind.National
            )
        );

    [Fact]
    public void The_lead_is_a_host_and_no_host_is_listed_twice()
    {
        var coHost = Guid.CreateVersion7();

        var joint = new Event(Samples.Submitted(_lead), Samples.Facts(), [coHost, coHost, _lead.Id]);

        Assert.Equal(2, joint.Hosts.Count);
        Assert.Contains(joint.Hosts, host => host.AgencyId == _lead.Id);
    }

    [Fact]
    public void A_later_revision_replaces_the_hosts()
    {
        Guid left = Guid.CreateVersion7(),
            joined = Guid.CreateVersion7();
        var joint = new Event(Samples.Submitted(_lead), Samples.Facts(), [left]);

        joint.Restate(Samples.Accepted(_lead, revision: 2), Samples.Facts("Bigger town hall"), [joined]);

        Assert.Equal("BIGGER TOWN HALL", joint.TitleSearch);
        Assert.Equal(new[] { _lead.Id, joined }.ToHashSet(), joint.Hosts.Select(host => host.AgencyId).ToHashSet());
    }

    [Fact]
    public void An_event_is_public_if_it_is_open_to_anyone_and_its_report_is_accepted()
    {
        Assert.False(new Event(Samples.Submitted(_lead), Samples.Facts(), []).IsPublic);
        Assert.True(new Event(Samples.Accepted(_lead), Samples.Facts(), []).IsPublic);
        Assert.False(new Event(Samples.Accepted(_lead), Samples.Facts(access: Access.ByInvitation), []).IsPublic);
    }

    [Fact]
    public void Only_the_lead_agency_can_report_an_event()
    {
        var planned = Planned();

        Assert.Throws<ArgumentException>(() =>
            planned.Restate(Samples.Submitted(Samples.Agency()), Samples.Facts(), [])
        );
    }

    [Fact]
    public void A_future_event_cannot_be_held() =>
        Assert.Throws<ArgumentException>(() =>
            Planned().Confirm(Day.AddDays(-1), 120, CountMethod.Counted, Samples.Noon, "pat")
        );

    [Fact]
    public void An_attendance_needs_its_method_of_counting()
    {
        var planned = Planned();

        Assert.Throws<ArgumentException>(() => planned.Confirm(Day, 120, countMethod: null, Samples.Noon, "pat"));
        Assert.Equal(EventStatus.Planned, planned.Status);
    }

    [Fact]
    public void Confirming_again_corrects_the_attendance_and_keeps_both_outcomes()
    {
        var held = Planned();
        var first = held.Confirm(Day, 120, CountMethod.Estimated, Samples.Noon, "pat");

        var second = held.Confirm(Day, 134, CountMethod.Counted, Samples.Noon.AddDays(1), "pat");

        Assert.Equal((134, CountMethod.Counted), (held.Attendance, held.CountMethod));
        Assert.Equal((120, 134), (first.Attendance, second.Attendance));
    }

    [Fact]
    public void A_cancelled_event_cannot_be_held_until_it_is_planned_again()
    {
        var cancelled = Planned();
        cancelled.Cancel("The hall burned down.", Samples.Noon, "pat");
        Assert.Throws<InvalidOperationException>(() => cancelled.Confirm(Day, null, null, Samples.Noon, "pat"));

        cancelled.Reinstate();

        Assert.Equal(EventStatus.Planned, cancelled.Status);
    }

    [Fact]
    public void A_past_event_without_a_record_reads_as_UNCONFIRMED()
    {
        var planned = Planned();

        Assert.Equal(EventStatus.Planned, planned.StatusOn(Day));
        Assert.Equal(EventStatus.Unconfirmed, planned.StatusOn(Day.AddDays(1)));
    }

    [Fact]
    public void A_postponed_event_without_new_dates_stays_POSTPONED()
    {
        var postponed = Planned();
        postponed.Postpone("Snow.", null, null, Samples.Noon, "pat");

        Assert.Equal(EventStatus.Postponed, postponed.StatusOn(Day.AddYears(1)));
    }

    [Fact]
    public void A_postponed_event_keeps_its_id_into_the_report_of_a_later_month()
    {
        var postponed = Planned();
        postponed.Postpone("Snow.", new(1998, 5, 5), null, Samples.Noon, "pat");
        Assert.Equal((Day, new DateOnly(1998, 5, 5)), (postponed.PostponedFrom, postponed.EndsOn));
        Assert.Equal(EventStatus.Unconfirmed, postponed.StatusOn(new(1998, 5, 6)));

        postponed.Restate(Samples.Submitted(_lead, month: new(1998, 5)), Samples.Facts(startsOn: new(1998, 5, 5)), []);

        Assert.Equal((EventStatus.Planned, null), (postponed.Status, postponed.PostponedFrom));
    }

    [Fact]
    public void Any_event_can_have_a_problem_solving_outcome() =>
        Assert.Equal(12, new ProblemSolvingOutcome(Planned(), 40, 12, 9, 31, 27, ["Notices"]).WalkIns);

    private Event Planned() => new(Samples.Submitted(_lead), Samples.Facts(), []);
}
