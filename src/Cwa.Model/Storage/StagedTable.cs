using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace Cwa.Model;

/// <summary>A temporary table with rows that will be added to a table, change it, or go from it.</summary>
internal sealed class StagedTable
{
    private readonly HashSet<string> _changed = [];
    private readonly HashSet<string> _seen = [];

    public StagedTable(FilledTable table, EntityState state)
    {
        (Table, State) = (table, state);
        Waiting = table.As($"{state.ToString().ToLowerInvariant()}_{table.Name}");
    }

    /// <summary>The table for which the rows wait.</summary>
    public FilledTable Table { get; }

    /// <summary>What will become of the rows.</summary>
    public EntityState State { get; }

    /// <summary>The temporary table, in which they wait.</summary>
    public FilledTable Waiting { get; }

    public string Create => $"CREATE TEMP TABLE {Waiting.Name} AS SELECT * FROM {Table.Name} WHERE false";

    public string Drop => $"DROP TABLE IF EXISTS {Waiting.Name}";

    /// <summary>The statement that does to the table what the rows say.</summary>
    public string Publish =>
        State switch
        {
            EntityState.Added =>
                $"{Table.Head}SELECT {string.Join(", ", Table.Columns.Select(c => c.Column.Name))} FROM {Waiting.Name}",
            EntityState.Modified =>
                $"UPDATE {Table.Name} SET {string.Join(", ", _changed.Select(name => $"{name} = w.{name}"))} "
                    + $"FROM {Waiting.Name} AS w WHERE {IsSame}",
            _ => $"DELETE FROM {Table.Name} WHERE EXISTS (SELECT 1 FROM {Waiting.Name} AS w WHERE {IsSame})",
        };

    /// <summary>Notes what becomes of the rows.</summary>
    /// <returns>False if a row is among them that has changed before.</returns>
    public bool Take(IUpdateEntry[] rows)
    {
        if (State != EntityState.Modified)
            return true;

        foreach (var column in Table.Columns.Where(c => !_changed.Contains(c.Column.Name)))
        {
            if (Array.Exists(rows, row => row.IsModified(column.Property)))
                _changed.Add(column.Column.Name);
        }

        return Array.TrueForAll(
            rows,
            row => _seen.Add(string.Join(' ', Table.Key.Select(column => row.GetCurrentValue(column.Property))))
        );
    }

    private string IsSame =>
        string.Join(" AND ", Table.Key.Select(c => $"{Table.Name}.{c.Column.Name} = w.{c.Column.Name}"));
}
