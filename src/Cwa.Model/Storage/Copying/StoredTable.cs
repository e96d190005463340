using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model;

/// <summary>A table of one of the databases, with whatever is in its rows.</summary>
internal sealed class StoredTable
{
    private StoredTable(IEntityType type)
    {
        var filled = new FilledTable(type);
        (Name, Depth, IsOfItself) = (filled.Name, filled.Depth, filled.Principals.Contains(type));
        IsCounter = type.ClrType == typeof(FeedCounter);
        Columns = [.. filled.Columns.Select(c => new StoredColumn(c)).OrderBy(c => c.Name, StringComparer.Ordinal)];
        Numbered = filled.Key.FirstOrDefault(key => key.Property.ValueGenerated == ValueGenerated.OnAdd)?.Column.Name;
    }

    public string Name { get; }

    /// <summary>In an order that is the same in both databases.</summary>
    public IReadOnlyList<StoredColumn> Columns { get; }

    /// <summary>Whether its rows refer to each other.</summary>
    public bool IsOfItself { get; }

    /// <summary>Whether its only row numbers the feed, and is there before any record.</summary>
    public bool IsCounter { get; }

    /// <summary>The column that the database numbers; null if there is none.</summary>
    public string? Numbered { get; }

    /// <summary>Its columns, as statements list them. Names are ours, and need no quotes.</summary>
    public string ColumnNames => string.Join(", ", Columns.Select(c => c.Name));

    private int Depth { get; }

    /// <summary>All tables; those that refer to others come after them.</summary>
    public static IReadOnlyList<StoredTable> AllOf(CwaDbContext db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .Where(type => type.GetTableMappings().Any())
                .Select(type => new StoredTable(type))
                .OrderBy(table => table.Depth)
                .ThenBy(table => table.Name, StringComparer.Ordinal),
        ];

    /// <summary>Its rows, one after another, and always in the same array.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(
        CwaDbContext db,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {ColumnNames} FROM {Name}";
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new object?[Columns.Count];
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
                row[i] = Columns[i].Read(reader, i);
            yield return row;
        }
    }
}
