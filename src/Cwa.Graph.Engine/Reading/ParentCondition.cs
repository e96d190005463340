using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>The number of records that belong to a parent.</summary>
internal sealed class KeyCount
{
    public Guid Key { get; init; }
    public int Count { get; init; }
}

internal static class ParentCondition<T>
{
    /// <summary>The condition that a record's parent is one of these.</summary>
    public static FilterNode In(Guid[] parents, Expression<Func<T, Guid>> parent)
    {
        Expression<Func<Guid, Guid[], bool>> contains = (key, keys) => Enumerable.Contains(keys, key);
        var record = Expression.Parameter(typeof(T));
        var keys = Expression.Parameter(typeof(Guid[]));
        var condition = Expression.Lambda<Func<T, Guid[], bool>>(
            contains.Inline(parent.Inline(record), keys),
            record,
            keys
        );
        return FilterNode.Of("of " + CompiledMember.PathOf(parent), parents, condition);
    }
}
