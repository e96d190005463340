using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>What a subscription follows: messages in an order that never changes, readable from any place.</summary>
internal interface ISource
{
    /// <summary>The place after which the subscriber begins.</summary>
    long Start { get; }

    /// <summary>Signals that there is more to read.</summary>
    Tail Tail { get; }

    /// <summary>
    /// At most <paramref name="most"/> messages after a place, as the caller of these services may see them.
    /// </summary>
    Task<SourcePage> ReadAsync(long after, int most, IServiceProvider services, CancellationToken cancellationToken);
}

/// <summary>Messages, and the place up to which there are no other ones.</summary>
internal sealed record SourcePage(IReadOnlyList<SourceMessage> Messages, long End);

/// <summary>One message, its place, and the cursor with which a client resumes after it.</summary>
internal readonly record struct SourceMessage(long Place, string Cursor, object Message);

/// <summary>The records of a list that meet some conditions, as messages.</summary>
/// <remarks>
/// It is an observable only because GraphQL.NET takes a subscription's type from that; it is read and never observed.
/// </remarks>
internal sealed class ListSource<T, TMessage>(
    Tail tail,
    long start,
    Expression<Func<T, long>> place,
    IReadOnlyList<OrderBy> order,
    IReadOnlyList<FilterNode> conditions,
    Func<T, string> cursorOf,
    Func<T, string, TMessage> message,
    Action<T, IServiceProvider>? prepare
) : ISource, IObservable<TMessage>
    where T : class
    where TMessage : class
{
    private readonly Func<T, long> _placeOf = CompiledMember.Of(place);

    public long Start => start;

    public Tail Tail => tail;

    public async Task<SourcePage> ReadAsync(
        long after,
        int most,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        // Read before the records: whatever is added in between is either on this page or beyond its end, never
        // skipped.
        var newest = tail.Newest;
        var query = new ListQuery<T>(services.GetRequiredService<ReadScope>(), [.. conditions, After(after)]);
        var rows = await query.TakeAsync(order, backwards: false, seek: null, most, cancellationToken);
        foreach (var row in rows)
            prepare?.Invoke(row, services);
        var last = rows is [.., var end] ? _placeOf(end) : after;
        return new([.. rows.Select(row => Message(row))], rows.Count == most ? last : Math.Max(newest, last));

        SourceMessage Message(T row)
        {
            var cursor = cursorOf(row);
            return new(_placeOf(row), cursor, message(row, cursor));
        }
    }

    IDisposable IObservable<TMessage>.Subscribe(IObserver<TMessage> observer) =>
        throw new NotSupportedException("A source is read at its reader's speed; it pushes nothing.");

    private FilterNode After(long after)
    {
        var record = Expression.Parameter(typeof(T));
        var bound = Expression.Parameter(typeof(long));
        return FilterNode.Of(
            "after its place",
            after,
            Expression.Lambda<Func<T, long, bool>>(Expression.GreaterThan(place.Inline(record), bound), record, bound)
        );
    }
}
