using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Engine;

/// <summary>What distinguishes a query's SQL from that of others, and the values that it runs with.</summary>
public sealed class QueryShape(IVisibility visibility)
{
    private readonly StringBuilder _key = new(128);
    private readonly List<object?> _values = [];
    private readonly List<Type> _types = [];

    /// <summary>Which related records the caller may see.</summary>
    public IVisibility Visibility => visibility;

    /// <summary>The shape without its values.</summary>
    public string Key => _key.ToString();

    /// <summary>The values, in the order in which they were added.</summary>
    public object?[] Values => [.. _values];

    /// <summary>The values' types.</summary>
    public IReadOnlyList<Type> Types => _types;

    /// <summary>
    /// The values as a lambda captures them, in fields of objects, which EF Core turns into parameters.
    /// </summary>
    public IReadOnlyList<Expression> Closures() =>
        [
            .. _types.Select(
                (type, i) =>
                {
                    var box = typeof(StrongBox<>).MakeGenericType(type);
                    return Expression.Field(
                        Expression.Constant(Activator.CreateInstance(box, _values[i]), box),
                        "Value"
                    );
                }
            ),
        ];

    /// <summary>Adds a part without a value.</summary>
    public QueryShape Add(string part)
    {
        _key.Append(part).Append(';');
        return this;
    }

    /// <summary>Adds a part with a value.</summary>
    public QueryShape Add<TValue>(string part, TValue value) => Add(part, typeof(TValue), value);

    /// <summary>Adds a part with a value.</summary>
    public QueryShape Add(string part, Type type, object? value)
    {
        _values.Add(value);
        _types.Add(type);
        return Add(part);
    }
}

/// <summary>Hands out a query's parameters, in the order in which its shape added the values.</summary>
public sealed class QueryValues(
    IVisibility visibility,
    IReadOnlyList<Expression> parameters,
    DbContext? database = null
)
{
    private int _next;

    /// <summary>The same visibility that the shape was described with.</summary>
    public IVisibility Visibility => visibility;

    /// <summary>The database that the query is built for.</summary>
    internal DbContext Database =>
        database ?? throw new InvalidOperationException("Only a whole query is built for a database.");

    /// <summary>The next value's expression.</summary>
    public Expression Next() => parameters[_next++];
}
