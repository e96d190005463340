using System.Linq.Expressions;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Who may see which records of one class.</summary>
internal sealed class AccessRule
{
    private static readonly FilterNode Nothing = FilterNode.Of<object>("nothing", _ => false);

    /// <summary>The rule of a class without one: nobody sees its records.</summary>
    public static readonly AccessRule Closed = new();

    /// <summary>Whether everyone sees every record.</summary>
    public bool IsOpen { get; private init; }

    private FilterNode Public { get; init; } = Nothing;

    private Func<Guid[], FilterNode> Own { get; init; } = _ => Nothing;

    private Func<Guid[], FilterNode>? Shared { get; init; }

    /// <summary>What NPR sees; null if it sees every record.</summary>
    private FilterNode? Npr { get; init; } = Nothing;

    private bool ItselfOnly { get; init; }

    /// <summary>Which records lists hold; null if it is all that a caller sees.</summary>
    private FilterNode? Listed { get; init; }

    /// <summary>Everyone sees every record.</summary>
    public static AccessRule Open() => new() { IsOpen = true };

    /// <summary>An agency sees its own records and its components', NPR all.</summary>
    /// <param name="agency">The agency that a record belongs to.</param>
    /// <param name="open">Which records everyone sees.</param>
    /// <param name="shared">Which records other agencies share, and so see in full.</param>
    /// <param name="sent">Which records NPR sees, if it does not see all.</param>
    /// <param name="itselfOnly">Whether an agency sees only its own records, and none of its components'.</param>
    public static AccessRule Of<T>(
        Expression<Func<T, Guid>> agency,
        Expression<Func<T, bool>>? open = null,
        Expression<Func<T, Guid[], bool>>? shared = null,
        Expression<Func<T, bool>>? sent = null,
        bool itselfOnly = false
    ) =>
        new()
        {
            Own = mine => ParentCondition<T>.In(mine, agency),
            Public = open is null ? Nothing : FilterNode.Of("is open", open),
            Shared = shared is null ? null : mine => FilterNode.Of("is shared", mine, shared),
            Npr = sent is null ? null : FilterNode.Of("was sent", sent),
            ItselfOnly = itselfOnly,
            Listed = typeof(T).IsAssignableTo(typeof(CorrectableRecord)) ? FilterNode.Of("counts", Counts<T>()) : null,
        };

    /// <summary>The records that a caller sees; null if it is all of them.</summary>
    /// <param name="isNpr">Whether the caller reads as NPR.</param>
    /// <param name="mine">The agencies that the caller acts for.</param>
    /// <param name="named">Those of them that are the caller's own, not components of one.</param>
    public FilterNode? Seen(bool isNpr, Guid[] mine, Guid[] named)
    {
        if (IsOpen || (isNpr && Npr is null))
            return null;

        return Any([isNpr ? Npr! : Public, .. Mine(ItselfOnly ? named : mine)]);
    }

    /// <summary>Those of the records that a caller sees which lists hold: the ones that count.</summary>
    public FilterNode? InLists(FilterNode? seen) =>
        (seen, Listed) switch
        {
            (_, null) => seen,
            (null, _) => Listed,
            _ => new Combination(all: true, [seen, Listed]),
        };

    /// <summary>
    /// The records that a caller sees in full, not only their public fields; null if it is all of them.
    /// </summary>
    public FilterNode? Whole(bool isNpr, Guid[] mine) => IsOpen || isNpr ? null : Any([.. Mine(mine)]);

    private IEnumerable<FilterNode> Mine(Guid[] mine) =>
        mine is [] ? []
        : Shared is null ? [Own(mine)]
        : [Own(mine), Shared(mine)];

    private static Expression<Func<T, bool>> Counts<T>()
    {
        var record = Expression.Parameter(typeof(T), "record");
        var retractedAt = Expression.Property(record, nameof(CorrectableRecord.RetractedAt));
        return Expression.Lambda<Func<T, bool>>(
            Expression.Equal(retractedAt, Expression.Constant(null, retractedAt.Type)),
            record
        );
    }

    private static FilterNode Any(IEnumerable<FilterNode> parts) =>
        parts.Where(p => p != Nothing).ToList() switch
        {
            [] => Nothing,
            [var only] => only,
            var several => new Combination(all: false, several),
        };
}
