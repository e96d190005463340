using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>Month functions that work in queries.</summary>
internal static class MonthFunctions
{
    /// <summary>The previous month.</summary>
    public static ReportMonth Before(ReportMonth month) => month.Previous;

    public static void Map(ModelBuilder model) =>
        model.HasDbFunction(() => Before(default)).HasTranslation(arguments => OneLess(arguments[0]));

    // Months are stored as numbers, and the one before 199901 is 199812.
    private static SqlBinaryExpression OneLess(SqlExpression month)
    {
        var isJanuary = Binary(
            ExpressionType.Equal,
            Binary(ExpressionType.Modulo, month, Number(100), IntTypeMapping.Default),
            Number(1),
            BoolTypeMapping.Default
        );
        var step = new CaseExpression([new CaseWhenClause(isJanuary, Number(89))], Number(1));
        return new(ExpressionType.Subtract, month, step, month.Type, month.TypeMapping);
    }

    private static SqlBinaryExpression Binary(
        ExpressionType operation,
        SqlExpression left,
        SqlExpression right,
        RelationalTypeMapping mapping
    ) => new(operation, left, right, mapping.ClrType, mapping);

    private static SqlConstantExpression Number(int value) => new(value, IntTypeMapping.Default);
}
