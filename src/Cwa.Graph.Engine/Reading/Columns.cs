using System.Linq.Expressions;
using System.Reflection;

namespace Cwa.Graph.Engine;

/// <summary>The properties of <typeparamref name="T"/> that a query reads, and no others.</summary>
internal sealed class Columns<T>
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConstructorInfo? Constructor = typeof(T).GetConstructor(Instance, []);

    private readonly SortedSet<string> _names;

    private Columns(SortedSet<string> names) => _names = names;

    /// <summary>
    /// The properties that are needed, with those that some expressions on a record read; null to read whole records,
    /// since a needed property is computed from others.
    /// </summary>
    public static Columns<T>? Of(IReadOnlyCollection<string>? needed, IEnumerable<LambdaExpression> expressions)
    {
        if (needed is null || Constructor is null)
            return null;

        var names = new Members(needed);
        foreach (var expression in expressions)
            names.Visit(expression);
        return names.Names.All(name => Setter(name) is not null) ? new(names.Names) : null;
    }

    public void Describe(QueryShape shape) => shape.Add("of " + string.Join(',', _names));

    /// <summary>A record with only these properties, each as an expression gives it.</summary>
    public Expression<Func<T, T>> Select(Func<PropertyInfo, ParameterExpression, Expression> value)
    {
        var record = Expression.Parameter(typeof(T), "record");
        return Expression.Lambda<Func<T, T>>(
            Expression.MemberInit(
                Expression.New(Constructor!),
                _names.Select(name => Setter(name)!).Select(p => Expression.Bind(p, value(p, record)))
            ),
            record
        );
    }

    // A private setter of a base class is visible only there.
    private static PropertyInfo? Setter(string name) =>
        typeof(T).GetProperty(name, Instance) is { } property
        && property.DeclaringType!.GetProperty(name, Instance) is { SetMethod: not null } declared
            ? declared
            : null;

    private sealed class Members(IEnumerable<string> needed) : ExpressionVisitor
    {
        public SortedSet<string> Names { get; } = new(needed, StringComparer.Ordinal) { "Id" };

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is ParameterExpression { Type: var type } && type == typeof(T))
                Names.Add(node.Member.Name);
            return base.VisitMember(node);
        }
    }
}
