using System.Collections.Concurrent;
using GraphQL;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Limits the conditions of one operation, summed over all of its fields.</summary>
[Service]
public sealed class FilterBudget(Limits limits)
{
    private readonly ConcurrentDictionary<int, int> _taken = new();

    /// <exception cref="ExecutionError">The operation has too many conditions (LIMIT_EXCEEDED), or one has a null that
    /// means nothing (BAD_USER_INPUT).</exception>
    internal void Take(GraphQLField field, FilterNode where)
    {
        if (where is Refused refused)
            throw RequestError.Input(refused.Message);

        // Counted by the field's place in the document: under many parents its condition still runs once, for all of
        // them.
        _taken[field.Location.Start] = where.Count;
        if (_taken.Values.Sum() > limits.FilterConditions)
            throw RequestError.Limit(
                $"The conditions in `where` add up to more than {limits.FilterConditions} comparisons."
            );
    }
}
