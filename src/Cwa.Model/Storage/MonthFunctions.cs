using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>Month functions that work in queries.</summary>
public static class MonthFunctions
{
    /// <summary>The previous month.</summary>
    public static ReportMonth Before(ReportMonth month) => month.Previous;

    /// <summary>The number of a month: 199804 for April 1998.</summary>
    public static int Number(ReportMonth month) => month.Number;

    internal static void Map(ModelBuilder model)
    {
        model.HasDbFunction(() => Before(default)).HasTranslation(arguments => OneLess(arguments[0]));
        // Months are stored as their numbers.
        model
            .HasDbFunction(() => Number(default))
            .HasTranslation(arguments => new SqlUnaryExpression(
                ExpressionType.Convert,
                arguments[0],
                typeof(int),
                IntTypeMapping.Default
            ));
    }

    // Months are stored as numbers, and the one before 199901 is 199812.
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
