using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>
/// Shows records with other values than those stored, such as those of an earlier day. Conditions and orders apply to
/// what is shown.
/// </summary>
/// <param name="key">Its name, unique among the projections of the class.</param>
/// <param name="value">A value that it depends on, such as the day.</param>
/// <param name="projection">Makes the shown record from a stored record and the value. It must initialise every member
/// that is read afterwards.</param>
internal sealed class Projection(string key, (Type Type, object? Value) value, LambdaExpression projection)
{
    public void Describe(QueryShape shape) => shape.Add(key, value.Type, value.Value);

    public Shown Build(QueryValues values)
    {
        var record = projection.Parameters[0];
        return new(Expression.Lambda(projection.Inline(record, values.Next()), record));
    }
}

/// <summary>How a query shows its records: through a projection, or as stored.</summary>
/// <remarks>
/// Projecting first, then filtering, ordering and paging the result would be simpler. But then no database would find
/// the index of a column behind the projection, and each page would project all records. So the projection comes last.
/// In every condition and order before it, a member is replaced by the expression that the projection assigns to it. A
/// member that the projection copies unchanged thereby becomes the plain column again, and keeps its index.
/// </remarks>
internal sealed class Shown
{
    public static readonly Shown AsStored = new(null);

    // What is selected in the end; null for whole records.
    private readonly LambdaExpression? _selected;
    private readonly Dictionary<string, LambdaExpression> _members;

    public Shown(LambdaExpression? projection)
        : this(
            projection,
            projection is { Body: var made, Parameters: var record }
                ? ((MemberInitExpression)made)
                    .Bindings.Cast<MemberAssignment>()
                    .ToDictionary(b => b.Member.Name, b => Expression.Lambda(b.Expression, record))
                : []
        ) { }

    private Shown(LambdaExpression? selected, Dictionary<string, LambdaExpression> members) =>
        (_selected, _members) = (selected, members);

    /// <summary>The same records with only some of their properties.</summary>
    public Shown Only<T>(Columns<T> columns) =>
        new(
            columns.Select(
                (property, record) =>
                    _members.TryGetValue(property.Name, out var member)
                        ? member.Inline(record)
                        : Expression.Property(record, property)
            ),
            _members
        );

    /// <summary>Turns an expression on the shown record into the same expression on the stored record.</summary>
    public Expression Of(Expression expression, ParameterExpression record) =>
        _members.Count == 0 ? expression : new Members(record, _members).Visit(expression);

    /// <summary>Turns a member of the shown record into an expression on the stored record.</summary>
    public LambdaExpression Of(LambdaExpression member) =>
        _members.Count == 0
            ? member
            : Expression.Lambda(member.Type, Of(member.Body, member.Parameters[0]), member.Parameters);

    /// <summary>The shown records of a sequence of stored ones.</summary>
    public Expression Of(Expression source, Type methods) =>
        _selected is null
            ? source
            : Expression.Call(
                methods,
                nameof(Enumerable.Select),
                [_selected.ReturnType, _selected.ReturnType],
                source,
                _selected
            );

    // Only members of the record itself: a related record is not projected.
    private sealed class Members(ParameterExpression record, Dictionary<string, LambdaExpression> shown)
        : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == record && shown.TryGetValue(node.Member.Name, out var member)
                ? member.Inline(record)
                : base.VisitMember(node);
    }
}
