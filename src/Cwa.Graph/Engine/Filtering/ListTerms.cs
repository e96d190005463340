using System.Linq.Expressions;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>What a list of <typeparamref name="T"/> can be filtered and ordered by, written down term by term.</summary>
/// <remarks>Nothing else can be asked of the database, so each term has its index, or a reason to need none.</remarks>
public abstract class ListTerms<T> where T : class
{
    private readonly List<FilterTerm> _filters = [];
    private readonly List<SortTerm> _sorts = [];

    internal IReadOnlyList<FilterTerm> Filters => _filters;
    internal IReadOnlyList<SortTerm> Sorts => _sorts;

    /// <summary>The order of a list for which none is asked; the id always decides last.</summary>
    internal IReadOnlyList<OrderBy> DefaultOrder { get; private set; } = [];

    /// <summary>A number, date or other value that has an order.</summary>
    protected void Value<TValue>(Expression<Func<T, TValue>> member) =>
        Add(member, typeof(ComparableOperations<>).MakeGenericType(Underlying(typeof(TValue))));

    /// <summary>A value of a closed set.</summary>
    protected void Choice<TValue>(Expression<Func<T, TValue>> member) =>
        Add(member, typeof(ChoiceOperations<>).MakeGenericType(Underlying(typeof(TValue))));

    /// <summary>A value of a closed set that is worked out from the record and from something of the moment, such as today's date.</summary>
    protected void Choice<TValue, TGiven>(string name, string description, Expression<Func<T, TGiven, TValue>> member, Func<TGiven> given) =>
        _filters.Add(new OperationsTerm(name, description, typeof(ChoiceOperations<TValue>), member, null)
        {
            Given = () => (typeof(TGiven), given()),
        });

    /// <summary>A code or name compared to the letter.</summary>
    protected void Code(Expression<Func<T, string?>> member) => Add(member, typeof(TextOperations));

    /// <summary>A text searched without regard to case: what is asked is normalised as the stored column was.</summary>
    protected void Text(Expression<Func<T, string?>> member, Expression<Func<T, string>> normalisedColumn, Func<string, string> normalise) =>
        _filters.Add(new OperationsTerm(NameOf(member), DescriptionOf(member), typeof(TextOperations), normalisedColumn, value => normalise((string)value)));

    /// <summary>A record that this one points to.</summary>
    protected void Record<TOther>(Expression<Func<T, TOther?>> member, string description) where TOther : class =>
        _filters.Add(new ObjectTerm(NameOf(member), description, typeof(FilterType<TOther>), typeof(TOther), member));

    /// <summary>Records that belong to this one: some of them, none or all must match.</summary>
    protected void List<TOther>(string name, Expression<Func<T, IEnumerable<TOther>>> member, string description) where TOther : class =>
        _filters.Add(new ListTerm(name, description, typeof(ListFilterType<TOther>), typeof(TOther), member));

    /// <summary>A key to order by; it is never null, so that both databases agree where it stands.</summary>
    protected void Sort<TValue>(Expression<Func<T, TValue>> member) where TValue : notnull =>
        _sorts.Add(new SortTerm<T, TValue>(NameOf(member), DescriptionOf(member), member));

    /// <summary>The order when none is asked for, by a name given to <see cref="Sort"/>.</summary>
    protected void DefaultSort(string name, bool descending = false) =>
        DefaultOrder = [.. DefaultOrder, new(_sorts.Single(s => s.Name == name), descending)];

    private void Add(LambdaExpression member, Type operations) =>
        _filters.Add(new OperationsTerm(NameOf(member), DescriptionOf(member), operations, member, null));

    private static MemberExpression MemberOf(LambdaExpression member) => (MemberExpression)member.Body;

    private static string NameOf(LambdaExpression member) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(MemberOf(member).Member.Name);

    private static string DescriptionOf(LambdaExpression member) => MemberOf(member).Member.Description() ?? "";

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

/// <summary>Something that a `where` can name.</summary>
internal abstract record FilterTerm(string Name, string Description, Type InputType)
{
    /// <summary>The condition that the coerced input asks for.</summary>
    public abstract FilterNode Read(object input);
}

/// <summary>A member and its operators.</summary>
internal sealed record OperationsTerm(string Name, string Description, Type InputType, LambdaExpression Member, Func<object, object>? Normalise)
    : FilterTerm(Name, Description, InputType)
{
    /// <summary>What the member is worked out from beside the record, if it takes two.</summary>
    public Func<(Type, object?)>? Given { get; init; }

    public override FilterNode Read(object input)
    {
        var operations = (OperationValues)input;
        return new Combination(all: true, [.. operations.Asked.Select(asked => new Comparison(
            Name, Member, Given?.Invoke(), asked.Operation, operations.Type,
            asked.Operation.TakesList ? List(operations.Type, asked.Value) : One(asked.Value)))]);
    }

    private object? One(object? value) => value is null || Normalise is null ? value : Normalise(value);

    private Array? List(Type type, object? value)
    {
        if (value is not System.Collections.IEnumerable values)
            return null;
        var items = values.Cast<object?>().Select(One).ToList();
        var array = Array.CreateInstance(type, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return array;
    }
}

/// <summary>A record that the listed one points to; it must be one that the caller may see.</summary>
internal sealed record ObjectTerm(string Name, string Description, Type InputType, Type Other, LambdaExpression Member)
    : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object input) => new Nested(this, (FilterNode)input);

    private sealed class Nested(ObjectTerm term, FilterNode inner) : FilterNode
    {
        public override int Count => inner.Count;

        public override void Describe(QueryShape shape)
        {
            shape.Add(term.Name + "{");
            shape.Visibility.Of(term.Other)?.Describe(shape);
            inner.Describe(shape);
            shape.Add("}");
        }

        public override Expression Build(Expression source, QueryValues values)
        {
            var other = term.Member.Inline(source);
            var seen = values.Visibility.Of(term.Other)?.Build(other, values);
            var matches = inner.Build(other, values);
            return seen is null ? matches : Expression.AndAlso(seen, matches);
        }
    }
}

/// <summary>Records that belong to the listed one.</summary>
internal sealed record ListTerm(string Name, string Description, Type InputType, Type Other, LambdaExpression Member)
    : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object input) =>
        new Combination(all: true, [.. ((IEnumerable<Quantified>)input).Select(q => new Quantifier(this, q))]);

    private sealed class Quantifier(ListTerm term, Quantified asked) : FilterNode
    {
        // Looking through the records of every record weighs as much as ten comparisons.
        public override int Count => 10 + (asked.Inner?.Count ?? 0);

        public override void Describe(QueryShape shape)
        {
            shape.Add($"{term.Name} {asked.Kind}(");
            shape.Visibility.Of(term.Other)?.Describe(shape);
            asked.Inner?.Describe(shape);
            shape.Add(")");
        }

        // `all` is "none that the caller may see fails it": a record out of sight neither helps nor spoils a match.
        public override Expression Build(Expression source, QueryValues values)
        {
            var item = Expression.Parameter(term.Other, "item");
            var seen = values.Visibility.Of(term.Other)?.Build(item, values) ?? Expression.Constant(true);
            var inner = asked.Inner?.Build(item, values) ?? Expression.Constant(true);
            var matching = Expression.AndAlso(seen, asked.Kind == Quantified.All ? Expression.Not(inner) : inner);
            var any = Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Any), [term.Other], term.Member.Inline(source), Expression.Lambda(matching, item));
            return asked.Kind == Quantified.Some ? any : Expression.Not(any);
        }
    }
}
