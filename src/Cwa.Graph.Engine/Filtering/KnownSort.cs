using System.Linq.Expressions;
using System.Numerics;

namespace Cwa.Graph.Engine;

/// <summary>The key of a number that may be unknown.</summary>
internal static class KnownSort
{
    /// <summary>
    /// Takes the greatest number for an unknown one, and the smallest downwards, so that it comes last in both
    /// directions.
    /// </summary>
    /// <param name="member">The number.</param>
    /// <param name="wholeOnly">Whether it is unknown to callers who may not see all of the record.</param>
    public static SortTerm Of<T, TValue>(Expression<Func<T, TValue?>> member, bool wholeOnly)
        where TValue : struct, IMinMaxValue<TValue>
    {
        var name = ListedMember.NameOf(member);
        var last = wholeOnly
            ? " Records without one, or of which you may read only what is public, come last."
            : " Records without one come last.";
        return Term(name, TValue.MaxValue, Term(name + " downwards", TValue.MinValue, null));

        SortTerm<T, TValue> Term(string name, TValue unknown, SortTerm? downwards) =>
            new(
                name,
                ListedMember.DescriptionOf(member) + last,
                Expression.Lambda<Func<T, TValue>>(
                    Expression.Coalesce(member.Body, Expression.Constant(unknown)),
                    member.Parameters
                )
            )
            {
                Downwards = downwards,
                Unknown = unknown,
                WholeOf = wholeOnly ? typeof(T) : null,
            };
    }
}
