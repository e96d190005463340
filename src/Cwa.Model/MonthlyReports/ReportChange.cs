namespace Cwa.Model;

/// <summary>What the next revision of a report does with an event.</summary>
public enum ReportChangeKind
{
    /// <summary>The event is new.</summary>
    Adds = 1,

    /// <summary>The event was there, and something about it becomes different.</summary>
    Changes = 2,

    /// <summary>The event was there and is left out. It is cancelled when NPR accepts the report.</summary>
    Cancels = 3,
}

/// <summary>
/// What a revision of a monthly report changes about an event, compared with the event as it stands. It takes effect
/// when NPR accepts the report.
/// </summary>
/// <param name="Kind">Whether the event is added, changed or cancelled.</param>
/// <param name="AgencyId">The reporting agency.</param>
/// <param name="Month">The month that the report covers, in which its events start.</param>
/// <param name="EventId">The event; for one that is new, the id that it has once the report is sent.</param>
/// <param name="Before">What the event says now; null for one that is new.</param>
/// <param name="After">What it says then; null for one that is left out.</param>
public sealed record ReportChange(
    ReportChangeKind Kind,
    Guid AgencyId,
    ReportMonth Month,
    Guid EventId,
    EventFacts? Before,
    EventFacts? After
);
