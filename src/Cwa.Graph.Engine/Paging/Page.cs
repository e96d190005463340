using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// The arguments of a list with pages. The resolver then says which list: <see cref="AllAsync"/> or <see cref="Of"/>.
/// </summary>
public sealed class Page<T> : IArguments
    where T : class
{
    private readonly IResolveFieldContext _context;
    private readonly List<FilterNode> _conditions = [];
    private Projection? _projection;

    /// <summary>Reads the arguments of the field.</summary>
    /// <exception cref="ExecutionError">The conditions are too many (LIMIT_EXCEEDED).</exception>
    public Page(IResolveFieldContext context)
    {
        _context = context;
        if (context.GetArgument<object?>("where") is FilterNode where)
        {
            Service<FilterBudget>().Take(context.FieldAst, where);
            _conditions.Add(where);
        }

        if (context.GetArgument<DateTime?>(Paging.UpdatedSince) is { } since)
            _conditions.Add(Service<ListTerms<T>>().ChangedSince(since));
    }

    /// <summary>
    /// Adds a condition of the field's own; <paramref name="key"/> names it uniquely among the conditions on the class.
    /// </summary>
    public Page<T> Where(string key, Expression<Func<T, bool>> condition)
    {
        _conditions.Add(FilterNode.Of(key, condition));
        return this;
    }

    /// <summary>
    /// Adds a condition with a value; <paramref name="key"/> names it uniquely among the conditions on the class.
    /// </summary>
    public Page<T> Where<TValue>(string key, TValue value, Expression<Func<T, TValue, bool>> condition)
    {
        _conditions.Add(FilterNode.Of(key, value, condition));
        return this;
    }

    /// <summary>
    /// Declares that the list keeps only its newest records, so that an old cursor is refused instead of skipping what
    /// is gone.
    /// </summary>
    /// <exception cref="ExecutionError">The cursor `after` is older than what the list still holds
    /// (CURSOR_EXPIRED).</exception>
    public async Task<Page<T>> KeptByAsync(Tail tail)
    {
        if (_context.GetArgument<string?>("after") is { } after && _context.GetArgument<object?>("order") is null)
        {
            var place = new ListOrder<T>(Service<ListTerms<T>>().DefaultOrder, Service<Cursors>()).Read(after, "after")[
                0
            ];
            if (
                long.Parse(place, System.Globalization.CultureInfo.InvariantCulture)
                < (await tail.RangeAsync(_context.CancellationToken)).Oldest - 1
            )
                throw RequestError.CursorExpired("after");
        }

        return this;
    }

    /// <summary>
    /// Shows each record as <paramref name="projection"/> initialises it. Conditions and orders apply to those values,
    /// and to the stored value of a member that it does not assign. <paramref name="key"/> names it uniquely among the
    /// projections of the class.
    /// </summary>
    public Page<T> As<TValue>(string key, TValue value, Expression<Func<T, TValue, T>> projection)
    {
        _projection = new(key, (typeof(TValue), value), projection);
        return this;
    }

    /// <summary>A page of all records that the caller may see.</summary>
    public async Task<Connection<T>> AllAsync()
    {
        var window = new Window(this);
        var query = Query();
        var rows = OnlyCounts
            ? []
            : await query.TakeAsync(
                window.Order,
                window.Backwards,
                window.Seek,
                window.Size + 1,
                _context.CancellationToken
            );
        var token = _context.CancellationToken;
        return window.Cut(rows, await HiddenAsync(rows, window, token), () => new Later(() => query.CountAsync(token)));
    }

    /// <summary>
    /// A page of the records that belong to one parent, fetched together with the same page of the other parents.
    /// </summary>
    public IDataLoaderResult<Connection<T>> Of(Guid parent, Expression<Func<T, Guid>> by) =>
        Service<PageLoaders>().For(_context, () => new OfEach(this, by)).Load(parent);

    private bool OnlyCounts =>
        _context.FieldAst.SelectionSet!.Selections.All(s =>
            s is GraphQLField selected && selected.Name == "totalCount"
        );

    /// <summary>The records of which the caller may read only what is public, if the order depends on that.</summary>
    private async Task<IReadOnlySet<Guid>> HiddenAsync(
        IReadOnlyCollection<T> rows,
        Window window,
        CancellationToken token
    )
    {
        if (rows.Count == 0 || !window.Order.Any(o => o.Term.IsGuarded(Service<ReadScope>().Visibility)))
            return new HashSet<Guid>();
        var keys = rows.Select(Window.KeyOf).ToHashSet();
        keys.ExceptWith(await Service<Whole<T>>().OfAsync(keys, token));
        return keys;
    }

    private ListQuery<T> Query() => new(Service<ReadScope>(), _conditions, _projection);

    private TService Service<TService>()
        where TService : notnull => _context.RequestServices!.GetRequiredService<TService>();

    /// <summary>The part of the list that the arguments ask for.</summary>
    private sealed class Window
    {
        public static readonly Func<T, Guid> KeyOf = CompiledMember.Of(Keys.Of<T>());

        private readonly ListOrder<T> _order;

        public Window(Page<T> page)
        {
            var context = page._context;
            var terms = page.Service<ListTerms<T>>();
            int? first = context.GetArgument<int?>("first"),
                last = context.GetArgument<int?>("last");
            string? after = context.GetArgument<string?>("after"),
                before = context.GetArgument<string?>("before");
            if (after is not null && before is not null)
                throw RequestError.PageSize("Give `after` or `before`, not both.");
            if ((last is not null && after is not null) || (first is not null && before is not null))
                throw RequestError.PageSize(
                    "Page forwards with `first` and `after`, backwards with `last` and `before`."
                );

            Size = Paging.SizeOf(context.FieldDefinition.GetMetadata<PageSizeAttribute>(Paging.Key)!, first, last);
            Backwards = last is not null || before is not null;
            var asked = context.GetArgument<object?>("order") as IEnumerable<object?>;
            var order = asked?.Cast<OrderBy>().DistinctBy(o => o.Term.Name).ToList() is { Count: > 0 } given
                ? given
                : terms.DefaultOrder;
            _order = new(order, page.Service<Cursors>());
            HasPlace = after is not null || before is not null;
            if (HasPlace)
                Seek = new(Order, Backwards, _order.Read((after ?? before)!, after is null ? "before" : "after"));
        }

        public int Size { get; }
        public bool Backwards { get; }
        public IReadOnlyList<OrderBy> Order => _order.Terms;
        public Seek? Seek { get; }
        private bool HasPlace { get; }

        /// <summary>Makes a page of the rows. One row more than the page holds means that the list goes on.</summary>
        /// <param name="rows">The records.</param>
        /// <param name="hidden">Those whose keys the caller may not all read.</param>
        /// <param name="totalCount">Counts the whole list.</param>
        public Connection<T> Cut(List<T> rows, IReadOnlySet<Guid> hidden, Func<IDataLoaderResult<int>> totalCount)
        {
            var goesOn = rows.Count > Size;
            if (goesOn)
                rows.RemoveAt(Size);
            if (Backwards)
                rows.Reverse();
            return new(
                rows,
                new(
                    hasNextPage: Backwards ? HasPlace : goesOn,
                    hasPreviousPage: Backwards ? goesOn : HasPlace,
                    start: () => rows.Count == 0 ? null : CursorOf(rows[0]),
                    end: () => rows.Count == 0 ? null : CursorOf(rows[^1])
                ),
                CursorOf,
                totalCount
            );

            string CursorOf(T row) => _order.CursorOf(row, isWhole: !hidden.Contains(KeyOf(row)));
        }
    }

    /// <summary>Loads the same page of many parents in one statement.</summary>
    private sealed class OfEach(Page<T> page, Expression<Func<T, Guid>> by) : BatchLoader<Guid, Connection<T>>
    {
        private readonly Window _window = new(page);
        private readonly ListQuery<T> _query = page.Query();
        private readonly Func<T, Guid> _parentOf = CompiledMember.Of(by);
        private Counts? _counts;

        protected override async Task<IReadOnlyDictionary<Guid, Connection<T>>> FetchAsync(
            IReadOnlyList<Guid> keys,
            CancellationToken cancellationToken
        )
        {
            var rows = page.OnlyCounts
                ? []
                : await _query.TakeOfEachAsync(
                    [.. keys],
                    by,
                    _window.Order,
                    _window.Backwards,
                    _window.Seek,
                    _window.Size + 1,
                    cancellationToken
                );
            _counts = new(_query, by);
            var hidden = await page.HiddenAsync(rows, _window, cancellationToken);
            var byParent = rows.GroupBy(_parentOf).ToDictionary(page => page.Key, page => page.ToList());
            return keys.ToDictionary(
                key => key,
                key => _window.Cut(byParent.GetValueOrDefault(key) ?? [], hidden, () => _counts.Load(key))
            );
        }
    }

    private sealed class Counts(ListQuery<T> query, Expression<Func<T, Guid>> by) : BatchLoader<Guid, int>
    {
        protected override async Task<IReadOnlyDictionary<Guid, int>> FetchAsync(
            IReadOnlyList<Guid> keys,
            CancellationToken cancellationToken
        ) => (await query.CountOfEachAsync([.. keys], by, cancellationToken)).ToDictionary(c => c.Key, c => c.Count);
    }

    private sealed class Later(Func<Task<int>> count) : IDataLoaderResult<int>
    {
        public Task<int> GetResultAsync(CancellationToken cancellationToken = default) => count();

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await count();
    }
}
