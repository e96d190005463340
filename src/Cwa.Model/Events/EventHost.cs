namespace Cwa.Model;

/// <summary>
/// An agency that hosts an event. The lead is a host as well. A government-wide total counts the event once.
/// </summary>
public sealed class EventHost
{
    private EventHost() { } // EF Core

    internal EventHost(Guid eventId, Guid agencyId, bool isLead = false) =>
        (EventId, AgencyId, IsLead) = (eventId, agencyId, isLead);

    /// <summary>The id of the event.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event.</summary>
    public Event Event { get; private init; } = null!;

    /// <summary>The id of the hosting agency.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The hosting agency.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>Whether the agency is the lead, which reports the event.</summary>
    [Derived]
    public bool IsLead { get; private init; }
}
