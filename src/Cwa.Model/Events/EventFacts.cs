using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What a report says about an event.</summary>
public sealed record EventFacts
{
    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int LongestTitle = 200;

    /// <summary>The longest description.</summary>
    public const int LongestDescription = 500;

    /// <summary>The longest name of a city.</summary>
    public const int LongestCity = 100;

    /// <summary>The most languages that an event names.</summary>
    public const int MaxLanguages = 20;

    private EventFacts() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, the end is before the start, or the place is
    /// not whole.</exception>
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
                "An event at a place names the state or territory, and no other does.",
                nameof(state)
            );
        if (city is not null && state is null)
            throw new ArgumentException("Only an event at a place names a city.", nameof(city));

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

    /// <summary>The brief description that action 2 asks for.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The event's first day.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>The event's last day, the first one for an event of one day.</summary>
    public DateOnly EndsOn { get; private init; }

    /// <summary>How the event reaches people.</summary>
    public Medium Medium { get; private init; }

    /// <summary>The form the event takes.</summary>
    public EventFormat Format { get; private init; }

    /// <summary>Whether the event follows an agenda.</summary>
    public Setting Setting { get; private init; }

    /// <summary>Who may come.</summary>
    public Access Access { get; private init; }

    /// <summary>What the event may be about.</summary>
    public TopicScope TopicScope { get; private init; }

    /// <summary>The languages spoken, as language tags such as en or es, at most 20; empty when not said.</summary>
    public IReadOnlyList<string> Languages { get; private init; } = [];

    /// <summary>Whether the event is at a place, across the nation or on line.</summary>
    public PlaceKind PlaceKind { get; private init; }

    /// <summary>The state or territory of an event at a place; null for any other.</summary>
    public StateCode? State { get; private init; }

    /// <summary>The city; null when not said or not at a place.</summary>
    [MaxLength(LongestCity)]
    public string? City { get; private init; }

    /// <summary>How many customers the agency expects to reach, 0 or more; null when it does not say.</summary>
    public int? ExpectedReach { get; private init; }

    internal void MustStartIn(ReportMonth month)
    {
        if (!month.Contains(StartsOn))
            throw new ArgumentException($"{StartsOn:O} is not in {month}.");
    }
}
