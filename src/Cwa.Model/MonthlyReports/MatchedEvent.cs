namespace Cwa.Model;

/// <summary>A planned event beside the event that it goes on telling.</summary>
/// <param name="Planned">What the report is to say.</param>
/// <param name="Told">What the newest revision says of it, or else the accepted one; null when neither tells
/// it.</param>
/// <param name="Stored">The event as it stands; null for a new one.</param>
public sealed record MatchedEvent(PlannedEvent Planned, EventRevision? Told, Event? Stored)
{
    /// <summary>The event's id, or the one that a new event is to have; null when that is free.</summary>
    public Guid? EventId => Told?.EventId ?? Planned.EventId;
}
