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
        string title,
        string description,
        DateOnly startsOn,
        DateOnly endsOn,
        Medium medium,
        EventFormat format,
        Setting setting,
        Access access,
        TopicScope topicScope,
        IEnumerable<string> languages,
        PlaceKind placeKind,
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
        if ((placeKind == PlaceKind.Place) != (state is not null))
            throw new ArgumentException(
                "An event at a place needs a state or territory, and no other event has one.",
                nameof(state)
            );
        if (city is not null && state is null)
            throw new ArgumentException("Only an event at a place has a city.", nameof(city));

        Title = Require.Text(title, LongestTitle);
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

    /// <summary>What the event is called.</summary>
    [MaxLength(LongestTitle)]
    public string Title { get; private init; } = "";

    /// <summary>The brief description that action 2 of the memorandum asks for.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The event's first day.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>The event's last day; for an event of one day, the first.</summary>
    public DateOnly EndsOn { get; private init; }

    /// <summary>How the event reaches people.</summary>
    public Medium Medium { get; private init; }

    /// <summary>The form that the event takes.</summary>
    public EventFormat Format { get; private init; }

    /// <summary>Whether the event follows an agenda.</summary>
    public Setting Setting { get; private init; }

    /// <summary>Who may attend.</summary>
    public Access Access { get; private init; }

    /// <summary>What the event may be about.</summary>
    public TopicScope TopicScope { get; private init; }

    /// <summary>The languages spoken, at most 20, as language tags such as `en` or `es`; empty if not stated.</summary>
    public IReadOnlyList<string> Languages { get; private init; } = [];

    /// <summary>Whether the event is in one state, across the nation or online.</summary>
    public PlaceKind PlaceKind { get; private init; }

    /// <summary>The state or territory of the event; null unless `placeKind` is PLACE.</summary>
    public StateCode? State { get; private init; }

    /// <summary>The city; null if it is not stated or `placeKind` is not PLACE.</summary>
    [MaxLength(LongestCity)]
    public string? City { get; private init; }

    /// <summary>How many customers the agency expects to reach, 0 or more; null if it does not say.</summary>
    public int? ExpectedReach { get; private init; }

    internal void MustStartIn(ReportMonth month)
    {
        if (!month.Contains(StartsOn))
            throw new ArgumentException($"{StartsOn:O} is not in {month}.");
    }
}
