using System.Linq.Expressions;
using System.Reflection;

namespace Cwa.Graph.Engine;

/// <summary>One operator of a filter, named as in Hot Chocolate.</summary>
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

    /// <summary>The operators of every value.</summary>
    public static readonly IReadOnlyList<Operation> Equality =
    [
        new("eq", "Equal to this value. Null matches records without a value.", Expression.Equal),
        new("neq", "Not equal to this value. Null matches records with a value.", Expression.NotEqual),
        new("in", "One of these values. An empty list matches nothing.", In, TakesList: true),
        new("nin", "None of these values. Records without a value match.", NotIn, TakesList: true),
    ];

    /// <summary>The operators of a value that has an order.</summary>
    public static readonly IReadOnlyList<Operation> Comparison =
    [
        .. Equality,
        new("gt", "Greater or later than this value.", Expression.GreaterThan),
        new("gte", "Equal to, greater or later than this value.", Expression.GreaterThanOrEqual),
        new("lt", "Less or earlier than this value.", Expression.LessThan),
        new("lte", "Equal to, less or earlier than this value.", Expression.LessThanOrEqual),
    ];

    /// <summary>The operators of text.</summary>
    public static readonly IReadOnlyList<Operation> Text =
    [
        .. Equality,
        new("contains", "Contains this text.", (member, value) => Expression.Call(member, Contains, value)),
        new(
            "ncontains",
            "Does not contain this text.",
            (member, value) => Expression.Not(Expression.Call(member, Contains, value))
        ),
        new("startsWith", "Starts with this text.", (member, value) => Expression.Call(member, StartsWith, value)),
        new(
            "nstartsWith",
            "Does not start with this text.",
            (member, value) => Expression.Not(Expression.Call(member, StartsWith, value))
        ),
        new("endsWith", "Ends with this text.", (member, value) => Expression.Call(member, EndsWith, value)),
        new(
            "nendsWith",
            "Does not end with this text.",
            (member, value) => Expression.Not(Expression.Call(member, EndsWith, value))
        ),
    ];

    /// <summary>Whether this operator can compare with null.</summary>
    public bool KnowsNull => Name is "eq" or "neq";

    /// <summary>Whether a value of this type can be null.</summary>
    public static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>A value converted to a type that is its own, or the nullable form of its own.</summary>
    public static Expression Lift(Expression value, Type type) =>
        value.Type == type ? value : Expression.Convert(value, type);

    // A list of values never contains null. Without this condition, EF Core would also have the database look for null
    // in it.
    private static Expression In(Expression member, Expression list)
    {
        // PostgreSQL does not read `a = b = ANY (…)`, which a comparison would become.
        if (member is BinaryExpression { Type: var compared } && compared == typeof(bool))
            return Expression.Condition(
                member,
                Found(Expression.Constant(true), list),
                Found(Expression.Constant(false), list)
            );

        var found = Found(member, list);
        return CanBeNull(member.Type)
            ? Expression.AndAlso(Expression.NotEqual(member, Expression.Constant(null, member.Type)), found)
            : found;
    }

    private static MethodCallExpression Found(Expression value, Expression list)
    {
        var type = list.Type.GetElementType()!;
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], list, Lift(value, type));
    }

    private static UnaryExpression NotIn(Expression member, Expression list) => Expression.Not(In(member, list));

    private static MethodInfo Method(Expression<Func<bool>> call) => ((MethodCallExpression)call.Body).Method;
}

/// <summary>An operator applied to a member: `startsOn: { gte: "1998-04-01" }`.</summary>
internal sealed class Comparison(
    string name,
    LambdaExpression member,
    (Type Type, object? Value)? given,
    Type? wholeOf,
    Operation operation,
    Type type,
    object? value
) : FilterNode
{
    private readonly string _key = $"{name} {operation.Name}{(value is null ? " null" : "")}";

    public override bool AsksOnlyFor<TValue>(string ofName, IReadOnlyCollection<TValue> values) =>
        name == ofName
        && (operation.Name, value) switch
        {
            ("eq", TValue one) => values.Contains(one),
            ("in", TValue[] { Length: > 0 } some) => some.All(values.Contains),
            _ => false,
        };

    public override void Describe(QueryShape shape)
    {
        if (given is { } moment)
            shape.Add("given", moment.Type, moment.Value);
        if (Whole(shape.Visibility) is { } whole)
        {
            shape.Add("whole(");
            whole.Describe(shape);
            shape.Add(")");
        }

        if (value is null)
            shape.Add(_key);
        else
            shape.Add(_key, operation.TakesList ? type.MakeArrayType() : type, value);
    }

    public override Expression Build(Expression source, QueryValues values)
    {
        var left = Member(source, values);
        if (value is not null)
        {
            var right = values.Next();
            return operation.Build(left, operation.TakesList ? right : Operation.Lift(right, left.Type));
        }

        // A member that cannot be null is always unequal to null.
        return Operation.CanBeNull(left.Type)
            ? operation.Build(left, Expression.Constant(null, left.Type))
            : Expression.Constant(operation.Name == "neq");
    }

    private Expression Member(Expression source, QueryValues values)
    {
        var told = given is null ? member.Inline(source) : member.Inline(source, values.Next());
        if (Whole(values.Visibility) is not { } whole)
            return told;

        var type = Operation.CanBeNull(told.Type) ? told.Type : typeof(Nullable<>).MakeGenericType(told.Type);
        return Expression.Condition(
            whole.Build(source, values),
            Operation.Lift(told, type),
            Expression.Constant(null, type)
        );
    }

    private FilterNode? Whole(IVisibility visibility) => wholeOf is null ? null : visibility.WholeOf(wholeOf);
}
