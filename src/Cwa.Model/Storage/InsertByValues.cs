using System.Text;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Cwa.Model;

/// <summary>Inserts rows as SQLite likes it: a list of values, for one table at a time.</summary>
internal static class InsertByValues
{
    // SQLite looks for each parameter by its name among all those of the statement.
    private const int MostParameters = 400;

    /// <summary>The statements that insert the rows.</summary>
    public static IEnumerable<Insert> Of(IEnumerable<(FilledTable Table, IUpdateEntry[] Rows)> inserts) =>
        from insert in inserts
        from rows in insert.Rows.Chunk(Math.Max(1, MostParameters / insert.Table.Columns.Count))
        select Of(insert.Table, rows);

    private static Insert Of(FilledTable table, IUpdateEntry[] rows)
    {
        var sql = new StringBuilder(table.Head).Append("VALUES ");
        var parameters = new List<(string, RelationalTypeMapping, object?)>(rows.Length * table.Columns.Count);
        foreach (var row in rows)
        {
            sql.Append(row == rows[0] ? "(" : ", (");
            foreach (var column in table.Columns)
            {
                var name = $"p{parameters.Count}";
                sql.Append(column == table.Columns[0] ? "@" : ", @").Append(name);
                parameters.Add((name, column.TypeMapping, row.GetCurrentValue(column.Property)));
            }

            sql.Append(')');
        }

        return new(sql.ToString(), parameters, rows);
    }
}
