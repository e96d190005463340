using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>Translates <see cref="RowValues"/> into SQL, such as <c>(starts_on, id) > (@day, @id)</c>.</summary>
internal sealed class RowTranslator(ISqlExpressionFactory sql) : IMethodCallTranslator, IMethodCallTranslatorPlugin
{
    public IEnumerable<IMethodCallTranslator> Translators => [this];

    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger
    )
    {
        if (method.DeclaringType != typeof(RowValues))
            return null;

        var length = arguments.Count / 2;
        var operation = method.Name == nameof(RowValues.IsAfter) ? ExpressionType.GreaterThan : ExpressionType.LessThan;
        return new SqlBinaryExpression(
            operation,
            Row([.. arguments.Take(length)]),
            // A value has the type of the column that it is compared with.
            Row([
                .. arguments.Skip(length).Zip(arguments, (value, key) => sql.ApplyTypeMapping(value, key.TypeMapping)),
            ]),
            typeof(bool),
            BoolTypeMapping.Default
        );
    }

    // A function without a name is written as a row.
    private static SqlFunctionExpression Row(IReadOnlyList<SqlExpression> values) =>
        new("", values, nullable: false, values.Select(_ => false), typeof(object), values[0].TypeMapping);
}
