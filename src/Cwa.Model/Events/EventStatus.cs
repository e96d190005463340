namespace Cwa.Model;

/// <summary>What has become of a planned conversation.</summary>
public enum EventStatus
{
    /// <summary>Announced, and its last day has not passed.</summary>
    Planned = 1,

    /// <summary>Confirmed by the agency to have taken place.</summary>
    Held = 2,

    /// <summary>Called off, or left out of an accepted amendment of its report.</summary>
    Cancelled = 3,

    /// <summary>Put off, to new dates or to none yet.</summary>
    Postponed = 4,

    /// <summary>Its last day has passed and the agency has not said what became of it. Read, never recorded.</summary>
    Unconfirmed = 5,
}
