using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// What a subscription asks of the list that it follows: its `where`, and the cursor `after` which it begins.
/// </summary>
[Watched]
public sealed class Watch<T> : IArguments
    where T : class
{
    private readonly IResolveFieldContext _context;
    private readonly List<FilterNode> _conditions = [];

    /// <summary>Reads the field's arguments.</summary>
    /// <exception cref="ExecutionError">The conditions are too many.</exception>
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
    /// Adds a condition of the field's own; <paramref name="key"/> names it uniquely among those on the class.
    /// </summary>
    public Watch<T> Where(string key, Expression<Func<T, bool>> condition)
    {
        _conditions.Add(FilterNode.Of(key, condition));
        return this;
    }

    /// <summary>
    /// Adds a condition on a value of the field's own; <paramref name="key"/> names it uniquely among those on the
    /// class.
    /// </summary>
    public Watch<T> Where<TValue>(string key, TValue value, Expression<Func<T, TValue, bool>> condition)
    {
        _conditions.Add(FilterNode.Of(key, value, condition));
        return this;
    }

    /// <summary>Follows the list from the cursor on, or from now on where there is none.</summary>
    /// <param name="tail">Where the list's growth is told.</param>
    /// <param name="place">A record's place, by which the list is ordered when no order is asked for.</param>
    /// <param name="message">What is told of a record, and the cursor from which a client goes on after it.</param>
    /// <param name="prepare">Asks loaders for what a message will need, so that a page of messages is loaded at
    /// once.</param>
    /// <exception cref="ExecutionError">The cursor is none of this list, or older than what the list still
    /// holds.</exception>
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
        if (
            (
                _context.UserContext.TryGetValue(RequestExecutor.ResumeAfter, out var resumed)
                    ? resumed as string
                    : _context.GetArgument<string?>(WatchedAttribute.After)
            ) is
            { } after
        )
        {
            start = long.Parse(
                order.Read(after, WatchedAttribute.After)[0],
                System.Globalization.CultureInfo.InvariantCulture
            );
            if (start < range.Oldest - 1)
                throw RequestError.CursorExpired(WatchedAttribute.After);
            if (start > range.Newest)
                throw RequestError.InvalidCursor(WatchedAttribute.After);
        }

        return new ListSource<T, TMessage>(
            tail,
            start,
            place,
            order.Terms,
            _conditions,
            order.CursorOf,
            message,
            prepare
        );
    }

    private TService Service<TService>()
        where TService : notnull => _context.RequestServices!.GetRequiredService<TService>();
}

/// <summary>Gives a field that follows a list the arguments of a subscription.</summary>
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
                Description = "Only what meets these conditions.",
            }
        );
        field.Arguments.Add(
            new QueryArgument<StringGraphType>
            {
                Name = After,
                Description =
                    "The cursor of the last message that was received: everything since then comes first, "
                    + "then what is new. Without it, only what is new.",
            }
        );
    }
}
