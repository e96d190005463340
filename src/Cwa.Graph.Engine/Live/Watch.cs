using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// The arguments of a subscription that follows a list: its conditions, and the cursor to begin after.
/// </summary>
[Watched]
public sealed class Watch<T> : IArguments
    where T : class
{
    private readonly IResolveFieldContext _context;
    private readonly List<FilterNode> _conditions = [];

    /// <summary>Reads the arguments of the field.</summary>
    /// <exception cref="ExecutionError">The conditions are too many (LIMIT_EXCEEDED).</exception>
    public Watch(IResolveFieldContext context)
    {
        _context = context;
        if (context.GetArgument<object?>("where") is FilterNode where)
        {
            Service<FilterBudget>().Take(context.FieldAst, where);
            _conditions.Add(where);
        }
    }

    /// <summary>
    /// Adds a condition of the field's own; <paramref name="key"/> names it uniquely among the conditions on the class.
    /// </summary>
    public Watch<T> Where(string key, Expression<Func<T, bool>> condition)
    {
        _conditions.Add(FilterNode.Of(key, condition));
        return this;
    }

    /// <summary>
    /// Adds a condition with a value; <paramref name="key"/> names it uniquely among the conditions on the class.
    /// </summary>
    public Watch<T> Where<TValue>(string key, TValue value, Expression<Func<T, TValue, bool>> condition)
    {
        _conditions.Add(FilterNode.Of(key, value, condition));
        return this;
    }

    /// <summary>Follows the list after the cursor, or from now on if there is no cursor.</summary>
    /// <param name="tail">Signals that the list has grown.</param>
    /// <param name="place">A record's place, by which the list is ordered by default.</param>
    /// <param name="message">Makes the message for a record, given the record's cursor.</param>
    /// <param name="prepare">Asks loaders for what a message will need, so that it is loaded once for a whole
    /// page.</param>
    /// <exception cref="ExecutionError">The cursor is not one of this list (INVALID_CURSOR), or is older than what the
    /// list still holds (CURSOR_EXPIRED).</exception>
    public async Task<IObservable<TMessage>> FollowAsync<TMessage>(
        Tail tail,
        Expression<Func<T, long>> place,
        Func<T, string, TMessage> message,
        Action<T, IServiceProvider>? prepare = null
    )
        where TMessage : class
    {
        var order = new ListOrder<T>(Service<ListTerms<T>>().DefaultOrder, Service<Cursors>());
        var range = await tail.RangeAsync(_context.CancellationToken);
        tail.MoveTo(range.Newest);
        var start = range.Newest;
        var (name, cursor) = _context.UserContext.TryGetValue(RequestExecutor.LastEventId, out var resumed)
            ? (RequestExecutor.LastEventId, resumed as string)
            : (WatchedAttribute.After, _context.GetArgument<string?>(WatchedAttribute.After));
        if (cursor is not null)
        {
            start = long.Parse(order.Read(cursor, name)[0], System.Globalization.CultureInfo.InvariantCulture);
            if (start < range.Oldest - 1)
                throw RequestError.CursorExpired(name);
            if (start > range.Newest)
                throw RequestError.InvalidCursor(name);
        }

        return new ListSource<T, TMessage>(
            tail,
            start,
            place,
            order.Terms,
            _conditions,
            row => order.CursorOf(row, isWhole: true),
            message,
            prepare
        );
    }

    private TService Service<TService>()
        where TService : notnull => _context.RequestServices!.GetRequiredService<TService>();
}

/// <summary>Gives a field that follows a list the arguments `where` and `after`.</summary>
internal sealed class WatchedAttribute : FieldPartAttribute
{
    public const string After = "after";

    public override void Declare(FieldType field, MethodInfo method, Type part)
    {
        field.Arguments ??= [];
        field.Arguments.Add(
            new QueryArgument(typeof(FilterType<>).MakeGenericType(part.GetGenericArguments()[0]))
            {
                Name = "where",
                Description = "Only messages that meet these conditions.",
            }
        );
        field.Arguments.Add(
            new QueryArgument<StringGraphType>
            {
                Name = After,
                Description =
                    "The cursor of the last message that you received: everything since then comes first, "
                    + "then what is new. Without it, only what is new.",
            }
        );
    }
}
