namespace Cwa.Model;

/// <summary>What has become of a planned conversation.</summary>
public enum EventStatus
{
    /// <summary>Announced, and its last day has not passed.</summary>
    [SaidAs("announced", "scheduled")]
    Planned = 1,

    /// <summary>The agency has confirmed that it took place.</summary>
    [SaidAs("completed", "done", "took place")]
    Held = 2,

    /// <summary>The agency cancelled it, or left it out of an amendment of its report that was accepted.</summary>
    [SaidAs("called off", "canceled")]
    Cancelled = 3,

    /// <summary>Moved to new days, or to days that are not known yet.</summary>
    [SaidAs("moved", "rescheduled")]
    Postponed = 4,

    /// <summary>
    /// Its last day has passed, and the agency has not said what became of it. This status is computed, never recorded.
    /// </summary>
    Unconfirmed = 5,
}
