using System.Globalization;
using static Cwa.Model.Tests.MatchedEvents;

namespace Cwa.Model.Tests;

/// <summary>The rules about the events of a report, each at its edge.</summary>
public sealed class EventRulesTests
{
    private static readonly PlannedEventInput Hall = new()
    {
        Title = "Hall",
        Description = "We listen.",
        StartsOn = new(1998, 4, 14),
        Medium = Medium.FaceToFace,
        Format = EventFormat.TownHall,
        Setting = Setting.Informal,
        Access = Access.OpenToPublic,
        TopicScope = TopicScope.OpenTopic,
        PlaceKind = PlaceKind.Place,
        State = StateCode.CA,
    };

    private readonly Findings _findings = new();

    [Fact]
    public void An_event_that_is_whole_has_nothing_wrong()
    {
        EventRules.Check(
            Hall with
            {
                EndsOn = Hall.StartsOn,
                City = "Fresno",
                ExpectedReach = 0,
                Languages = ["en", "es-MX"],
            },
            _findings.Check
        );

        Assert.True(_findings.IsGood);
    }

    [Theory]
    [InlineData(PlaceKind.Place, false, false, "state")]
    [InlineData(PlaceKind.Place, false, true, "state")]
    [InlineData(PlaceKind.National, true, false, "state")]
    [InlineData(PlaceKind.National, false, true, "city")]
    [InlineData(PlaceKind.Virtual, true, true, "state city")]
    [InlineData(PlaceKind.Virtual, false, false, "")]
    public void A_place_has_a_state_and_whatever_is_at_no_place_has_neither_state_nor_city(
        PlaceKind kind,
        bool hasState,
        bool hasCity,
        string wrong
    )
    {
        EventRules.Check(
            Hall with
            {
                PlaceKind = kind,
                State = hasState ? StateCode.CA : null,
                City = hasCity ? "Fresno" : null,
            },
            _findings.Check
        );

        Assert.Equal(wrong, string.Join(' ', _findings.Refusals.Select(refusal => refusal.Path[^1])));
        Assert.All(_findings.Refusals, refusal => Assert.IsType<PlaceMismatch>(refusal));
    }

    [Fact]
    public void An_event_does_not_end_before_it_starts()
    {
        EventRules.Check(Hall with { EndsOn = new(1998, 4, 13) }, _findings.Check);

        Assert.Equal(["endsOn"], Fields<EndBeforeStart>());
    }

    [Fact]
    public void The_expected_reach_is_not_negative()
    {
        EventRules.Check(Hall with { ExpectedReach = -1 }, _findings.Check);

        Assert.Equal(["expectedReach"], Fields<NegativeNumber>());
    }

    [Fact]
    public void A_language_goes_by_its_tag_and_one_that_is_empty_or_too_long_is_told_elsewhere()
    {
        EventRules.Check(
            Hall with
            {
                Languages = ["en", "Klingon!", " ", new string('x', 36), new string('x', 35), "english"],
            },
            _findings.Check
        );

        Assert.Equal(["1", "4", "5"], Fields<NotALanguageTag>());
    }

    [Fact]
    public void Of_languages_past_the_twentieth_only_their_number_is_told()
    {
        EventRules.Check(Hall with { Languages = [.. Enumerable.Repeat("en", 19), "!", "!"] }, _findings.Check);

        Assert.Equal(["19"], Fields<NotALanguageTag>());
    }

    [Theory]
    [InlineData("1998-03-31", false)]
    [InlineData("1998-04-01", true)]
    [InlineData("1998-04-30", true)]
    [InlineData("1998-05-01", false)]
    public void An_event_is_reported_for_the_month_in_which_it_starts(string day, bool isOf)
    {
        EventRules.CheckMonth(
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Samples.April,
            _findings.Check
        );

        Assert.Equal(isOf ? [] : ["startsOn"], Fields<EventOutsideMonth>());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void An_event_has_at_most_nineteen_hosts_beside_the_agency_that_reports_it(int coHosts, bool few)
    {
        Assert.Equal(few, EventRules.CheckHosts(coHosts, _findings.Check));

        Assert.Equal(few ? [] : ["coHostIds"], Fields<TooMany>());
        Assert.All(
            _findings.Refusals.Cast<TooMany>(),
            refusal => Assert.Equal((20, 19), (refusal.Count, refusal.Most))
        );
    }

    [Fact]
    public void A_new_event_has_no_id_unless_a_draft_gave_it_one()
    {
        Check(
            Matched(new(Samples.Facts(), [])),
            Matched(new(Samples.Facts(), [], Guid.NewGuid(), IsDrafted: true)),
            Matched(new(Samples.Facts(), [], Guid.NewGuid()))
        );

        Assert.Equal(["2 eventId"], Places<RecordNotFound>());
    }

    [Fact]
    public void An_event_is_listed_once()
    {
        var stored = Stored();
        Check(Matched(Planned(stored), stored), Matched(Planned(stored), stored), Matched(new(Samples.Facts(), [])));

        Assert.Equal(["1 eventId"], Places<EventListedTwice>());
    }

    [Fact]
    public void An_event_that_was_held_starts_today_at_the_latest()
    {
        var held = Stored();
        held.Confirm(new(1998, 4, 14), null, null, Samples.Noon, "pat");

        Check(Matched(Planned(held, new(1998, 4, 20)), held));
        Assert.Empty(_findings.Refusals);

        Check(Matched(Planned(held, new(1998, 4, 21)), held), Matched(Planned(Stored(), new(1998, 4, 21)), Stored()));
        Assert.Equal(["0 startsOn"], Places<HeldInFuture>());
    }

    [Fact]
    public void An_event_that_another_month_tells_now_is_brought_back_by_its_id_alone()
    {
        var (gone, back) = (Stored(), Stored());

        Check(
            isOfMonth: false,
            Matched(new(Samples.Facts(), []), gone, Told(gone)),
            Matched(new(Samples.Facts(), [], back.Id), back, Told(back))
        );

        Assert.Equal(["0 title"], Places<EventMovedOn>());
    }

    private void Check(params MatchedEvent[] events) => Check(isOfMonth: true, events);

    private void Check(bool isOfMonth, params MatchedEvent[] events) =>
        EventRules.Check(events, new(1998, 4, 20), _ => isOfMonth, i => _findings.Check.In("events", i));

    private IEnumerable<string> Fields<T>()
        where T : Refusal => _findings.Refusals.Where(refusal => refusal is T).Select(refusal => refusal.Path[^1]);

    private IEnumerable<string> Places<T>()
        where T : Refusal =>
        _findings.Refusals.Select(refusal =>
        {
            Assert.IsType<T>(refusal);
            return string.Join(' ', refusal.Path.Skip(2));
        });
}
