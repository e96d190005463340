using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Cwa.Graph.Engine;

/// <summary>Opens a context to read with; whoever opens it disposes it.</summary>
[Service]
public delegate DbContext OpenDbContext();

/// <summary>Queries compiled once for each shape and run with each request's values.</summary>
/// <remarks>
/// EF Core has a cache of its own, but to find a query there it walks the whole expression, which has to be built for
/// that first. A query of many conditions costs more to build and walk than to run. Its shape is a short text that the
/// conditions write themselves. The one rule is that a shape and the expression built for it take their values in the
/// same order; <see cref="QueryShape"/> and <see cref="QueryValues"/> are the two sides of that.
/// </remarks>
[Service]
public sealed class QueryCache(OpenDbContext open, ReadGate gate) : IDisposable
{
    // EF Core compiles queries of up to fifteen parameters; the rest run as ordinary queries.
    private const int MostCompiledValues = 14;

    // By the length of their shapes, since a query with more conditions takes more memory: about 500 queries as people
    // ask them.
    private readonly MemoryCache _compiled = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Runs a query for a list; <paramref name="build"/> is asked only for a shape that is new.</summary>
    internal async Task<List<TRow>> ListAsync<TRow>(
        QueryShape shape,
        BuildQuery build,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(IsSignedIn(shape), cancellationToken);
        await using var db = open();
        var run = Prepare<IAsyncEnumerable<TRow>>(shape, build, ListMethods, typeof(TRow));
        var rows = new List<TRow>();
        await foreach (var row in run(db, shape.Values, cancellationToken).WithCancellation(cancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <summary>Runs a query for one value; <paramref name="build"/> is asked only for a shape that is new.</summary>
    internal async Task<TValue> ValueAsync<TValue>(
        QueryShape shape,
        BuildQuery build,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(IsSignedIn(shape), cancellationToken);
        await using var db = open();
        return await Prepare<Task<TValue>>(shape, build, ValueMethods, typeof(TValue))(
            db,
            shape.Values,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _compiled.Dispose();

    // Whoever the records are shown to is the one who waits for them.
    private static bool IsSignedIn(QueryShape shape) => shape.Visibility is IRequester { IsSignedIn: true };

    private Func<DbContext, object?[], CancellationToken, TResult> Prepare<TResult>(
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
                Compile<TResult>(shape, build, methods, resultType),
                new MemoryCacheEntryOptions { Size = shape.Key.Length }
            )
            : Uncompiled<TResult>(shape, build, resultType);
    }

    private static Func<DbContext, object?[], CancellationToken, TResult> Compile<TResult>(
        QueryShape shape,
        BuildQuery build,
        IReadOnlyList<MethodInfo> methods,
        Type resultType
    )
    {
        // EF.CompileAsyncQuery wants a lambda with a parameter for each value, of the value's own type. Only the shape
        // knows how many there are and of which types, so the lambda and the overload that fits it are made here.
        var db = Expression.Parameter(typeof(DbContext), "db");
        var values = shape.Types.Select((type, i) => Expression.Parameter(type, $"p{i}")).ToList();
        var token = Expression.Parameter(typeof(CancellationToken), "token");
        var isValue = ReferenceEquals(methods, ValueMethods);
        ParameterExpression[] parameters = isValue ? [db, .. values, token] : [db, .. values];
        var returned = isValue ? resultType : typeof(IQueryable<>).MakeGenericType(resultType);
        var query = Expression.Lambda(
            Expression.GetFuncType([.. parameters.Select(p => p.Type), returned]),
            build(db, new QueryValues(shape.Visibility, values)),
            parameters
        );
        var compiled = (Delegate)
            methods
                .Single(m => m.GetGenericArguments().Length == values.Count + 2)
                .MakeGenericMethod([typeof(DbContext), .. shape.Types, resultType])
                .Invoke(null, [query])!;

        // Callers have their values in an array: around what EF Core compiled goes a lambda that unpacks it.
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

    // The shape's own values stand in the expression, in boxes: EF Core makes parameters of what is read from a field,
    // and literals of constants, of which each would be another query in its cache.
    private static Func<DbContext, object?[], CancellationToken, TResult> Uncompiled<TResult>(
        QueryShape shape,
        BuildQuery build,
        Type resultType
    ) =>
        (db, _, token) =>
        {
            var body = build(Expression.Constant(db), new QueryValues(shape.Visibility, shape.Closures()));
            if (typeof(TResult) == typeof(IAsyncEnumerable<>).MakeGenericType(resultType))
                return Expression.Lambda<Func<TResult>>(Expression.Convert(body, typeof(TResult))).Compile()();

            // A value's query is a call of Count and the like on a queryable: its provider runs the call itself.
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

/// <summary>A query over the context, with the values where its conditions want them.</summary>
internal delegate Expression BuildQuery(Expression db, QueryValues values);
