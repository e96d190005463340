using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Engine;

/// <summary>The condition that a record belongs to a parent, for one after another of several parents.</summary>
/// <param name="parents">The parents' keys.</param>
/// <param name="by">The key of a record's parent.</param>
internal sealed class OfEachParent<T>(Guid[] parents, Expression<Func<T, Guid>> by) : FilterNode
    where T : class
{
    private readonly ParameterExpression _key = Expression.Parameter(typeof(Guid), "parent");
    private Expression? _keys;

    public override void Describe(QueryShape shape) => shape.Add("of each " + CompiledMember.PathOf(by), parents);

    // Not as an equality, which EF Core would turn into a window over the children of all parents.
    public override Expression Build(Expression source, QueryValues values)
    {
        _keys = values.Next();
        var key = by.Inline(source);
        return HasLateral(values.Database)
            ? Expression.AndAlso(Expression.GreaterThanOrEqual(key, _key), Expression.LessThanOrEqual(key, _key))
            : Expression.Equal(key, _key);
    }

    /// <summary>The pages of all parents, given the page of one.</summary>
    public Expression Pages(Expression db, Expression page, DbContext database)
    {
        var type = ParentOf(database);
        var parent = Expression.Parameter(type, "p");
        var id = Expression.Property(parent, "Id");
        var all = QueryCall.Of(
            nameof(Queryable.Where),
            [type],
            QueryCall.Set(db, type),
            Expression.Lambda(Contains(_keys!, id), parent)
        );
        return HasLateral(database) ? Lateral() : Correlated();

        Expression Of(Expression key) => Expression.Lambda(page, _key).Inline(key);

        Expression Lateral() =>
            QueryCall.Of(
                nameof(Queryable.SelectMany),
                [type, typeof(T)],
                all,
                Expression.Lambda(typeof(Func<,>).MakeGenericType(type, typeof(IEnumerable<T>)), Of(id), parent)
            );

        // SQLite cannot join what depends on the row beside it, but can look for a record's id in it.
        Expression Correlated()
        {
            var pair = typeof(Pair<>).MakeGenericType(typeof(T), type);
            var child = Expression.Parameter(typeof(T), "c");
            var pairs = QueryCall.Of(
                nameof(Queryable.SelectMany),
                [type, typeof(T), pair],
                all,
                Expression.Lambda(
                    typeof(Func<,>).MakeGenericType(type, typeof(IEnumerable<T>)),
                    QueryCall.Set(db, typeof(T)),
                    parent
                ),
                Expression.Lambda(
                    Expression.MemberInit(
                        Expression.New(pair),
                        Expression.Bind(pair.GetProperty("Parent")!, parent),
                        Expression.Bind(pair.GetProperty("Child")!, child)
                    ),
                    parent,
                    child
                )
            );
            var both = Expression.Parameter(pair, "pair");
            var it = Expression.Property(both, "Child");
            var ids = QueryCall.Of(
                nameof(Queryable.Select),
                [typeof(T), typeof(Guid)],
                Of(Expression.Property(Expression.Property(both, "Parent"), "Id")),
                Keys.Of<T>()
            );
            var found = QueryCall.Of(
                nameof(Queryable.Where),
                [pair],
                pairs,
                Expression.Lambda(
                    QueryCall.Of(nameof(Queryable.Contains), [typeof(Guid)], ids, Expression.Property(it, "Id")),
                    both
                )
            );
            return QueryCall.Of(nameof(Queryable.Select), [pair, typeof(T)], found, Expression.Lambda(it, both));
        }
    }

    private static bool HasLateral(DbContext database) =>
        database.Database.ProviderName != "Microsoft.EntityFrameworkCore.Sqlite";

    private Type ParentOf(DbContext database)
    {
        var type = database.Model.FindEntityType(typeof(T))!;
        var property = type.FindProperty(CompiledMember.PathOf(by).Split('.')[0])!;
        return type.FindForeignKeys(property).First(key => key.Properties.Count == 1).PrincipalEntityType.ClrType;
    }

    private static MethodCallExpression Contains(Expression list, Expression key) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid)], list, key);

    private sealed class Pair<TParent>
    {
        public required TParent Parent { get; init; }
        public required T Child { get; init; }
    }
}
