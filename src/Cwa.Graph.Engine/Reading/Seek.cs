using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>The keyset condition of a cursor: only records after (or before) its place in an order.</summary>
internal sealed class Seek(IReadOnlyList<OrderBy> order, bool backwards, string[] keys) : FilterNode
{
    public override void Describe(QueryShape shape)
    {
        shape.Add("seek");
        for (var i = 0; i < order.Count; i++)
        {
            var term = order[i].Term;
            term.Describe(shape);
            shape.Add((order[i].Descending != backwards ? "<" : ">") + term.Name, term.ValueType, term.Read(keys[i]));
        }
    }

    // If the keys differ in direction, k1 >= v1 and (k1 > v1 or (k1 = v1 and (k2 > v2 or ...))). The first part is
    // implied by the rest, but with it the database can start in the index at v1 instead of reading the whole list up
    // to it.
    public override Expression Build(Expression source, QueryValues values)
    {
        var terms = order
            .Select(o => (Key: o.Term.Key(source, values), Value: values.Next(), Less: o.Descending != backwards))
            .ToList();
        if (Row(terms) is { } row)
            return row;

        Expression? after = null;
        foreach (var (key, value, less) in Enumerable.Reverse(terms))
        {
            var beyond = Compare(key, value, less, orEqual: false);
            after = after is null
                ? beyond
                : Expression.OrElse(beyond, Expression.AndAlso(Expression.Equal(key, value), after));
        }

        return terms.Count == 1
            ? after!
            : Expression.AndAlso(Compare(terms[0].Key, terms[0].Value, terms[0].Less, orEqual: true), after!);
    }

    // (k1, k2) > (v1, v2), which starts in the index at the very row, if all keys have one direction.
    private static MethodCallExpression? Row(IReadOnlyList<(Expression Key, Expression Value, bool Less)> terms) =>
        terms.Count is 2 or 3 && terms.All(term => term.Less == terms[0].Less)
            ? Expression.Call(
                typeof(RowValues),
                terms[0].Less ? nameof(RowValues.IsBefore) : nameof(RowValues.IsAfter),
                [.. terms.Select(term => term.Key.Type)],
                [.. terms.Select(term => term.Key), .. terms.Select(term => term.Value)]
            )
            : null;

    private static Expression Compare(Expression key, Expression value, bool less, bool orEqual)
    {
        if (key.Type == typeof(string))
        {
            key = Expression.Call(typeof(string), nameof(string.Compare), null, key, value);
            value = Expression.Constant(0);
        }
        else if (key.Type.IsEnum)
        {
            (key, value) = (Expression.Convert(key, typeof(int)), Expression.Convert(value, typeof(int)));
        }

        return (less, orEqual) switch
        {
            (true, true) => Expression.LessThanOrEqual(key, value),
            (true, false) => Expression.LessThan(key, value),
            (false, true) => Expression.GreaterThanOrEqual(key, value),
            (false, false) => Expression.GreaterThan(key, value),
        };
    }
}
