using System.Linq.Expressions;
using System.Reflection;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// What a list of <typeparamref name="T"/> can be filtered and ordered by, written down term by term.
/// </summary>
/// <remarks>Nothing else can be asked of the database, so each term has its index, or a reason to need none.</remarks>
public abstract class ListTerms<T>
    where T : class
{
    private readonly List<FilterTerm> _filters = [];
    private readonly List<SortTerm> _sorts = [];
    private readonly Expression<Func<T, DateTime, bool>> _changedSince;

    /// <param name="changed">When a record was last changed, or stored where it never is; a copy of the list keeps up
    /// by it.</param>
    protected ListTerms(Expression<Func<T, DateTime>> changed)
    {
        var since = Expression.Parameter(typeof(DateTime));
        _changedSince = Expression.Lambda<Func<T, DateTime, bool>>(
            Expression.GreaterThanOrEqual(changed.Body, since),
            changed.Parameters[0],
            since
        );
        Sort(changed);
    }

    internal IReadOnlyList<FilterTerm> Filters => _filters;
    internal IReadOnlyList<SortTerm> Sorts => _sorts;

    /// <summary>Only records that were changed at an instant or later.</summary>
    internal FilterNode ChangedSince(DateTime instant) =>
        FilterNode.Of("changed since", instant.ToUniversalTime(), _changedSince);

    /// <summary>The order of a list for which none is asked; the id always decides last.</summary>
    internal IReadOnlyList<OrderBy> DefaultOrder { get; private set; } = [];

    /// <summary>A number, date or other value that has an order.</summary>
    protected void Value<TValue>(Expression<Func<T, TValue>> member) =>
        Add(member, typeof(ComparableOperations<>).MakeGenericType(Underlying(typeof(TValue))));

    /// <summary>A value that is worked out from the record; null for a record that has none.</summary>
    protected void Value<TValue>(string name, string description, Expression<Func<T, TValue>> value) =>
        _filters.Add(
            new OperationsTerm(
                name,
                description,
                typeof(ComparableOperations<>).MakeGenericType(Underlying(typeof(TValue))),
                value,
                null
            )
        );

    /// <summary>A value of a closed set.</summary>
    protected void Choice<TValue>(Expression<Func<T, TValue>> member) =>
        Add(member, typeof(ChoiceOperations<>).MakeGenericType(Underlying(typeof(TValue))));

    /// <summary>
    /// A value of a closed set that is worked out from the record and from something of the moment, such as today's
    /// date.
    /// </summary>
    protected void Choice<TValue, TGiven>(
        string name,
        string description,
        Expression<Func<T, TGiven, TValue>> member,
        Func<TGiven> given
    ) =>
        _filters.Add(
            new OperationsTerm(name, description, typeof(ChoiceOperations<TValue>), member, null)
            {
                Given = () => (typeof(TGiven), given()),
            }
        );

    /// <summary>A code or name compared to the letter.</summary>
    protected void Code(Expression<Func<T, string?>> member) =>
        _filters.Add(
            new OperationsTerm(
                NameOf(member),
                DescriptionOf(member),
                typeof(TextOperations),
                member,
                value => PlainText.Mended((string)value)
            )
        );

    /// <summary>A text searched without regard to case: what is asked is normalised as the stored column was.</summary>
    protected void Text(
        Expression<Func<T, string?>> member,
        Expression<Func<T, string>> normalisedColumn,
        Func<string, string> normalise
    ) =>
        _filters.Add(
            new OperationsTerm(
                NameOf(member),
                DescriptionOf(member),
                typeof(TextOperations),
                normalisedColumn,
                value => normalise((string)value)
            )
        );

    /// <summary>A record that this one points to; whether it always does, the property says.</summary>
    protected void Record<TOther>(Expression<Func<T, TOther?>> member, string description)
        where TOther : class =>
        _filters.Add(
            new ObjectTerm(
                NameOf(member),
                IsOptional(member) ? description + " Null asks for records without one." : description,
                typeof(FilterType<TOther>),
                typeof(TOther),
                member,
                IsOptional(member)
            )
        );

    /// <summary>Records that belong to this one: some of them, none or all must match.</summary>
    protected void List<TOther>(string name, Expression<Func<T, IEnumerable<TOther>>> member, string description)
        where TOther : class =>
        _filters.Add(new ListTerm(name, description, typeof(ListFilterType<TOther>), typeof(TOther), member));

    /// <summary>A key to order by; it is never null, so that both databases agree where it stands.</summary>
    protected void Sort<TValue>(Expression<Func<T, TValue>> member)
        where TValue : notnull => _sorts.Add(new SortTerm<T, TValue>(NameOf(member), DescriptionOf(member), member));

    /// <summary>A key to order by that is worked out from the record; it is never null.</summary>
    protected void Sort<TValue>(string name, string description, Expression<Func<T, TValue>> key)
        where TValue : notnull => _sorts.Add(new SortTerm<T, TValue>(name, description, key));

    /// <summary>The order when none is asked for, by a name given to `Sort`.</summary>
    protected void DefaultSort(string name, bool descending = false) =>
        DefaultOrder = [.. DefaultOrder, new(_sorts.Single(s => s.Name == name), descending)];

    private void Add(LambdaExpression member, Type operations) =>
        _filters.Add(new OperationsTerm(NameOf(member), DescriptionOf(member), operations, member, null));

    private static bool IsOptional(LambdaExpression member) =>
        new NullabilityInfoContext().Create((PropertyInfo)MemberOf(member).Member).ReadState
        == NullabilityState.Nullable;

    private static MemberExpression MemberOf(LambdaExpression member) => (MemberExpression)member.Body;

    private static string NameOf(LambdaExpression member) =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(MemberOf(member).Member.Name);

    private static string DescriptionOf(LambdaExpression member) => MemberOf(member).Member.Description() ?? "";

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
