namespace Cwa.Graph.Engine;

/// <summary>A column of an export.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Path">The field of the exported objects that it shows, such as `author.name`. The column is empty for
/// callers who may not select the field.</param>
public sealed record ExportColumn(string Name, string Path);

/// <summary>A list of the schema that can be downloaded as a file, one row for each object.</summary>
/// <param name="name">The name of the file.</param>
/// <param name="list">The field of Query that returns the objects, or one object that contains a list.</param>
/// <param name="columns">What a row shows of its object.</param>
/// <remarks>
/// A file is the answer to a query of the list, page after page. So it has the same conditions, the same rights and the
/// same values, and there is no second way from a record to a column.
/// </remarks>
public abstract class ListExport(string name, string list, params IReadOnlyList<ExportColumn> columns)
{
    /// <summary>The name of the file.</summary>
    public string Name => name;

    /// <summary>The field of Query that returns the objects, or one object that contains a list.</summary>
    public string List => list;

    /// <summary>What a row shows of its object.</summary>
    public IReadOnlyList<ExportColumn> Columns => columns;

    /// <summary>
    /// The path to a list inside each object, whose items become the rows; each name is a list inside the one before.
    /// </summary>
    public IReadOnlyList<string> Each { get; protected init; } = [];

    /// <summary>
    /// The condition that every row meets, as the list's `where` takes it; null if all objects are exported. The
    /// caller's own conditions are added to it.
    /// </summary>
    public string? Only { get; protected init; }
}
