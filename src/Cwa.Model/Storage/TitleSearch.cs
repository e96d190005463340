using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace Cwa.Model;

/// <summary>Translates <see cref="TitleIndex.Contains"/> for the database.</summary>
/// <remarks>
/// PostgreSQL finds the index of trigrams by itself. SQLite has to be asked for the events that it finds there. The
/// condition on the title itself stays, so that the index alone never decides what is found.
/// </remarks>
internal sealed class TitleSearch : IQueryExpressionInterceptor
{
    /// <summary>The only one, since EF Core makes services anew for each interceptor of queries.</summary>
    public static readonly TitleSearch Instance = new();

    private TitleSearch() { }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        new Translation(eventData.Context!).Visit(queryExpression);

    private sealed class Translation(DbContext db) : ExpressionVisitor
    {
        private static readonly MethodInfo Contains = ((Func<Event, string, bool>)TitleIndex.Contains).Method;

        private static readonly Expression<Func<Event, string, bool>> OfTitle = (e, text) =>
            e.TitleSearch!.Contains(text);

        private static readonly Expression<Func<Event, string, IQueryable<TitleMatch>, bool>> OfIndex = (
            e,
            text,
            matches
        ) =>
            matches
                .Where(m => m.Query == "\"" + text.Replace("\"", "\"\"") + "\"")
                .Select(m => m.EventId)
                .Contains(e.Id);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method != Contains)
                return base.VisitMethodCall(node);

            var (e, text) = (node.Arguments[0], node.Arguments[1]);
            var ofTitle = With(OfTitle, e, text);
            return db.Model.FindEntityType(typeof(TitleMatch)) is { } matches
                ? Expression.AndAlso(With(OfIndex, e, text, new EntityQueryRootExpression(matches)), ofTitle)
                : ofTitle;
        }

        private static Expression With(LambdaExpression lambda, params IReadOnlyList<Expression> arguments) =>
            lambda
                .Parameters.Zip(arguments)
                .Aggregate(lambda.Body, (body, it) => ReplacingExpressionVisitor.Replace(it.First, it.Second, body));
    }
}
