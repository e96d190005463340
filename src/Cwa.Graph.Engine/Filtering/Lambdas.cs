using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>Composes lambdas.</summary>
internal static class Lambdas
{
    /// <summary>The lambda's body with its parameters replaced by the arguments.</summary>
    public static Expression Inline(this LambdaExpression lambda, params Expression[] arguments) =>
        new Replacement(lambda.Parameters, arguments).Visit(lambda.Body);

    private sealed class Replacement(IReadOnlyList<ParameterExpression> parameters, Expression[] arguments)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (parameters[i] == node)
                    return arguments[i];
            }

            return node;
        }
    }
}
