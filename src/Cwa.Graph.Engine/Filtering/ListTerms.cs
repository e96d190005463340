using System.Linq.Expressions;
using System.Numerics;

namespace Cwa.Graph.Engine;

/// <summary>What a list of <typeparamref name="T"/> can be filtered and ordered by, declared term by term.</summary>
/// <remarks>
/// Nothing else can be asked of the database, so each term needs an index, or a reason to do without.
/// </remarks>
public abstract class ListTerms<T>
    where T : class
{
    private readonly List<FilterTerm> _filters = [];
    private readonly List<SortTerm> _sorts = [];
    private readonly Expression<Func<T, DateTime, bool>> _changedSince;

    /// <param name="changed">When a record was last changed, or was stored, if it never changes. `updatedSince`
    /// compares with it.</param>
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

    /// <summary>The condition that a record was changed at an instant or later.</summary>
    internal FilterNode ChangedSince(DateTime instant) =>
        FilterNode.Of("changed since", instant.ToUniversalTime(), _changedSince);

    /// <summary>The order of a list when the client asks for none. The id always comes last.</summary>
    internal IReadOnlyList<OrderBy> DefaultOrder { get; private set; } = [];

    /// <summary>A number, date or other value that has an order.</summary>
    protected void Value<TValue>(Expression<Func<T, TValue>> member) =>
        Add(member, On<TValue>(typeof(ComparableOperations<>)));

    /// <summary>A value computed from the record; null if the record has none.</summary>
    protected void Value<TValue>(string name, string description, Expression<Func<T, TValue>> value) =>
        _filters.Add(new OperationsTerm(name, description, On<TValue>(typeof(ComparableOperations<>)), value, null));

    /// <summary>A value of a closed set, such as an enum.</summary>
    protected void Choice<TValue>(Expression<Func<T, TValue>> member) =>
        Add(member, On<TValue>(typeof(ChoiceOperations<>)));

    /// <summary>A value of a closed set that is computed from the record; null if the record has none.</summary>
    protected void Choice<TValue>(string name, string description, Expression<Func<T, TValue>> value) =>
        _filters.Add(new OperationsTerm(name, description, On<TValue>(typeof(ChoiceOperations<>)), value, null));

    /// <summary>
    /// A value of a closed set that is computed from the record and from a value of the moment, such as today's date.
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

    /// <summary>A code or name that is compared exactly.</summary>
    protected void Code(Expression<Func<T, string?>> member) =>
        Add(member, typeof(TextOperations), value => PlainText.Mended((string)value));

    /// <summary>
    /// Text that is compared in normal form, for example whatever the case: a client's value is normalised like the
    /// stored column.
    /// </summary>
    /// <param name="member">The text.</param>
    /// <param name="normalisedColumn">The text in normal form.</param>
    /// <param name="normalise">Gives the normal form.</param>
    /// <param name="contains">Whether a record contains a text in normal form, if an index can tell; null for a text
    /// for which every record is read.</param>
    protected void Text(
        Expression<Func<T, string?>> member,
        Expression<Func<T, string?>> normalisedColumn,
        Func<string, string> normalise,
        Func<string, FilterNode?>? contains = null
    ) =>
        _filters.Add(
            new OperationsTerm(
                ListedMember.NameOf(member),
                ListedMember.DescriptionOf(member),
                typeof(TextOperations),
                normalisedColumn,
                value => normalise((string)value)
            )
            {
                Contains = contains,
            }
        );

    /// <summary>A related record, which may be absent if the property is nullable.</summary>
    protected void Record<TOther>(Expression<Func<T, TOther?>> member, string description)
        where TOther : class =>
        _filters.Add(Related(ListedMember.NameOf(member), description, member, ListedMember.IsOptional(member)));

    /// <summary>Several related records, any of which may meet the conditions.</summary>
    protected void AnyRecord<TOther>(
        string name,
        string description,
        params IReadOnlyList<Expression<Func<T, TOther?>>> members
    )
        where TOther : class
    {
        List<ObjectTerm> others = [.. members.Select(member => Related(name, description, member, optional: true))];
        _filters.Add(new AnyObjectTerm(name, others[0].Description, others[0].InputType, others));
    }

    /// <summary>Whether there is a related record that meets a condition.</summary>
    protected void Has<TOther>(
        string name,
        string description,
        Expression<Func<T, IEnumerable<TOther>>> member,
        Expression<Func<TOther, bool>> which
    )
        where TOther : class =>
        _filters.Add(
            new HasTerm(
                name,
                description,
                new(name, description, typeof(ListFilterType<TOther>), typeof(TOther), member),
                FilterNode.Of(name, which)
            )
        );

    /// <summary>A text whose words are searched, each of which must be contained somewhere.</summary>
    protected void Search(
        string name,
        string description,
        Func<string, string> normalise,
        Expression<Func<T, string, bool>> contains
    ) =>
        _filters.Add(
            new SearchTerm<T>(
                name,
                description,
                typeof(GraphQL.Types.StringGraphType),
                text => normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                contains
            )
        );

    /// <summary>The records that belong to a record.</summary>
    protected void List<TOther>(string name, Expression<Func<T, IEnumerable<TOther>>> member, string description)
        where TOther : class =>
        _filters.Add(new ListTerm(name, description, typeof(ListFilterType<TOther>), typeof(TOther), member));

    /// <summary>
    /// Names the terms whose values are null to callers who may not see all of the record, as the fields are: see
    /// <see cref="NodeType{T}.WholeOnly"/>.
    /// </summary>
    protected void WholeOnly(params IReadOnlyList<string> terms)
    {
        foreach (var name in terms)
        {
            var i = _filters.FindIndex(filter => filter.Name == name);
            _filters[i] = ((OperationsTerm)_filters[i]) with
            {
                WholeOf = typeof(T),
                Description = _filters[i].Description + " Null where you may read only what is public.",
            };
        }
    }

    /// <summary>A key to order by. It must not be null, since databases disagree on where null goes.</summary>
    protected void Sort<TValue>(Expression<Func<T, TValue>> member)
        where TValue : notnull => Sort(ListedMember.NameOf(member), ListedMember.DescriptionOf(member), member);

    /// <summary>A key to order by that is computed from the record. It must not be null.</summary>
    protected void Sort<TValue>(string name, string description, Expression<Func<T, TValue>> key)
        where TValue : notnull => _sorts.Add(new SortTerm<T, TValue>(name, description, key));

    /// <summary>
    /// A number to order by that may be unknown. A record without one comes last in both directions.
    /// </summary>
    /// <param name="member">The number.</param>
    /// <param name="wholeOnly">Whether it is unknown to callers who may not see all of the record: see
    /// <see cref="WholeOnly"/>.</param>
    protected void SortKnown<TValue>(Expression<Func<T, TValue?>> member, bool wholeOnly = false)
        where TValue : struct, IMinMaxValue<TValue> => _sorts.Add(KnownSort.Of(member, wholeOnly));

    /// <summary>Adds a key to the default order, by a name given to `Sort`.</summary>
    protected void DefaultSort(string name, bool descending = false) =>
        DefaultOrder = [.. DefaultOrder, new(_sorts.Single(s => s.Name == name), descending)];

    private void Add(LambdaExpression member, Type operations, Func<object, object>? normalise = null) =>
        _filters.Add(
            new OperationsTerm(
                ListedMember.NameOf(member),
                ListedMember.DescriptionOf(member),
                operations,
                member,
                normalise
            )
        );

    private static ObjectTerm Related<TOther>(
        string name,
        string description,
        Expression<Func<T, TOther?>> member,
        bool optional
    )
        where TOther : class =>
        new(
            name,
            optional ? description + " Null asks for records without one." : description,
            typeof(FilterType<TOther>),
            typeof(TOther),
            member,
            optional
        );

    private static Type On<TValue>(Type operations) =>
        operations.MakeGenericType(Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue));
}
