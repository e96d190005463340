using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>A condition, or a tree of them, that is not yet SQL.</summary>
/// <remarks>
/// Two conditions of one shape become one compiled query that runs with different values. So a node first describes
/// itself (its shape and its values), and is built into an expression only when no query of that shape has been
/// compiled.
/// </remarks>
public abstract class FilterNode
{
    /// <summary>
    /// Adds what distinguishes the SQL, and the values in the order in which <see cref="Build"/> takes them.
    /// </summary>
    public abstract void Describe(QueryShape shape);

    /// <summary>The condition on <paramref name="source"/>.</summary>
    public abstract Expression Build(Expression source, QueryValues values);

    /// <summary>How much work the tree is, in comparisons.</summary>
    public virtual int Count => 1;

    /// <summary>
    /// A fixed condition; <paramref name="key"/> names it uniquely among all conditions on its class.
    /// </summary>
    public static FilterNode Of<T>(string key, Expression<Func<T, bool>> condition) => new Fixed(key, condition);

    /// <summary>
    /// A condition on one value; <paramref name="key"/> names it uniquely among all conditions on its class.
    /// </summary>
    public static FilterNode Of<T, TValue>(string key, TValue value, Expression<Func<T, TValue, bool>> condition) =>
        new Fixed<TValue>(key, value, condition);

    /// <summary>The condition by itself, its values filled in.</summary>
    public Expression<Func<T, bool>> ToLambda<T>(IVisibility visibility)
    {
        var shape = new QueryShape(visibility);
        Describe(shape);
        var record = Expression.Parameter(typeof(T), "record");
        return Expression.Lambda<Func<T, bool>>(Build(record, new(visibility, shape.Closures())), record);
    }

    private sealed class Fixed(string key, LambdaExpression condition) : FilterNode
    {
        public override void Describe(QueryShape shape) => shape.Add(key);

        public override Expression Build(Expression source, QueryValues values) => condition.Inline(source);
    }

    private sealed class Fixed<TValue>(string key, TValue value, LambdaExpression condition) : FilterNode
    {
        public override void Describe(QueryShape shape) => shape.Add(key, value);

        public override Expression Build(Expression source, QueryValues values) =>
            condition.Inline(source, values.Next());
    }
}

/// <summary>
/// Conditions that must all hold, or of which one must; of none, all hold and no one does, as in LINQ.
/// </summary>
internal sealed class Combination(bool all, IReadOnlyList<FilterNode> parts) : FilterNode
{
    // One of nothing counts too: a list of thousands would still be a tree as deep.
    public override int Count { get; } = Math.Max(1, parts.Sum(p => p.Count));

    public override void Describe(QueryShape shape)
    {
        shape.Add(all ? "&(" : "|(");
        foreach (var part in parts)
            part.Describe(shape);
        shape.Add(")");
    }

    public override Expression Build(Expression source, QueryValues values) =>
        parts.Count == 0
            ? Expression.Constant(all)
            : parts.Select(p => p.Build(source, values)).Aggregate(all ? Expression.AndAlso : Expression.OrElse);
}
