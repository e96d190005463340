namespace Cwa.Model;

/// <summary>A kind of file that can be imported.</summary>
public sealed class ImportKind
{
    internal ImportKind(string name, int maxRows, Func<ImportSession, IRowImport> begin) =>
        (Name, MaxRows, Begin) = (name, maxRows, begin);

    /// <summary>The kind's name on the command line and in addresses, such as complaint-metrics.</summary>
    public string Name { get; }

    /// <summary>The most rows that one file may have.</summary>
    public int MaxRows { get; }

    /// <summary>The columns that every file has, in any order.</summary>
    public required IReadOnlyList<string> RequiredColumns { get; init; }

    /// <summary>The columns that a file may leave out.</summary>
    public IReadOnlyList<string> OptionalColumns { get; init; } = [];

    /// <summary>The columns that exports write and imports ignore.</summary>
    public IReadOnlyList<string> PassedOverColumns { get; init; } = [];

    /// <summary>All columns that a file may have.</summary>
    internal IEnumerable<string> Columns => [.. RequiredColumns, .. OptionalColumns, .. PassedOverColumns];

    internal Func<ImportSession, IRowImport> Begin { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
