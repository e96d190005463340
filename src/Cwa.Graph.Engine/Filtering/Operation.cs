using System.Linq.Expressions;
using System.Reflection;

namespace Cwa.Graph.Engine;

/// <summary>One operator of a filter, with Hot Chocolate's name.</summary>
internal sealed record Operation(
    string Name,
    string Description,
    Func<Expression, Expression, Expression> Build,
    bool TakesList = false
)
{
    private static readonly MethodInfo Contains = Method(() => "".Contains(""));
    private static readonly MethodInfo StartsWith = Method(() => "".StartsWith(""));
    private static readonly MethodInfo EndsWith = Method(() => "".EndsWith(""));

    /// <summary>Equal to a value, or one of several.</summary>
    public static readonly IReadOnlyList<Operation> Equality =
    [
        new("eq", "Equal to this value; null asks for records without one.", Expression.Equal),
        new("neq", "Not equal to this value; null asks for records with one.", Expression.NotEqual),
        new("in", "One of these values; an empty list has none.", In, TakesList: true),
        new("nin", "None of these values; it holds without one.", NotIn, TakesList: true),
    ];

    /// <summary>Equality and order.</summary>
    public static readonly IReadOnlyList<Operation> Comparison =
    [
        .. Equality,
        new("gt", "Greater or later than this value.", Expression.GreaterThan),
        new("gte", "This value, or greater or later.", Expression.GreaterThanOrEqual),
        new("lt", "Less or earlier than this value.", Expression.LessThan),
        new("lte", "This value, or less or earlier.", Expression.LessThanOrEqual),
    ];

    /// <summary>Equality and parts of a text.</summary>
    public static readonly IReadOnlyList<Operation> Text =
    [
        .. Equality,
        new(
            "contains",
            "This text stands somewhere in it.",
            (member, value) => Expression.Call(member, Contains, value)
        ),
        new(
            "ncontains",
            "This text stands nowhere in it.",
            (member, value) => Expression.Not(Expression.Call(member, Contains, value))
        ),
        new("startsWith", "It starts with this text.", (member, value) => Expression.Call(member, StartsWith, value)),
        new(
            "nstartsWith",
            "It does not start with this text.",
            (member, value) => Expression.Not(Expression.Call(member, StartsWith, value))
        ),
        new("endsWith", "It ends with this text.", (member, value) => Expression.Call(member, EndsWith, value)),
        new(
            "nendsWith",
            "It does not end with this text.",
            (member, value) => Expression.Not(Expression.Call(member, EndsWith, value))
        ),
    ];

    /// <summary>Whether null is a value that this operator compares with.</summary>
    public bool KnowsNull => Name is "eq" or "neq";

    /// <summary>Whether a value of this type can be null.</summary>
    public static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>A value as one of a type that it has, or that it is the nullable form of.</summary>
    public static Expression Lift(Expression value, Type type) =>
        value.Type == type ? value : Expression.Convert(value, type);

    // No list holds null. The database is told so, or it would look for one in the list wherever a value is missing.
    private static Expression In(Expression member, Expression list)
    {
        var type = list.Type.GetElementType()!;
        var found = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], list, Lift(member, type));
        return CanBeNull(member.Type)
            ? Expression.AndAlso(Expression.NotEqual(member, Expression.Constant(null, member.Type)), found)
            : found;
    }

    private static UnaryExpression NotIn(Expression member, Expression list) => Expression.Not(In(member, list));

    private static MethodInfo Method(Expression<Func<bool>> call) => ((MethodCallExpression)call.Body).Method;
}

/// <summary>An operator applied to a member: `startsOn: { gte: "1998-04-01" }`.</summary>
internal sealed class Comparison(
    string name,
    LambdaExpression member,
    (Type Type, object? Value)? given,
    Operation operation,
    Type type,
    object? value
) : FilterNode
{
    private readonly string _key = $"{name} {operation.Name}{(value is null ? " null" : "")}";

    public override void Describe(QueryShape shape)
    {
        if (given is { } moment)
            shape.Add("given", moment.Type, moment.Value);
        if (value is null)
            shape.Add(_key);
        else
            shape.Add(_key, operation.TakesList ? type.MakeArrayType() : type, value);
    }

    public override Expression Build(Expression source, QueryValues values)
    {
        var left = given is null ? member.Inline(source) : member.Inline(source, values.Next());
        if (value is not null)
        {
            var right = values.Next();
            return operation.Build(left, operation.TakesList ? right : Operation.Lift(right, left.Type));
        }

        // A member that is never null equals no null and differs from every one.
        return Operation.CanBeNull(left.Type)
            ? operation.Build(left, Expression.Constant(null, left.Type))
            : Expression.Constant(operation.Name == "neq");
    }
}
