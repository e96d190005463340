using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>Where the records of a type are stored.</summary>
internal sealed class FilledTable
{
    public FilledTable(IEntityType type, ISqlGenerationHelper sql)
    {
        var mappings = type.GetTableMappings().ToList();
        Columns = [.. type.GetFlattenedProperties().SelectMany(p => p.GetTableColumnMappings())];
        Principals = type.GetForeignKeys().Select(key => key.PrincipalEntityType).ToHashSet();
        // EF Core knows the order of rows that refer to each other, and reads back what the database generates.
        IsPlain =
            mappings.Count == 1
            && !Principals.Contains(type)
            && Columns.All(c => c.Property.ValueGenerated == ValueGenerated.Never);
        Depth = DepthOf(type);
        Head =
            $"INSERT INTO {sql.DelimitIdentifier(mappings[0].Table.Name)} "
            + $"({string.Join(", ", Columns.Select(c => sql.DelimitIdentifier(c.Column.Name)))}) ";
    }

    public IReadOnlyList<IColumnMapping> Columns { get; }

    /// <summary>The types of the records to which its rows refer.</summary>
    public IReadOnlySet<IEntityType> Principals { get; }

    /// <summary>Whether its rows can be inserted together, in any order.</summary>
    public bool IsPlain { get; }

    /// <summary>How far it is from a table that refers to no other.</summary>
    public int Depth { get; }

    /// <summary>The beginning of a statement that inserts into all columns.</summary>
    public string Head { get; }

    private static int DepthOf(IEntityType type) =>
        type.GetForeignKeys()
            .Select(key => key.PrincipalEntityType)
            .Where(principal => principal != type)
            .Select(principal => DepthOf(principal) + 1)
            .DefaultIfEmpty()
            .Max();
}
