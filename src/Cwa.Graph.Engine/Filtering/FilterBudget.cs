using System.Collections.Concurrent;
using GraphQL;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// What the conditions of one operation may weigh together, however many fields they are spread over.
/// </summary>
[Service]
public sealed class FilterBudget(Limits limits)
{
    private readonly ConcurrentDictionary<int, int> _taken = new();

    /// <exception cref="ExecutionError">
    /// The operation's conditions are too many (LIMIT_EXCEEDED), or one has a null that says nothing (BAD_USER_INPUT).
    /// </exception>
    internal void Take(GraphQLField field, FilterNode where)
    {
        if (where is Refused refused)
            throw RequestError.Input(refused.Message);

        // A field under many parents has one condition, which runs once for all of them.
        _taken[field.Location.Start] = where.Count;
        if (_taken.Values.Sum() > limits.FilterConditions)
            throw RequestError.Limit(
                $"The conditions in `where` weigh more than {limits.FilterConditions} comparisons together."
            );
    }
}
