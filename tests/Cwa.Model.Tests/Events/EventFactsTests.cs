namespace Cwa.Model.Tests;

public sealed class EventFactsTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    [Fact]
    public void What_is_said_of_an_event_is_kept_as_it_was_said()
    {
        var facts = Facts(languages: ["es-mx", "EN", "en"]);

        Assert.Equal(("Call-in", "We listen.", "Fresno"), (facts.Title, facts.Description, facts.City));
        Assert.Equal((Day, Day.AddDays(1)), (facts.StartsOn, facts.EndsOn));
        Assert.Equal((Medium.Telephone, EventFormat.RadioCallIn), (facts.Medium, facts.Format));
        Assert.Equal(
            (Setting.Formal, Access.ByInvitation, TopicScope.SpecificIssue),
            (facts.Setting, facts.Access, facts.TopicScope)
        );
        Assert.Equal((PlaceKind.Place, StateCode.CA, 200), (facts.PlaceKind, facts.State, facts.ExpectedReach));
        Assert.Equal(["es-MX", "en"], facts.Languages);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void An_event_expects_nobody_or_more(int expected, bool isKept) =>
        Assert.Equal(isKept, IsKept(() => Facts(expectedReach: expected)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void An_event_ends_on_its_first_day_or_later(int days, bool isKept) =>
        Assert.Equal(isKept, IsKept(() => Facts(endsOn: Day.AddDays(days))));

    [Theory]
    [InlineData(PlaceKind.Place, StateCode.CA, "Fresno", true)]
    [InlineData(PlaceKind.Place, StateCode.CA, null, true)]
    [InlineData(PlaceKind.Place, null, null, false)]
    [InlineData(PlaceKind.Virtual, StateCode.CA, null, false)]
    [InlineData(PlaceKind.Virtual, null, "Fresno", false)]
    [InlineData(PlaceKind.National, null, null, true)]
    public void A_state_and_a_city_belong_to_an_event_at_a_place(
        PlaceKind kind,
        StateCode? state,
        string? city,
        bool isKept
    ) => Assert.Equal(isKept, IsKept(() => Facts(placeKind: kind, state: state, city: city)));

    [Theory]
    [InlineData(200, 500, 100, true)]
    [InlineData(201, 500, 100, false)]
    [InlineData(200, 501, 100, false)]
    [InlineData(200, 500, 101, false)]
    public void Its_texts_are_as_long_as_their_columns(int title, int description, int city, bool isKept) =>
        Assert.Equal(
            isKept,
            IsKept(() => Facts(title: new('t', title), description: new('d', description), city: new('c', city)))
        );

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void At_most_twenty_languages_are_spoken(int count, bool isKept) =>
        Assert.Equal(isKept, IsKept(() => Facts(languages: Enumerable.Repeat("en", count))));

    [Fact]
    public void A_value_that_no_list_has_is_refused()
    {
        Assert.False(IsKept(() => Facts(medium: 0)));
        Assert.False(IsKept(() => Facts(format: 0)));
        Assert.False(IsKept(() => Facts(setting: 0)));
        Assert.False(IsKept(() => Facts(access: 0)));
        Assert.False(IsKept(() => Facts(topicScope: 0)));
        Assert.False(IsKept(() => Facts(placeKind: 0, state: null, city: null)));
        Assert.False(IsKept(() => Facts(state: 0)));
    }

    private static bool IsKept(Func<EventFacts> facts)
    {
        try
        {
            facts();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static EventFacts Facts(
        string title = "Call-in",
        string description = "We listen.",
        DateOnly? endsOn = null,
        Medium medium = Medium.Telephone,
        EventFormat format = EventFormat.RadioCallIn,
        Setting setting = Setting.Formal,
        Access access = Access.ByInvitation,
        TopicScope topicScope = TopicScope.SpecificIssue,
        IEnumerable<string>? languages = null,
        PlaceKind placeKind = PlaceKind.Place,
        StateCode? state = StateCode.CA,
        string? city = "Fresno",
        int? expectedReach = 200
    ) =>
        new(
            title,
            description,
            Day,
            endsOn ?? Day.AddDays(1),
            medium,
            format,
            setting,
            access,
            topicScope,
            languages ?? [],
            placeKind,
            state,
            city,
            expectedReach
        );
}
