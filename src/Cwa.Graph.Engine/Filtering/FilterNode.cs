using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>A condition, or a tree of conditions, from which SQL can be made.</summary>
/// <remarks>
/// Conditions of the same shape share one compiled query, which runs with different values. So a node first describes
/// its shape and its values. It is built into an expression only if no query of that shape has been compiled yet.
/// </remarks>
public abstract class FilterNode
{
    /// <summary>
    /// Adds everything that makes a difference to the SQL, and the values in the order in which <see cref="Build"/>
    /// takes them.
    /// </summary>
    public abstract void Describe(QueryShape shape);

    /// <summary>The condition on <paramref name="source"/>.</summary>
    public abstract Expression Build(Expression source, QueryValues values);

    /// <summary>The cost of the tree, in comparisons.</summary>
    public virtual int Count => 1;

    /// <summary>Whether the condition asks for records with these values alone, in the field of this name.</summary>
    public virtual bool AsksOnlyFor<TValue>(string name, IReadOnlyCollection<TValue> values) => false;

    /// <summary>
    /// A fixed condition; <paramref name="key"/> names it uniquely among all conditions on its class.
    /// </summary>
    public static FilterNode Of<T>(string key, Expression<Func<T, bool>> condition) => new Fixed(key, condition);

    /// <summary>
    /// A condition on one value; <paramref name="key"/> names it uniquely among all conditions on its class.
    /// </summary>
    public static FilterNode Of<T, TValue>(string key, TValue value, Expression<Func<T, TValue, bool>> condition) =>
        new Fixed<TValue>(key, value, condition);

    /// <summary>The condition as a lambda with its values filled in.</summary>
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
/// Conditions of which all, or at least one, must hold. As in LINQ, an empty `all` is true and an empty `any` is false.
/// </summary>
internal sealed class Combination(bool all, IReadOnlyList<FilterNode> parts) : FilterNode
{
    // An empty combination still counts as one: thousands of them would nest as deeply.
    public override int Count { get; } = Math.Max(1, parts.Sum(p => p.Count));

    public override bool AsksOnlyFor<TValue>(string name, IReadOnlyCollection<TValue> values) =>
        all
            ? parts.Any(p => p.AsksOnlyFor(name, values))
            : parts is not [] && parts.All(p => p.AsksOnlyFor(name, values));

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
