using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The calendar of conversations.</summary>
public sealed class EventQueries
{
    /// <summary>
    /// The conversations of all agencies, planned and held (actions 1 to 3). A joint event appears once, under the
    /// agency that leads it.
    /// </summary>
    public static Task<Connection<Event>> EventsAsync(Page<Event> page) => page.AllAsync();
}
