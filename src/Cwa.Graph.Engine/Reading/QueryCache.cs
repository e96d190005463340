using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Cwa.Graph.Engine;

/// <summary>Opens a context for reading, which can translate <see cref="RowValues"/>. The caller disposes it.</summary>
[Service]
public delegate DbContext OpenDbContext();

/// <summary>Queries, compiled once for each shape and run with the values of each request.</summary>
/// <remarks>
/// EF Core has its own cache, but to look up a query there, the whole expression has to be built and walked. For a
/// query with many conditions that costs more than running it. So the key here is the query's shape, a short text that
/// the conditions write. The one rule: a shape and the expression built for it must take their values in the same
/// order. <see cref="QueryShape"/> and <see cref="QueryValues"/> are the two sides of that rule.
/// </remarks>
[Service]
public sealed class QueryCache(ReadGate gate) : IDisposable
{
    // EF.CompileAsyncQuery takes at most fifteen parameters, the token included. Larger queries run uncompiled.
    private const int MostCompiledValues = 14;

    // Bounded by the length of the shapes, since a query with more conditions takes more memory. The limit holds about
    // 500 typical queries.
    private readonly MemoryCache _compiled = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Runs a query for a list; <paramref name="build"/> is called only for a new shape.</summary>
    internal async Task<List<TRow>> ListAsync<TRow>(
        OpenDbContext open,
        QueryShape shape,
        BuildQuery build,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(IsSignedIn(shape), cancellationToken);
        await using var db = open();
        var run = Prepare<IAsyncEnumerable<TRow>>(db, shape, build, ListMethods, typeof(TRow));
        var rows = new List<TRow>();
        await foreach (var row in run(db, shape.Values, cancellationToken).WithCancellation(cancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <summary>Runs a query for one value; <paramref name="build"/> is called only for a new shape.</summary>
    internal async Task<TValue> ValueAsync<TValue>(
        OpenDbContext open,
        QueryShape shape,
        BuildQuery build,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(IsSignedIn(shape), cancellationToken);
        await using var db = open();
        return await Prepare<Task<TValue>>(db, shape, build, ValueMethods, typeof(TValue))(
            db,
            shape.Values,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _compiled.Dispose();

    // The visibility is the caller's own, so it also says which of the gate's queues the caller waits in.
    private static bool IsSignedIn(QueryShape shape) => shape.Visibility is IRequester { IsSignedIn: true };

    private Func<DbContext, object?[], CancellationToken, TResult> Prepare<TResult>(
        DbContext database,
        QueryShape shape,
        BuildQuery build,
        IReadOnlyList<MethodInfo> methods,
        Type resultType
    )
    {
        var compiles = shape.Types.Count <= MostCompiledValues;
        if (
            compiles
            && _compiled.TryGetValue(
                (shape.Key, typeof(TResult)),
                out Func<DbContext, object?[], CancellationToken, TResult>? found
            )
        )
            return found!;

        return compiles
            ? _compiled.Set(
                (shape.Key, typeof(TResult)),
                Compile<TResult>(database, shape, build, methods, resultType),
                new MemoryCacheEntryOptions { Size = shape.Key.Length }
            )
            : Uncompiled<TResult>(shape, build, resultType);
    }

    private static Func<DbContext, object?[], CancellationToken, TResult> Compile<TResult>(
        DbContext database,
        QueryShape shape,
        BuildQuery build,
        IReadOnlyList<MethodInfo> methods,
        Type resultType
    )
    {
        // EF.CompileAsyncQuery wants a lambda with one parameter for each value, of the value's own type. Only the
        // shape knows their number and types, so the lambda is made and its overload chosen at run time.
        var db = Expression.Parameter(typeof(DbContext), "db");
        var values = shape.Types.Select((type, i) => Expression.Parameter(type, $"p{i}")).ToList();
        var token = Expression.Parameter(typeof(CancellationToken), "token");
        var isValue = ReferenceEquals(methods, ValueMethods);
        ParameterExpression[] parameters = isValue ? [db, .. values, token] : [db, .. values];
        var returned = isValue ? resultType : typeof(IQueryable<>).MakeGenericType(resultType);
        var query = Expression.Lambda(
            Expression.GetFuncType([.. parameters.Select(p => p.Type), returned]),
            build(db, new QueryValues(shape.Visibility, values, database)),
            parameters
        );
        var compiled = (Delegate)
            methods
                .Single(m => m.GetGenericArguments().Length == values.Count + 2)
                .MakeGenericMethod([typeof(DbContext), .. shape.Types, resultType])
                .Invoke(null, [query])!;

        // Callers pass their values in an array, so EF Core's delegate is wrapped in a lambda that unpacks it.
        var given = Expression.Parameter(typeof(object[]), "values");
        IEnumerable<Expression> arguments =
        [
            db,
            .. shape.Types.Select(
                (type, i) => Expression.Convert(Expression.ArrayIndex(given, Expression.Constant(i)), type)
            ),
        ];
        return Expression
            .Lambda<Func<DbContext, object?[], CancellationToken, TResult>>(
                Expression.Invoke(Expression.Constant(compiled), isValue ? [.. arguments, token] : arguments),
                db,
                given,
                token
            )
            .Compile();
    }

    // The values stand in the expression as fields of boxes. EF Core turns fields into parameters, but constants into
    // literals, and each literal would be another query in its cache.
    private static Func<DbContext, object?[], CancellationToken, TResult> Uncompiled<TResult>(
        QueryShape shape,
        BuildQuery build,
        Type resultType
    ) =>
        (db, _, token) =>
        {
            var body = build(Expression.Constant(db), new QueryValues(shape.Visibility, shape.Closures(), db));
            if (typeof(TResult) == typeof(IAsyncEnumerable<>).MakeGenericType(resultType))
                return Expression.Lambda<Func<TResult>>(Expression.Convert(body, typeof(TResult))).Compile()();

            // A query for one value is a call such as Count on a queryable, which the queryable's provider has to run.
            var source = Expression.Lambda<Func<IQueryable>>(((MethodCallExpression)body).Arguments[0]).Compile()();
            var call = ((MethodCallExpression)body).Update(
                null,
                [source.Expression, .. ((MethodCallExpression)body).Arguments.Skip(1)]
            );
            return ((Microsoft.EntityFrameworkCore.Query.IAsyncQueryProvider)source.Provider).ExecuteAsync<TResult>(
                call,
                token
            );
        };

    private static readonly IReadOnlyList<MethodInfo> ListMethods = MethodsWhere(arguments =>
        arguments[^1] is { IsGenericType: true } last && last.GetGenericTypeDefinition() == typeof(IQueryable<>)
    );

    private static readonly IReadOnlyList<MethodInfo> ValueMethods = MethodsWhere(arguments =>
        arguments[^1].IsGenericParameter && arguments[^2] == typeof(CancellationToken)
    );

    private static List<MethodInfo> MethodsWhere(Func<Type[], bool> fits) =>
        [
            .. typeof(EF)
                .GetMethods()
                .Where(m =>
                    m.Name == nameof(EF.CompileAsyncQuery)
                    && m.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()
                        is var arguments
                    && fits(arguments)
                ),
        ];
}

/// <summary>Builds a query over the context, with the values where its conditions take them.</summary>
internal delegate Expression BuildQuery(Expression db, QueryValues values);
