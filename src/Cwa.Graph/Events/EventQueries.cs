using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>The calendar of conversations.</summary>
public sealed class EventQueries
{
    /// <summary>
    /// The conversations of all agencies, planned and held (actions 1 to 3). A joint event appears once, under the
    /// agency that leads it.
    /// </summary>
    public static Task<Connection<Event>> EventsAsync(Page<Event> page) => page.AllAsync();

    /// <summary>
    /// How many events there are: by state, month, medium, format and status, for a map or a calendar beside the list.
    /// Counted are the events that `events` shows you under the same conditions.
    /// </summary>
    /// <param name="where">Only events that meet these conditions.</param>
    public static Task<EventCounts> EventCountsAsync(
        EventCounting counting,
        IResolveFieldContext context,
        [InputType(typeof(FilterType<Event>))] FilterNode? where = null
    ) => counting.ReadAsync(context, where);

    /// <summary>What all agencies' problem-solving days and other such events achieved (action 4).</summary>
    public static Task<Connection<ProblemSolvingOutcome>> ProblemSolvingOutcomesAsync(
        Page<ProblemSolvingOutcome> page
    ) => page.AllAsync();

    /// <summary>
    /// What all agencies' problem-solving days and other such events achieved, added up (action 4), and how many days
    /// have not said so yet. An agency gets the events of its own and its components', also those that they only
    /// co-host; NPR gets all.
    /// </summary>
    /// <param name="where">Only events that meet these conditions.</param>
    [SignedIn]
    public static Task<ProblemSolvingTotals> ProblemSolvingTotalsAsync(
        ProblemSolvingTotalsReader reader,
        IResolveFieldContext context,
        [InputType(typeof(FilterType<Event>))] FilterNode? where = null
    ) => reader.ReadAsync(context, where);
}
