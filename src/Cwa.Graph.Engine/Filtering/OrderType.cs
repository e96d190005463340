using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The direction in which a key is ordered.</summary>
internal enum SortDirection
{
    Ascending,
    Descending,
}

internal sealed class SortDirectionType : EnumerationGraphType
{
    public SortDirectionType()
    {
        Name = "SortEnumType";
        Description = "The direction of an order.";
        Add("ASC", SortDirection.Ascending, "Ascending: the smallest, the earliest or A first.");
        Add("DESC", SortDirection.Descending, "Descending: the greatest, the latest or Z first.");
    }
}

/// <summary>One key of an order and its direction.</summary>
internal sealed record OrderBy(SortTerm Term, bool Descending);

/// <summary>A field of an `order` input.</summary>
internal abstract class SortTerm(string name, string description)
{
    public string Name => name;
    public string Description => description;
    public abstract Type ValueType { get; }
    public abstract LambdaExpression Member { get; }

    /// <summary>The key to order by downwards; null for the same.</summary>
    public SortTerm? Downwards { get; init; }

    /// <summary>The key of a record whose value is unknown, or may not be read; null if every record has one.</summary>
    public object? Unknown { get; init; }

    /// <summary>
    /// The class of the record, if callers who may not see all of the record may not read the value; otherwise null.
    /// </summary>
    public Type? WholeOf { get; init; }

    /// <summary>Whether the key depends on how much of a record the caller may see.</summary>
    public bool IsGuarded(IVisibility visibility) => Whole(visibility) is not null;

    /// <summary>Adds what the key is made from besides the record.</summary>
    public void Describe(QueryShape shape)
    {
        if (Whole(shape.Visibility) is not { } whole)
            return;
        shape.Add("whole(");
        whole.Describe(shape);
        shape.Add(")");
    }

    /// <summary>The key of <paramref name="source"/>, as the caller may see it.</summary>
    public Expression Key(Expression source, QueryValues values) =>
        Whole(values.Visibility) is { } whole
            ? Expression.Condition(
                whole.Build(source, values),
                Member.Inline(source),
                Expression.Constant(Unknown, ValueType)
            )
            : Member.Inline(source);

    /// <summary>Writes a record's key for a cursor.</summary>
    /// <param name="record">The record.</param>
    /// <param name="isWhole">Whether the caller may see all of it.</param>
    public abstract string Write(object record, bool isWhole);

    /// <summary>Reads a key from a cursor.</summary>
    public abstract object Read(string text);

    private FilterNode? Whole(IVisibility visibility) => WholeOf is null ? null : visibility.WholeOf(WholeOf);
}

internal sealed class SortTerm<T, TValue>(string name, string description, Expression<Func<T, TValue>> member)
    : SortTerm(name, description)
    where TValue : notnull
{
    // Compiled on first use, since few orders are ever used.
    private readonly Lazy<Func<T, TValue>> _get = new(member.Compile);

    public override Type ValueType => typeof(TValue);
    public override LambdaExpression Member => member;

    public override string Write(object record, bool isWhole) =>
        (isWhole || WholeOf is null ? _get.Value((T)record) : Unknown) switch
        {
            DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var value => value!.ToString()!,
        };

    public override object Read(string text) =>
        typeof(TValue) == typeof(DateTime)
            ? new DateTime(long.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc)
        : typeof(TValue).IsEnum ? Enum.Parse(typeof(TValue), text)
        : ParseMethod.MakeGenericMethod(typeof(TValue)).Invoke(null, [text])!;

    private static readonly MethodInfo ParseMethod = typeof(SortTerm<T, TValue>).GetMethod(
        nameof(Parse),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static TParsable Parse<TParsable>(string text)
        where TParsable : IParsable<TParsable> => TParsable.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>
/// The input type of `order`: one key and its direction. A list orders by the first key, then by the next.
/// </summary>
internal sealed class OrderType<T> : InputObjectGraphType
    where T : class
{
    private readonly ListTerms<T> _terms;

    public OrderType(ListTerms<T> terms)
    {
        _terms = terms;
        Name = typeof(T).GraphQLName() + "SortInput";
        Description = "A key to order by, with its direction. Give exactly one; for several keys give a list.";
        IsOneOf = true;
        foreach (var term in terms.Sorts)
            AddField(
                new FieldType
                {
                    Name = term.Name,
                    Description = term.Description,
                    Type = typeof(SortDirectionType),
                }
            );
    }

    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        var (name, direction) = value.Single();
        var term = _terms.Sorts.Single(s => s.Name == name);
        return (SortDirection)direction! == SortDirection.Descending
            ? new OrderBy(term.Downwards ?? term, true)
            : new OrderBy(term, false);
    }
}
