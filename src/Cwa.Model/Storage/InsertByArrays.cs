using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Cwa.Model;

/// <summary>
/// Inserts rows as PostgreSQL likes it: each column is an array, and one statement fills all tables. It is the same
/// statement for any number of rows, so the database prepares it once.
/// </summary>
/// <remarks>Rows may refer to each other: PostgreSQL checks references when the statement has ended.</remarks>
internal static class InsertByArrays
{
    private static readonly ConditionalWeakTable<FilledTable, ArrayColumn[]> ColumnsOf = [];

    /// <summary>The statement that inserts the rows.</summary>
    public static Insert Of(
        IReadOnlyList<(FilledTable Table, IUpdateEntry[] Rows)> inserts,
        IRelationalTypeMappingSource types
    )
    {
        var sql = new StringBuilder();
        var parameters = new List<(string, RelationalTypeMapping, object?)>();
        for (var i = 0; i < inserts.Count; i++)
        {
            var (table, rows) = inserts[i];
            var columns = ColumnsOf.GetValue(table, of => [.. of.Columns.Select(c => new ArrayColumn(c, types))]);
            var first = parameters.Count;
            parameters.AddRange(columns.Select((c, place) => ($"p{first + place}", c.Type, (object?)c.Of(rows))));
            var isLast = i == inserts.Count - 1;
            sql.Append(i == 0 && !isLast ? "WITH " : "").Append(isLast ? "" : $"t{i} AS (").Append(table.Head);
            sql.Append("SELECT ").AppendJoin(", ", columns.Select((c, place) => $"c{place}{c.Cast}"));
            sql.Append(" FROM unnest(").AppendJoin(", ", columns.Select((_, place) => $"@p{first + place}"));
            sql.Append(") AS r (").AppendJoin(", ", columns.Select((_, place) => $"c{place}")).Append(')');
            sql.Append(
                isLast ? ""
                : i == inserts.Count - 2 ? ")\n"
                : "),\n"
            );
        }

        return new(sql.ToString(), parameters, [.. inserts.SelectMany(i => i.Rows)]);
    }

    /// <summary>A column whose values of many rows are one array.</summary>
    private sealed class ArrayColumn
    {
        private readonly IColumnMapping _column;
        private readonly Type _stored;

        public ArrayColumn(IColumnMapping column, IRelationalTypeMappingSource types)
        {
            var (mapping, store) = (column.TypeMapping, column.TypeMapping.StoreType);
            _column = column;
            var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
            // Arrays in an array would all have to be of one length, so that lists are written as text.
            var isList = mapping.ElementTypeMapping is not null;
            _stored =
                isList ? typeof(string)
                : stored.IsValueType ? typeof(Nullable<>).MakeGenericType(stored)
                : stored;
            Cast = isList ? $"::{store}" : "";
            Type = types.FindMapping(_stored.MakeArrayType(), isList ? "text[]" : $"{store}[]")!;
        }

        public RelationalTypeMapping Type { get; }

        /// <summary>What makes a stored value of an element.</summary>
        public string Cast { get; }

        public Array Of(IUpdateEntry[] rows)
        {
            var values = Array.CreateInstance(_stored, rows.Length);
            for (var i = 0; i < rows.Length; i++)
                values.SetValue(Stored(rows[i].GetCurrentValue(_column.Property)), i);
            return values;
        }

        private object? Stored(object? value) =>
            _column.TypeMapping.ElementTypeMapping is { } ofElement && value is IEnumerable list
                ? $"{{{string.Join(',', list.Cast<object>().Select(element => Quoted(Stored(element, ofElement))))}}}"
                : Stored(value, _column.TypeMapping);

        private static object? Stored(object? value, CoreTypeMapping mapping) =>
            mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;

        private static string Quoted(object? element) =>
            $"\"{Convert.ToString(element, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
    }
}
