namespace Cwa.Model;

/// <summary>A kind of file that can be imported.</summary>
public sealed class ImportKind
{
    internal ImportKind(
        string name, int maxRows, IReadOnlyList<string> required, IReadOnlyList<string> optional,
        Func<ImportSession, IRowImport> begin)
    {
        Name = name;
        MaxRows = maxRows;
        RequiredColumns = required;
        OptionalColumns = optional;
        Begin = begin;
    }

    /// <summary>The kind's name on the command line and in addresses, such as complaint-metrics.</summary>
    public string Name { get; }

    /// <summary>The most rows that one file has.</summary>
    public int MaxRows { get; }

    /// <summary>The columns that every file has, in any order.</summary>
    public IReadOnlyList<string> RequiredColumns { get; }

    /// <summary>The columns that a file may leave out.</summary>
    public IReadOnlyList<string> OptionalColumns { get; }

    internal Func<ImportSession, IRowImport> Begin { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
