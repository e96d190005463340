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

    /// <summary>Writes a record's key for a cursor.</summary>
    public abstract string Write(object record);

    /// <summary>Reads a key from a cursor.</summary>
    public abstract object Read(string text);
}

internal sealed class SortTerm<T, TValue>(string name, string description, Expression<Func<T, TValue>> member)
    : SortTerm(name, description)
    where TValue : notnull
{
    // Compiled on first use, since few orders are ever used.
    private readonly Lazy<Func<T, TValue>> _get = new(member.Compile);

    public override Type ValueType => typeof(TValue);
    public override LambdaExpression Member => member;

    public override string Write(object record) =>
        _get.Value((T)record) switch
        {
            DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString()!,
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
        return new OrderBy(
            _terms.Sorts.Single(s => s.Name == name),
            (SortDirection)direction! == SortDirection.Descending
        );
    }
}
