using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>
/// Shows records as others of their class, such as what they were at an instant; conditions and orders see what is
/// shown.
/// </summary>
/// <param name="key">Names it uniquely among the projections of the class.</param>
/// <param name="value">What it depends on.</param>
/// <param name="projection">Takes a stored record and the value, and initialises the members that differ or are
/// read.</param>
internal sealed class Projection(string key, (Type Type, object? Value) value, LambdaExpression projection)
{
    public void Describe(QueryShape shape) => shape.Add(key, value.Type, value.Value);

    public Shown Build(QueryValues values)
    {
        var record = projection.Parameters[0];
        return new(Expression.Lambda(projection.Inline(record, values.Next()), record));
    }
}

/// <summary>The records of a query as it shows them: through a projection, or as they are stored.</summary>
/// <remarks>
/// The projection comes last, and whatever is asked before it of a member is asked of what the projection makes of it.
/// So a member that it leaves as it is keeps its index.
/// </remarks>
internal sealed class Shown(LambdaExpression? projection)
{
    public static readonly Shown AsStored = new(null);

    private readonly Dictionary<string, LambdaExpression> _members = projection
        is { Body: var made, Parameters: var record }
        ? ((MemberInitExpression)made)
            .Bindings.Cast<MemberAssignment>()
            .ToDictionary(b => b.Member.Name, b => Expression.Lambda(b.Expression, record))
        : [];

    /// <summary>An expression on a stored record as one on what is shown of it.</summary>
    public Expression Of(Expression expression, ParameterExpression record) =>
        projection is null ? expression : new Members(record, _members).Visit(expression);

    /// <summary>A member of a stored record as the member of what is shown of it.</summary>
    public LambdaExpression Of(LambdaExpression member) =>
        projection is null
            ? member
            : Expression.Lambda(member.Type, Of(member.Body, member.Parameters[0]), member.Parameters);

    /// <summary>What is shown of a sequence of stored records.</summary>
    public Expression Of(Expression source, Type methods) =>
        projection is null
            ? source
            : Expression.Call(
                methods,
                nameof(Enumerable.Select),
                [projection.ReturnType, projection.ReturnType],
                source,
                projection
            );

    private sealed class Members(ParameterExpression record, Dictionary<string, LambdaExpression> shown)
        : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == record && shown.TryGetValue(node.Member.Name, out var member)
                ? member.Inline(record)
                : base.VisitMember(node);
    }
}
