namespace Cwa.Graph.Engine;

/// <summary>The order of a list, made total by the id, and the cursors of places in it.</summary>
internal sealed class ListOrder<T>
    where T : class
{
    private static readonly SortTerm Identity = new SortTerm<T, Guid>("id", "", Keys.Of<T>());

    private readonly Cursors _cursors;
    private readonly string _key;

    public ListOrder(IReadOnlyList<OrderBy> order, Cursors cursors)
    {
        _cursors = cursors;
        Terms = [.. order, new(Identity, order[^1].Descending)];
        _key = $"{typeof(T).Name} {string.Join(',', Terms.Select(o => o.Term.Name + (o.Descending ? "-" : "+")))}";
    }

    /// <summary>The keys by which the list is ordered, the id last.</summary>
    public IReadOnlyList<OrderBy> Terms { get; }

    /// <summary>The cursor of a record's place.</summary>
    /// <param name="row">The record.</param>
    /// <param name="isWhole">Whether the caller may see all of it.</param>
    public string CursorOf(T row, bool isWhole) => _cursors.Write(_key, Terms.Select(o => o.Term.Write(row, isWhole)));

    /// <summary>The keys in a cursor.</summary>
    /// <exception cref="GraphQL.ExecutionError">It is not a cursor of this API, or belongs to another order
    /// (INVALID_CURSOR).</exception>
    public string[] Read(string cursor, string argument) => _cursors.Read(cursor, _key, argument);
}
