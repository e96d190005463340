using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cwa.Graph.Engine;

/// <summary>A condition, or a tree of them, that is not yet SQL.</summary>
/// <remarks>
/// Two conditions of one shape become one compiled query that runs with different values. So a node first describes itself
/// (its shape and its values), and is built into an expression only when no query of that shape has been compiled.
/// </remarks>
public abstract class FilterNode
{
    /// <summary>Adds what distinguishes the SQL, and the values in the order in which <see cref="Build"/> takes them.</summary>
    public abstract void Describe(QueryShape shape);

    /// <summary>The condition on <paramref name="source"/>.</summary>
    public abstract Expression Build(Expression source, QueryValues values);

    /// <summary>How many comparisons the tree holds.</summary>
    public virtual int Count => 1;

    /// <summary>A fixed condition; <paramref name="key"/> names it uniquely among all conditions on its class.</summary>
    public static FilterNode Of<T>(string key, Expression<Func<T, bool>> condition) => new Fixed(key, condition);

    /// <summary>A condition on one value; <paramref name="key"/> names it uniquely among all conditions on its class.</summary>
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

        public override Expression Build(Expression source, QueryValues values) => condition.Inline(source, values.Next());
    }
}

/// <summary>Conditions that must all hold, or of which one must.</summary>
internal sealed class Combination(bool all, IReadOnlyList<FilterNode> parts) : FilterNode
{
    public override int Count => parts.Sum(p => p.Count);

    public override void Describe(QueryShape shape)
    {
        shape.Add(all ? "&(" : "|(");
        foreach (var part in parts)
            part.Describe(shape);
        shape.Add(")");
    }

    public override Expression Build(Expression source, QueryValues values) => parts.Count == 0
        ? Expression.Constant(true)
        : parts.Select(p => p.Build(source, values)).Aggregate(all ? Expression.AndAlso : Expression.OrElse);
}

/// <summary>What tells one query's SQL from another's, and the values that it runs with.</summary>
public sealed class QueryShape(IVisibility visibility)
{
    private readonly StringBuilder _key = new(128);
    private readonly List<object?> _values = [];
    private readonly List<Type> _types = [];

    /// <summary>What the caller may see of other records that a condition reaches.</summary>
    public IVisibility Visibility => visibility;

    /// <summary>The shape without its values.</summary>
    public string Key => _key.ToString();

    /// <summary>The values, in the order in which they were added.</summary>
    public object?[] Values => [.. _values];

    /// <summary>The values' types.</summary>
    public IReadOnlyList<Type> Types => _types;

    /// <summary>The values as EF Core finds them in a lambda: it makes parameters of what is captured.</summary>
    public IReadOnlyList<Expression> Closures() => [.. _types.Select((type, i) =>
    {
        var box = typeof(StrongBox<>).MakeGenericType(type);
        return Expression.Field(Expression.Constant(Activator.CreateInstance(box, _values[i]), box), "Value");
    })];

    /// <summary>Adds a part that has no value.</summary>
    public QueryShape Add(string part)
    {
        _key.Append(part).Append(';');
        return this;
    }

    /// <summary>Adds a part that has one.</summary>
    public QueryShape Add<TValue>(string part, TValue value) => Add(part, typeof(TValue), value);

    /// <summary>Adds a part that has one.</summary>
    public QueryShape Add(string part, Type type, object? value)
    {
        _values.Add(value);
        _types.Add(type);
        return Add(part);
    }
}

/// <summary>Hands out a query's parameters in the order in which its shape was described.</summary>
public sealed class QueryValues(IVisibility visibility, IReadOnlyList<Expression> parameters)
{
    private int _next;

    /// <summary>The same visibility that the shape was described with.</summary>
    public IVisibility Visibility => visibility;

    /// <summary>The next value's expression.</summary>
    public Expression Next() => parameters[_next++];
}

/// <summary>What the caller may see of each class of records: the one gate of every list, node and nested condition.</summary>
[Service]
public interface IVisibility
{
    /// <summary>The condition that a visible record meets; null where every record is visible.</summary>
    FilterNode? Of(Type entity);

    /// <summary>The condition that a record meets of which the caller may see more than what is public; null where it is every record.</summary>
    FilterNode? WholeOf(Type entity);
}

internal static class Lambdas
{
    /// <summary>The lambda's body with its parameters replaced.</summary>
    public static Expression Inline(this LambdaExpression lambda, params Expression[] arguments) =>
        new Replacement(lambda.Parameters, arguments).Visit(lambda.Body);

    private sealed class Replacement(IReadOnlyList<ParameterExpression> parameters, Expression[] arguments) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (parameters[i] == node)
                    return arguments[i];
            }

            return node;
        }
    }
}
