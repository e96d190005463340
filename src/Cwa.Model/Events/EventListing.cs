using System.Linq.Expressions;

namespace Cwa.Model;

/// <summary>How far an event that is open to the public can be planned for.</summary>
public enum EventListing
{
    /// <summary>The agency has not said yet where it is, nor that it is by telephone, online or nationwide.</summary>
    Announced = 1,

    /// <summary>One can take part: it is said where, or that it is by telephone, online or nationwide.</summary>
    Attendable = 2,
}

/// <summary>Lists events for the public.</summary>
public static class EventListings
{
    /// <summary>How an event is listed; null unless it is said that it is open to the public.</summary>
    public static Expression<Func<Event, EventListing?>> Of { get; } =
        e =>
            e.Access != Access.OpenToPublic ? null
            : e.PlaceKind != null || e.Medium == Medium.Telephone || e.Medium == Medium.Electronic
                ? EventListing.Attendable
            : EventListing.Announced;

    private static readonly Func<Event, EventListing?> OfOne = Of.Compile();

    /// <summary>How this event is listed.</summary>
    public static EventListing? ListedAs(this Event @event) => OfOne(@event);
}
