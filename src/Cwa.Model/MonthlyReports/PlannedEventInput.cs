using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Cwa.Model;

/// <summary>
/// An event in a monthly report. A day and a brief description are enough. Other facts can be given later with
/// `completeEvent`. An amendment keeps those that it leaves out, and withdraws those that it gives as null.
/// </summary>
public sealed record PlannedEventInput
{
    /// <summary>
    /// The id of an event that was reported before. An amendment can leave it out: an event keeps its id if nothing
    /// about it changes, or if its title is the same apart from case, accents and spaces; if it has none, so with its
    /// description. It is required for an event that was postponed to this month.
    /// </summary>
    public Id<Event>? EventId { get; init; }

    /// <summary>What the event is called. In an amendment, null withdraws what was said.</summary>
    // As every property with `set`: input that leaves it out must not set it, because an amendment keeps such a fact.
    [MaxLength(EventFacts.LongestTitle)]
    public string? Title
    {
        get;
        set => field = Say(EventFact.Title, value);
    }

    /// <summary>The brief description that action 2 asks for.</summary>
    [MaxLength(EventFacts.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The event's first day, which must be in the report's month.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>
    /// The event's last day. An event for which none is said lasts one day; an amendment keeps it while the first day
    /// stays.
    /// </summary>
    public DateOnly? EndsOn
    {
        get;
        set => field = Say(EventFact.EndsOn, value);
    }

    /// <summary>How the event reaches people.</summary>
    public Medium? Medium
    {
        get;
        set => field = Say(EventFact.Medium, value);
    }

    /// <summary>The form the event takes.</summary>
    public EventFormat? Format
    {
        get;
        set => field = Say(EventFact.Format, value);
    }

    /// <summary>Whether the event follows an agenda.</summary>
    public Setting? Setting
    {
        get;
        set => field = Say(EventFact.Setting, value);
    }

    /// <summary>
    /// Who may come. Events open to the public are published once NPR has accepted the report. While this is not said, an
    /// event is not published.
    /// </summary>
    public Access? Access
    {
        get;
        set => field = Say(EventFact.Access, value);
    }

    /// <summary>What the event may be about.</summary>
    public TopicScope? TopicScope
    {
        get;
        set => field = Say(EventFact.TopicScope, value);
    }

    /// <summary>The languages spoken, as language tags such as en or es.</summary>
    [MaxLength(EventFacts.MaxLanguages)]
    [EachMaxLength(LanguageTag.Longest)]
    public IReadOnlyList<string>? Languages
    {
        get;
        set => field = Say(EventFact.Languages, value);
    }

    /// <summary>
    /// Whether the event is at a place, across the nation or online. With a `state`, it is at a PLACE. In an amendment,
    /// null withdraws the whole place.
    /// </summary>
    public PlaceKind? PlaceKind
    {
        get => field ?? (State is null ? null : Cwa.Model.PlaceKind.Place);
        set => field = Say(EventFact.PlaceKind, value);
    }

    /// <summary>The state or territory: required for an event at a PLACE, left out for any other.</summary>
    public StateCode? State
    {
        get;
        set => field = Say(EventFact.State, value);
    }

    /// <summary>The city of an event at a place. Give its state with it.</summary>
    [MaxLength(EventFacts.LongestCity)]
    public string? City
    {
        get;
        set => field = Say(EventFact.City, value);
    }

    /// <summary>How many customers the agency expects to reach, 0 or more.</summary>
    public int? ExpectedReach
    {
        get;
        set => field = Say(EventFact.ExpectedReach, value);
    }

    /// <summary>The ids of the agencies that hold the event together with the reporting agency, at most 19.</summary>
    public IReadOnlyList<Id<Agency>>? CoHostIds
    {
        get;
        set => field = Say(EventFact.CoHosts, value);
    }

    /// <summary>The facts that the caller gave, with a value or with null.</summary>
    [JsonInclude]
    internal SaidFacts Said { get; private set; }

    internal EventFacts Facts =>
        new(
            Title,
            Description,
            StartsOn,
            EndsOn ?? StartsOn,
            Medium,
            Format,
            Setting,
            Access,
            TopicScope,
            Languages ?? [],
            PlaceKind,
            State,
            City,
            ExpectedReach
        );

    private T Say<T>(EventFact fact, T value)
    {
        Said = Said.With(fact);
        return value;
    }
}
