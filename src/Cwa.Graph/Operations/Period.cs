using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The days from one to another, both included.</summary>
internal readonly record struct Period
{
    /// <exception cref="GraphQL.ExecutionError">The days are reversed (BAD_USER_INPUT).</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (from > to)
            throw RequestError.Input("`from` must not be after `to`.");
        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly To { get; }
}
