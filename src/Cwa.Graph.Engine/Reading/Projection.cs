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
/// It would be simpler to project first and then to filter, order and page what comes of it. But then no database finds
/// the index of a column behind the projection, and each page would project all records. So the projection comes last,
/// and in every condition and order before it a member is replaced by the expression that the projection gives it. A
/// member that it passes on unchanged becomes the column again, and keeps its index.
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

    // Only members of the record itself: those of a record that it leads to are not projected.
    private sealed class Members(ParameterExpression record, Dictionary<string, LambdaExpression> shown)
        : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == record && shown.TryGetValue(node.Member.Name, out var member)
                ? member.Inline(record)
                : base.VisitMember(node);
    }
}
