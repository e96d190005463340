namespace Cwa.Model.Tests;

/// <summary>Each judgement names the records that it rests on, the telling ones first, and says why in words.</summary>
public sealed class EvidenceTests
{
    private readonly Case _case = new();
    private readonly Agency _agency;

    public EvidenceTests() => _agency = _case.Has();

    [Fact]
    public void Findings_come_before_conversations_and_those_the_newest_first()
    {
        var (april, may) = (_case.Holds(_agency, "1998-04-14"), _case.Holds(_agency, "1998-05-14"));
        _case.Finds(_agency, FindingAbout.Satisfaction, "1998-05-20");
        _case.Finds(_agency, FindingAbout.Satisfaction, "1998-05-21");

        var cell = Told("CWA-1.1", "1998-05-31");

        Assert.Equal(
            [
                Evidence.Of<Finding>(Case.FindingId(FindingAbout.Satisfaction)),
                Evidence.Of<Event>(may.EventId),
                Evidence.Of<Event>(april.EventId),
            ],
            cell.Evidence
        );
        Assert.Equal(4, cell.EvidenceCount);
        Assert.Equal(
            "No month is without a conversation or a running program so far, "
                + "but no finding about wanted services was made.",
            cell.Reason
        );
    }

    [Fact]
    public void A_year_that_is_met_or_on_its_way_says_so()
    {
        _case.HoldsInMonths(_agency, 4, 12);
        _case.Finds(_agency, FindingAbout.Satisfaction, "1998-05-02");
        _case.Finds(_agency, FindingAbout.WantedServices, "1998-05-02");
        Assert.Equal(
            new[] { FindingAbout.WantedServices, FindingAbout.Satisfaction }
                .Order()
                .Select(about => Evidence.Of<Finding>(Case.FindingId(about))),
            Told("CWA-1.1", "1998-05-31").Evidence.Take(2)
        );

        Assert.Equal(
            "No month is without a conversation or a running program so far, and findings of both kinds were made; "
                + "the year goes on.",
            Told("CWA-1.1", "1998-12-30").Reason
        );
        var whole = Told("CWA-1.1", "1998-12-31");
        Assert.Equal(
            "Every month had a conversation or a running program, "
                + "and findings were made about wanted services and about satisfaction.",
            whole.Reason
        );
        Assert.Equal((11, 5), (whole.EvidenceCount, whole.Evidence.Count));
    }

    [Fact]
    public void Without_findings_both_kinds_are_missed()
    {
        _case.HoldsInMonths(_agency, 4, 4);

        Assert.EndsWith(
            "but no finding about wanted services or satisfaction was made.",
            Told("CWA-1.1", "1998-04-30").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Reach_rests_on_the_conversations_that_tell_their_attendance_the_largest_first()
    {
        var small = Attended("1998-04-14", 40);
        var large = Attended("1998-04-15", 1_200);
        var empty = Attended("1998-04-16", 0);
        _case.Holds(_agency, "1998-04-17");

        var cell = Told("CWA-3.1", "1998-05-01");

        Assert.Equal(new[] { large, small, empty }.Select(Evidence.Of<Event>), cell.Evidence);
        Assert.Equal(3, cell.EvidenceCount);
        Assert.Equal(
            "1,240 people took part in 3 of 4 conversations; the agency has not declared its number of customers.",
            cell.Reason
        );
    }

    [Fact]
    public void Where_no_attendance_is_told_the_conversations_are_counted()
    {
        _case.Holds(_agency, "1998-04-17");

        var cell = Told("CWA-3.1", "1998-05-01");

        Assert.Equal(
            "Of 1 conversation, none has a recorded attendance yet; "
                + "the agency has not declared its number of customers.",
            cell.Reason
        );
        Assert.Equal((0, ScorecardStatus.NotMeasurable), (cell.EvidenceCount, cell.Status));
        Assert.Empty(cell.Evidence);
    }

    [Fact]
    public void Each_medium_rests_on_its_first_conversation()
    {
        var written = _case.Holds(_agency, "1998-04-13", medium: Medium.Written).EventId;
        var first = new[] { _case.Holds(_agency, "1998-04-14"), _case.Holds(_agency, "1998-04-15") }.Min(e =>
            e.EventId
        );

        var cell = Told("CWA-3.2", "1998-05-01");

        Assert.Equal([Evidence.Of<Event>(first), Evidence.Of<Event>(written)], cell.Evidence);
        Assert.Equal("2 of the four media were used: face-to-face, written.", cell.Reason);
        Assert.Equal("None of the four media has been used yet.", Told("CWA-3.2", "1998-04-12").Reason);
    }

    [Fact]
    public void Conversations_whose_medium_or_place_is_not_said_are_told_apart()
    {
        _case.Holds(_agency, "1998-04-13", medium: null);
        Assert.Equal(
            "None of the four media has been used yet. Of 1 conversation, no medium is said.",
            Told("CWA-3.2", "1998-05-01").Reason
        );

        _case.Holds(_agency, "1998-04-14", medium: null);
        var placed = _case.Holds(_agency, "1998-04-15");
        _case.Events.Remove(placed);
        _case.Events.Add(placed with { Told = [.. placed.Told.Select(told => told with { PlaceKind = null })] });
        Assert.Equal(
            "1 of the four media were used: face-to-face. Of 2 conversations, no medium is said.",
            Told("CWA-3.2", "1998-05-01").Reason
        );
        Assert.Equal(
            "0 states and territories had a conversation, 2 were national or virtual, and of 1 no place is said; "
                + "the agency has not declared where its customers live and work.",
            Told("CWA-3.3", "1998-05-01").Reason
        );
    }

    [Fact]
    public void Places_are_told_with_what_was_at_no_place()
    {
        _case.Holds(_agency, "1998-04-13", state: StateCode.CA);
        Assert.Equal(
            "1 state or territory had a conversation, 0 were national or virtual; "
                + "the agency has not declared where its customers live and work.",
            Told("CWA-3.3", "1998-05-01").Reason
        );

        _case.Holds(_agency, "1998-04-14", state: StateCode.NY);
        _case.Holds(_agency, "1998-04-15", state: StateCode.NY);
        _case.Holds(_agency, "1998-04-16");
        Assert.Equal(
            "2 states and territories had a conversation, 1 was national or virtual; "
                + "the agency has not declared where its customers live and work.",
            Told("CWA-3.3", "1998-05-01").Reason
        );
    }

    [Fact]
    public void Reached_areas_are_named_by_how_many_live_there()
    {
        _case.Holds(_agency, "1998-04-13", state: StateCode.CA);
        _case.Holds(_agency, "1998-04-14", state: StateCode.NY);
        _case.Holds(_agency, "1998-04-15");
        _case.Holds(_agency, "1998-04-16");
        var small = _case.Serves(_agency, StateCode.CA, 10, 30);
        var large = _case.Serves(_agency, StateCode.NY, 30, 10);
        _case.Serves(_agency, StateCode.TX, 60, 60);

        var cell = Told("CWA-3.3", "1998-05-01");

        Assert.Equal([Evidence.Of<ServiceArea>(large), Evidence.Of<ServiceArea>(small)], cell.Evidence);
        Assert.Equal(
            "Conversations reached areas where 40 percent of customers live and 40 percent work; "
                + "2 were national or virtual.",
            cell.Reason
        );
    }

    [Fact]
    public void Problem_solving_days_that_were_held_come_before_those_that_nobody_confirmed()
    {
        _case.Holds(_agency, "1998-04-10");
        var open = SolvesProblems("1998-04-13", held: false);
        Assert.Equal(
            "1 problem-solving day came in 1998, but none is confirmed as held.",
            Told("CWA-4.2", "1998-05-01").Reason
        );
        SolvesProblems("1998-04-14", held: false);
        Assert.Equal(
            "2 problem-solving days came in 1998, but none is confirmed as held.",
            Told("CWA-4.2", "1998-05-01").Reason
        );
        var held = SolvesProblems("1998-04-15", held: true);
        SolvesProblems("1998-04-16", held: true);

        var cell = Told("CWA-4.2", "1998-05-01");

        Assert.Equal("2 problem-solving days took place in 1998.", cell.Reason);
        Assert.Contains(Evidence.Of<Event>(held), cell.Evidence.Take(2));
        Assert.Contains(Evidence.Of<Event>(open), cell.Evidence.Skip(2));
        Assert.Equal(4, cell.EvidenceCount);
        Assert.Equal("No problem-solving day has been held in 1998.", Told("CWA-4.2", "1998-04-12").Reason);
    }

    private ScorecardCell Told(string requirement, string day) => _case.Cell(_agency, requirement, day);

    private Guid Attended(string on, int people) =>
        _case.Holds(_agency, on, said: new EventSaid(Case.At(on + "T20:00:00Z"), EventStatus.Held, people)).EventId;

    private Guid SolvesProblems(string on, bool held) =>
        _case
            .Holds(
                _agency,
                on,
                format: EventFormat.ProblemSolvingDay,
                said: held ? [new EventSaid(Case.At(on + "T20:00:00Z"), EventStatus.Held)] : []
            )
            .EventId;
}
