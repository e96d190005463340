using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>Translates <see cref="MonthFunctions"/> into SQL. Months are stored as their numbers.</summary>
/// <remarks>A compiled model cannot hold functions with a translation of their own.</remarks>
internal sealed class MonthTranslator : IMethodCallTranslator, IMethodCallTranslatorPlugin
{
    public IEnumerable<IMethodCallTranslator> Translators => [this];

    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger
    ) =>
        method.DeclaringType != typeof(MonthFunctions) ? null
        : method.Name == nameof(MonthFunctions.Before) ? OneLess(arguments[0])
        : new SqlUnaryExpression(ExpressionType.Convert, arguments[0], typeof(int), IntTypeMapping.Default);

    // The one before 199901 is 199812.
    private static SqlBinaryExpression OneLess(SqlExpression month)
    {
        var isJanuary = Binary(
            ExpressionType.Equal,
            Binary(ExpressionType.Modulo, month, Constant(100), IntTypeMapping.Default),
            Constant(1),
            BoolTypeMapping.Default
        );
        var step = new CaseExpression([new CaseWhenClause(isJanuary, Constant(89))], Constant(1));
        return new(ExpressionType.Subtract, month, step, month.Type, month.TypeMapping);
    }

    private static SqlBinaryExpression Binary(
        ExpressionType operation,
        SqlExpression left,
        SqlExpression right,
        RelationalTypeMapping mapping
    ) => new(operation, left, right, mapping.ClrType, mapping);

    private static SqlConstantExpression Constant(int value) => new(value, IntTypeMapping.Default);
}
