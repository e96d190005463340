using System.ComponentModel.DataAnnotations;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>An event in the shape in which reports list it, `PlannedEventInput`. What was not said is null.</summary>
public sealed record EventToSend
{
    internal EventToSend(ReportLine line)
    {
        var facts = line.Facts;
        EventId = line.IsStored ? NodeId.Encode(nameof(Event), line.EventId) : null;
        (Title, Description) = (facts.Title, facts.Description);
        (StartsOn, EndsOn) = (facts.StartsOn, facts.EndsOn);
        (Medium, Format, Setting) = (facts.Medium, facts.Format, facts.Setting);
        (Access, TopicScope, Languages) = (facts.Access, facts.TopicScope, facts.Languages);
        (PlaceKind, State, City) = (facts.PlaceKind, facts.State, facts.City);
        ExpectedReach = facts.ExpectedReach;
        CoHostIds = [.. line.CoHostIds.Select(id => NodeId.Encode(nameof(Agency), id))];
    }

    /// <summary>The event's id; null for an event of a draft that no report has listed yet.</summary>
    [Id]
    public string? EventId { get; }

    /// <summary>What the event is called.</summary>
    [MaxLength(EventFacts.LongestTitle)]
    public string? Title { get; }

    /// <summary>The brief description that action 2 asks for.</summary>
    [MaxLength(EventFacts.LongestDescription)]
    public string Description { get; }

    /// <summary>The event's first day.</summary>
    public DateOnly StartsOn { get; }

    /// <summary>The event's last day; for an event of one day, the first.</summary>
    public DateOnly EndsOn { get; }

    /// <summary>How the event reaches people.</summary>
    public Medium? Medium { get; }

    /// <summary>The form the event takes.</summary>
    public EventFormat? Format { get; }

    /// <summary>Whether the event follows an agenda.</summary>
    public Setting? Setting { get; }

    /// <summary>Who may come.</summary>
    public Access? Access { get; }

    /// <summary>What the event may be about.</summary>
    public TopicScope? TopicScope { get; }

    /// <summary>The languages spoken, at most 20, as language tags such as `en` or `es`; empty if not said.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Whether the event is at a place, across the nation or online.</summary>
    public PlaceKind? PlaceKind { get; }

    /// <summary>The state or territory of an event at a PLACE.</summary>
    public StateCode? State { get; }

    /// <summary>The city of an event at a PLACE.</summary>
    [MaxLength(EventFacts.LongestCity)]
    public string? City { get; }

    /// <summary>How many customers the agency expects to reach, 0 or more.</summary>
    public int? ExpectedReach { get; }

    /// <summary>The ids of the agencies that hold the event together with the reporting agency, at most 19.</summary>
    [Id]
    public IReadOnlyList<string> CoHostIds { get; }
}

/// <inheritdoc cref="EventToSend"/>
[SignedIn]
public sealed class EventToSendType : ObjectType<EventToSend>;
