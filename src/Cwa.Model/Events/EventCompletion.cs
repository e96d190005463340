using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// What an agency said about an event after its report had left it out. It never changes, and no report is amended.
/// </summary>
public sealed class EventCompletion
{
    internal const int LongestBy = 200;

    private EventCompletion() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, or the place is incomplete.</exception>
    internal EventCompletion(Event @event, EventFacts said, DateTime at, string by)
    {
        Id = Guid.CreateVersion7();
        EventId = @event.Id;
        (Title, Medium, Format, Setting) = (said.Title, said.Medium, said.Format, said.Setting);
        (Access, TopicScope, Languages) = (said.Access, said.TopicScope, said.Languages);
        (PlaceKind, State, City) = (said.PlaceKind, said.State, said.City);
        ExpectedReach = said.ExpectedReach;
        At = Require.Utc(at);
        By = Require.Text(by, LongestBy);
        RecordedAt = Require.Stamp(null);
    }

    /// <summary>The id of this entry.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the event.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event.</summary>
    public Event Event { get; private init; } = null!;

    /// <summary>What the event is called; null if this entry does not say it, as for every fact.</summary>
    [MaxLength(EventFacts.LongestTitle)]
    public string? Title { get; private init; }

    /// <summary>How the event reaches people.</summary>
    public Medium? Medium { get; private init; }

    /// <summary>The form that the event takes.</summary>
    public EventFormat? Format { get; private init; }

    /// <summary>Whether the event follows an agenda.</summary>
    public Setting? Setting { get; private init; }

    /// <summary>Who may attend.</summary>
    public Access? Access { get; private init; }

    /// <summary>What the event may be about.</summary>
    public TopicScope? TopicScope { get; private init; }

    /// <summary>The languages spoken; empty if this entry does not say.</summary>
    public IReadOnlyList<string> Languages { get; private init; } = [];

    /// <summary>Whether the event is in one state, across the nation or online.</summary>
    public PlaceKind? PlaceKind { get; private init; }

    /// <summary>The state or territory of the event.</summary>
    public StateCode? State { get; private init; }

    /// <summary>The city.</summary>
    [MaxLength(EventFacts.LongestCity)]
    public string? City { get; private init; }

    /// <summary>How many customers the agency expects to reach.</summary>
    public int? ExpectedReach { get; private init; }

    /// <summary>When the agency said so, in UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>Who said so.</summary>
    [MaxLength(LongestBy)]
    public string By { get; private init; } = "";

    /// <summary>When the entry was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
