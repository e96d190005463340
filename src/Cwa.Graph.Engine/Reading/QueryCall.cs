using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Engine;

/// <summary>Calls of which a query is composed.</summary>
internal static class QueryCall
{
    /// <summary>The records of a class, to be read and not changed.</summary>
    public static MethodCallExpression Set(Expression db, Type type) =>
        Expression.Call(
            typeof(EntityFrameworkQueryableExtensions),
            nameof(EntityFrameworkQueryableExtensions.AsNoTracking),
            [type],
            Expression.Call(db, nameof(DbContext.Set), [type])
        );

    /// <summary>A call of a method of <see cref="Queryable"/>.</summary>
    public static MethodCallExpression Of(string method, Type[] types, params Expression[] arguments) =>
        Expression.Call(typeof(Queryable), method, types, arguments);
}
