using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What a report says about an event.</summary>
public sealed record EventFacts
{
    /// <summary>The longest title, in UTF-16 code units, as for every text.</summary>
    public const int LongestTitle = 200;

    /// <summary>The longest description.</summary>
    public const int LongestDescription = 500;

    /// <summary>The longest name of a city.</summary>
    public const int LongestCity = 100;

    /// <summary>The most languages that an event names.</summary>
    public const int MaxLanguages = 20;

    private EventFacts() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, the end is before the start, or the place is
    /// incomplete.</exception>
    public EventFacts(
        string? title,
        string description,
        DateOnly startsOn,
        DateOnly endsOn,
        Medium? medium,
        EventFormat? format,
        Setting? setting,
        Access? access,
        TopicScope? topicScope,
        IEnumerable<string> languages,
        PlaceKind? placeKind,
        StateCode? state = null,
        string? city = null,
        int? expectedReach = null
    )
    {
        if (endsOn < startsOn)
            throw new ArgumentException(
                $"An event that starts on {startsOn:O} cannot end on {endsOn:O}.",
                nameof(endsOn)
            );
        if ((placeKind == Cwa.Model.PlaceKind.Place) != (state is not null))
            throw new ArgumentException(
                "An event at a place needs a state or territory, and no other event has one.",
                nameof(state)
            );
        if (city is not null && state is null)
            throw new ArgumentException("Only an event at a place has a city.", nameof(city));

        Title = Require.OptionalText(title, LongestTitle);
        Description = Require.Text(description, LongestDescription);
        (StartsOn, EndsOn) = (startsOn, endsOn);
        Medium = Require.Defined(medium);
        Format = Require.Defined(format);
        Setting = Require.Defined(setting);
        Access = Require.Defined(access);
        TopicScope = Require.Defined(topicScope);
        Languages = [.. Require.Texts(languages, MaxLanguages, LanguageTag.Longest).Select(LanguageTag.Of).Distinct()];
        PlaceKind = Require.Defined(placeKind);
        State = Require.Defined(state);
        City = Require.OptionalText(city, LongestCity);
        ExpectedReach = Require.NotNegative(expectedReach);
    }

    /// <summary>What the event is called; null if not said.</summary>
    [MaxLength(LongestTitle)]
    public string? Title { get; private init; }

    /// <summary>The brief description that action 2 of the memorandum asks for.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The event's first day.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>The event's last day; for an event of one day, the first.</summary>
    public DateOnly EndsOn { get; private init; }

    /// <summary>How the event reaches people; null if not said.</summary>
    public Medium? Medium { get; private init; }

    /// <summary>The form that the event takes; null if not said.</summary>
    public EventFormat? Format { get; private init; }

    /// <summary>Whether the event follows an agenda; null if not said.</summary>
    public Setting? Setting { get; private init; }

    /// <summary>Who may attend; null if not said.</summary>
    public Access? Access { get; private init; }

    /// <summary>What the event may be about; null if not said.</summary>
    public TopicScope? TopicScope { get; private init; }

    /// <summary>The languages spoken, at most 20, as language tags such as `en` or `es`; empty if not said.</summary>
    public IReadOnlyList<string> Languages { get; private init; } = [];

    /// <summary>Whether the event is in one state, across the nation or online; null if not said.</summary>
    public PlaceKind? PlaceKind { get; private init; }

    /// <summary>The state or territory of the event; null unless `placeKind` is PLACE.</summary>
    public StateCode? State { get; private init; }

    /// <summary>The city; null if it is not stated or `placeKind` is not PLACE.</summary>
    [MaxLength(LongestCity)]
    public string? City { get; private init; }

    /// <summary>How many customers the agency expects to reach, 0 or more; null if it does not say.</summary>
    public int? ExpectedReach { get; private init; }

    /// <summary>These facts, and those that they leave out as they were told before.</summary>
    /// <remarks>
    /// The place is one fact: whoever names another loses the city of the former. So are the days: an event that moves
    /// lasts one day until another last day is said.
    /// </remarks>
    internal EventFacts Over(EventFacts told, SaidFacts said)
    {
        if (said == SaidFacts.All)
            return this;

        var place = said.Has(EventFact.PlaceKind) || said.Has(EventFact.State) ? this : told;
        var isSamePlace = (place.PlaceKind, place.State) == (told.PlaceKind, told.State);
        return this with
        {
            Title = said.Has(EventFact.Title) ? Title : told.Title,
            EndsOn = said.Has(EventFact.EndsOn) || StartsOn != told.StartsOn ? EndsOn : told.EndsOn,
            Medium = said.Has(EventFact.Medium) ? Medium : told.Medium,
            Format = said.Has(EventFact.Format) ? Format : told.Format,
            Setting = said.Has(EventFact.Setting) ? Setting : told.Setting,
            Access = said.Has(EventFact.Access) ? Access : told.Access,
            TopicScope = said.Has(EventFact.TopicScope) ? TopicScope : told.TopicScope,
            Languages = said.Has(EventFact.Languages) ? Languages : told.Languages,
            PlaceKind = place.PlaceKind,
            State = place.State,
            City = said.Has(EventFact.City) || !isSamePlace ? City : told.City,
            ExpectedReach = said.Has(EventFact.ExpectedReach) ? ExpectedReach : told.ExpectedReach,
        };
    }

    /// <summary>These facts, and those that they leave out as the agency said them since.</summary>
    internal EventFacts Filled(IEnumerable<EventCompletion> since) => since.Aggregate(this, Filled);

    private static EventFacts Filled(EventFacts facts, EventCompletion said)
    {
        var isPlaced = facts.PlaceKind is not null;
        var isSamePlace = (facts.PlaceKind, facts.State) == (said.PlaceKind, said.State);
        return facts with
        {
            Title = facts.Title ?? said.Title,
            Medium = facts.Medium ?? said.Medium,
            Format = facts.Format ?? said.Format,
            Setting = facts.Setting ?? said.Setting,
            Access = facts.Access ?? said.Access,
            TopicScope = facts.TopicScope ?? said.TopicScope,
            Languages = facts.Languages is [] ? said.Languages : facts.Languages,
            PlaceKind = facts.PlaceKind ?? said.PlaceKind,
            State = isPlaced ? facts.State : said.State,
            City = facts.City ?? (isPlaced && !isSamePlace ? null : said.City),
            ExpectedReach = facts.ExpectedReach ?? said.ExpectedReach,
        };
    }

    /// <summary>The same on other days.</summary>
    internal EventFacts On(DateOnly startsOn, DateOnly endsOn) => this with { StartsOn = startsOn, EndsOn = endsOn };

    internal void MustStartIn(ReportMonth month)
    {
        if (!month.Contains(StartsOn))
            throw new ArgumentException($"{StartsOn:O} is not in {month}.");
    }
}
