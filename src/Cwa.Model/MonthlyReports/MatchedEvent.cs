namespace Cwa.Model;

/// <summary>A planned event, matched with the earlier event that it continues.</summary>
/// <param name="Planned">What the report is to say about the event.</param>
/// <param name="Told">What the newest revision says about it, or else the accepted one; null if neither does.</param>
/// <param name="Stored">The event as it stands; null for a new one.</param>
public sealed record MatchedEvent(PlannedEvent Planned, EventRevision? Told, Event? Stored)
{
    /// <summary>The event's id, or the id that a new event is to have; null when any will do.</summary>
    public Guid? EventId => Told?.EventId ?? Planned.EventId;

    /// <summary>The same with an id, for an event that is new and may have any.</summary>
    internal MatchedEvent WithId() =>
        EventId is null ? this with { Planned = Planned with { EventId = Guid.CreateVersion7() } } : this;

    /// <summary>The match, in which the planned event keeps what it leaves out.</summary>
    internal static MatchedEvent Of(PlannedEvent planned, EventRevision? told, Event? stored)
    {
        if ((told?.Facts ?? stored?.Facts()) is not { } facts)
            return new(planned, told, stored);

        // An event that was postponed to new days is told on the former ones.
        if (stored is { PostponedFrom: not null } && stored.StartsOn == planned.Facts.StartsOn)
            facts = facts.On(stored.StartsOn, stored.EndsOn);
        return new(planned.Over(facts, told?.CoHostIds ?? stored!.CoHostIds()), told, stored);
    }
}
