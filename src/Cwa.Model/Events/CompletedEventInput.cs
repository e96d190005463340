using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What the report of an event left out, such as its place. At least one fact is given.</summary>
public sealed record CompletedEventInput
{
    /// <summary>The id of an event that your agency leads.</summary>
    public required Id<Event> EventId { get; init; }

    /// <summary>What the event is called.</summary>
    [MaxLength(EventFacts.LongestTitle)]
    public string? Title { get; init; }

    /// <summary>How the event reaches people.</summary>
    public Medium? Medium { get; init; }

    /// <summary>The form the event takes.</summary>
    public EventFormat? Format { get; init; }

    /// <summary>Whether the event follows an agenda.</summary>
    public Setting? Setting { get; init; }

    /// <summary>Who may come. If anyone may, the event is published once NPR has accepted its report.</summary>
    public Access? Access { get; init; }

    /// <summary>What the event may be about.</summary>
    public TopicScope? TopicScope { get; init; }

    /// <summary>The languages spoken, as language tags such as en or es.</summary>
    [MaxLength(EventFacts.MaxLanguages)]
    [EachMaxLength(LanguageTag.Longest)]
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Whether the event is at a place, across the nation or online.</summary>
    public PlaceKind? PlaceKind { get; init; }

    /// <summary>The state or territory. An event that has one is at a PLACE.</summary>
    public StateCode? State { get; init; }

    /// <summary>The city of an event at a place.</summary>
    [MaxLength(EventFacts.LongestCity)]
    public string? City { get; init; }

    /// <summary>How many customers the agency expects to reach, 0 or more.</summary>
    public int? ExpectedReach { get; init; }

    internal bool HasFacts =>
        (Title, Medium, Format, Setting, Access, TopicScope) != default
        || (Languages, PlaceKind, State, City, ExpectedReach) != default;

    /// <summary>The event with these facts, as a report would have said them.</summary>
    internal PlannedEventInput Said(Event @event) =>
        new()
        {
            Title = Title,
            Description = @event.Description,
            StartsOn = @event.StartsOn,
            EndsOn = @event.EndsOn,
            Medium = Medium,
            Format = Format,
            Setting = Setting,
            Access = Access,
            TopicScope = TopicScope,
            Languages = Languages,
            PlaceKind = PlaceKind ?? (City is null ? null : @event.PlaceKind),
            State = State ?? (City is null ? null : @event.State),
            City = City,
            ExpectedReach = ExpectedReach,
        };
}
