using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>An event in a monthly report: what it is about, when and where it takes place, and who may come.</summary>
public sealed record PlannedEventInput
{
    /// <summary>
    /// The id of an event that was reported before. An amendment can leave it out: an event keeps its id if nothing
    /// about it changes, or if its title is the same apart from case, accents and spaces. It is required for an event
    /// that was postponed to this month.
    /// </summary>
    public Id<Event>? EventId { get; init; }

    /// <summary>What the event is called.</summary>
    [MaxLength(EventFacts.LongestTitle)]
    public required string Title { get; init; }

    /// <summary>The brief description that action 2 asks for.</summary>
    [MaxLength(EventFacts.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The event's first day, which must be in the report's month.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The event's last day; left out for an event of one day.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>How the event reaches people.</summary>
    public required Medium Medium { get; init; }

    /// <summary>The form the event takes.</summary>
    public required EventFormat Format { get; init; }

    /// <summary>Whether the event follows an agenda.</summary>
    public required Setting Setting { get; init; }

    /// <summary>Who may come. Events open to the public are published once NPR has accepted the report.</summary>
    public required Access Access { get; init; }

    /// <summary>What the event may be about.</summary>
    public required TopicScope TopicScope { get; init; }

    /// <summary>The languages spoken, as language tags such as en or es.</summary>
    [MaxLength(EventFacts.MaxLanguages)]
    [EachMaxLength(LanguageTag.Longest)]
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whether the event is at a place, across the nation or online.</summary>
    public required PlaceKind PlaceKind { get; init; }

    /// <summary>The state or territory: required for an event at a PLACE, left out for any other.</summary>
    public StateCode? State { get; init; }

    /// <summary>The city of an event at a place.</summary>
    [MaxLength(EventFacts.LongestCity)]
    public string? City { get; init; }

    /// <summary>How many customers the agency expects to reach, 0 or more.</summary>
    public int? ExpectedReach { get; init; }

    /// <summary>The ids of the agencies that hold the event together with the reporting agency, at most 19.</summary>
    public IReadOnlyList<Id<Agency>> CoHostIds { get; init; } = [];

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
            Languages,
            PlaceKind,
            State,
            City,
            ExpectedReach
        );
}
