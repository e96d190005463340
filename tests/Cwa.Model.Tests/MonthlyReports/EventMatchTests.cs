namespace Cwa.Model.Tests;

/// <summary>Which event of the revision before a planned one goes on telling.</summary>
public sealed class EventMatchTests
{
    private static readonly Agency Agency = Samples.Agency();
    private static readonly MonthlyReport Report = Samples.Submitted(Agency);

    [Fact]
    public void Without_a_revision_before_every_event_is_new() =>
        Assert.Equal([null], EventMatch.Match([Planned("Hall")], []));

    [Fact]
    public void An_event_of_the_same_title_is_the_same_however_it_is_typed()
    {
        var told = Told("Town  Hall", 14);

        Assert.Equal([told], EventMatch.Match([Planned("town hall", 20)], [told]));
        Assert.Equal([null], EventMatch.Match([Planned("Town halls", 14)], [told]));
    }

    [Fact]
    public void An_event_that_names_its_id_is_that_one_and_no_other()
    {
        var (one, other) = (Told("Hall", 14), Told("Hall", 20));

        Assert.Equal([other], EventMatch.Match([Planned("Hall", 14, id: other.EventId)], [one, other]));
        Assert.Equal([null], EventMatch.Match([Planned("Hall", 14, id: Guid.NewGuid())], [one, other]));
    }

    [Fact]
    public void An_id_goes_before_what_comes_earlier_in_the_report()
    {
        var told = Told("Hall", 14);

        Assert.Equal([null, told], EventMatch.Match([Planned("Hall"), Planned("Fair", id: told.EventId)], [told]));
    }

    [Fact]
    public void What_says_the_same_goes_before_what_has_the_same_title_and_day()
    {
        var (moved, kept) = (Told("Hall", 14, city: "Reno"), Told("Hall", 14));

        Assert.Equal([kept, moved], EventMatch.Match([Planned("Hall"), Planned("Hall", city: "Provo")], [moved, kept]));
    }

    [Fact]
    public void The_title_to_the_letter_on_the_same_day_goes_before_one_that_is_typed_otherwise()
    {
        var (otherwise, exact) = (Told("HALL", 14, "Reno"), Told("Hall", 14, "Reno"));

        Assert.Equal([exact], EventMatch.Match([Planned("Hall")], [otherwise, exact]));
    }

    [Fact]
    public void The_same_day_goes_before_the_title_to_the_letter()
    {
        var (exact, sameDay) = (Told("Hall", 20), Told("HALL", 14));

        Assert.Equal([sameDay], EventMatch.Match([Planned("Hall")], [exact, sameDay]));
    }

    [Fact]
    public void The_title_to_the_letter_on_another_day_goes_before_one_that_is_typed_otherwise()
    {
        var (otherwise, exact) = (Told("HALL", 20), Told("Hall", 21));

        Assert.Equal([exact], EventMatch.Match([Planned("Hall")], [otherwise, exact]));
    }

    [Fact]
    public void Each_event_is_told_by_one_planned_event_at_most()
    {
        var (first, second) = (Told("Hall", 20), Told("Hall", 21));

        Assert.Equal(
            [first, second, null],
            EventMatch.Match([Planned("Hall"), Planned("Hall"), Planned("Hall")], [first, second])
        );
    }

    [Fact]
    public void An_event_says_the_same_when_all_that_is_told_is_the_same()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var told = new EventRevision(Guid.NewGuid(), Report, 0, Facts("Hall", 14, "Fresno"), [one, other]);

        Assert.True(new PlannedEvent(Facts("Hall", 14, "Fresno"), [other, one]).IsToldBy(told));
        Assert.False(new PlannedEvent(Facts("Hall", 14, "Fresno"), [one]).IsToldBy(told));
        Assert.False(new PlannedEvent(Facts("HALL", 14, "Fresno"), [one, other]).IsToldBy(told));
        Assert.False(new PlannedEvent(Facts("Hall", 15, "Fresno"), [one, other]).IsToldBy(told));
        Assert.False(new PlannedEvent(Facts("Hall", 14, "Reno"), [one, other]).IsToldBy(told));
        Assert.False(new PlannedEvent(Facts("Hall", 14, "Fresno", "es"), [one, other]).IsToldBy(told));
    }

    [Fact]
    public void An_event_as_it_stands_is_told_without_the_agency_that_leads_it()
    {
        var coHost = Guid.NewGuid();
        var @event = new Event(Report, Facts("Hall", 14, "Fresno"), [coHost]);

        Assert.True(new PlannedEvent(Facts("Hall", 14, "Fresno"), [coHost]).IsToldBy(@event));
        Assert.False(new PlannedEvent(Facts("Hall", 14, "Fresno"), []).IsToldBy(@event));
        Assert.False(new PlannedEvent(Facts("HALL", 14, "Fresno"), [coHost]).IsToldBy(@event));
        Assert.False(new PlannedEvent(Facts("Hall", 14, "Reno"), [coHost]).IsToldBy(@event));
    }

    private static EventRevision Told(string title, int day, string city = "Fresno") =>
        new(Guid.CreateVersion7(), Report, 0, Facts(title, day, city), []);

    private static PlannedEvent Planned(string title, int day = 14, string city = "Fresno", Guid? id = null) =>
        new(Facts(title, day, city), [], id);

    private static EventFacts Facts(string title, int day, string city, string language = "en") =>
        new(
            title,
            "We ask what to do better.",
            new(1998, 4, day),
            new(1998, 4, day),
            Medium.FaceToFace,
            EventFormat.TownHall,
            Setting.Informal,
            Access.OpenToPublic,
            TopicScope.OpenTopic,
            [language],
            PlaceKind.Place,
            StateCode.CA,
            city
        );
}
