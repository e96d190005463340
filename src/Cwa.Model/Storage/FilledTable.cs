using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model;

/// <summary>Where the records of a type are stored.</summary>
internal sealed class FilledTable
{
    public FilledTable(IEntityType type)
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
        Name = mappings[0].Table.Name;
        Key = [.. type.FindPrimaryKey()!.Properties.Select(p => Columns.First(c => c.Property == p))];
        Head = HeadOf(Name);
    }

    private FilledTable(FilledTable like, string name)
    {
        (Columns, Key, Principals, IsPlain, Depth) = (
            like.Columns,
            like.Key,
            like.Principals,
            like.IsPlain,
            like.Depth
        );
        (Name, Head) = (name, HeadOf(name));
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The columns that tell its rows apart.</summary>
    public IReadOnlyList<IColumnMapping> Key { get; }

    public IReadOnlyList<IColumnMapping> Columns { get; }

    /// <summary>The types of the records to which its rows refer.</summary>
    public IReadOnlySet<IEntityType> Principals { get; }

    /// <summary>Whether its rows can be inserted together, in any order.</summary>
    public bool IsPlain { get; }

    /// <summary>How far it is from a table that refers to no other.</summary>
    public int Depth { get; }

    /// <summary>The beginning of a statement that inserts into all columns.</summary>
    public string Head { get; }

    /// <summary>A table with the same columns and another name.</summary>
    public FilledTable As(string name) => new(this, name);

    // Names are ours, and need no quotes.
    private string HeadOf(string name) =>
        $"INSERT INTO {name} ({string.Join(", ", Columns.Select(c => c.Column.Name))}) ";

    private static int DepthOf(IEntityType type) =>
        type.GetForeignKeys()
            .Select(key => key.PrincipalEntityType)
            .Where(principal => principal != type)
            .Select(principal => DepthOf(principal) + 1)
            .DefaultIfEmpty()
            .Max();
}
