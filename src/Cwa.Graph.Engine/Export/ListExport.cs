namespace Cwa.Graph.Engine;

/// <summary>A column of an export.</summary>
/// <param name="Name">What the header calls it.</param>
/// <param name="Path">The field of the exported objects that it tells, such as `author.name`. Who may not select the
/// field finds the column empty.</param>
public sealed record ExportColumn(string Name, string Path);

/// <summary>A list of the schema that can be had as a file, a row for each object.</summary>
/// <param name="name">What the file is called.</param>
/// <param name="list">The field of Query that lists the objects; or gives one object, with a list in it.</param>
/// <param name="columns">What a row tells of its object.</param>
/// <remarks>
/// A file is what the list's own query answers, page after page: the same conditions, the same rights, the same values.
/// There is no other way from a record to a column.
/// </remarks>
public abstract class ListExport(string name, string list, params IReadOnlyList<ExportColumn> columns)
{
    /// <summary>What the file is called.</summary>
    public string Name => name;

    /// <summary>The field of Query that lists the objects; or gives one object, with a list in it.</summary>
    public string List => list;

    /// <summary>What a row tells of its object.</summary>
    public IReadOnlyList<ExportColumn> Columns => columns;

    /// <summary>
    /// A list within each object, or within the objects of a list of it, that gives the rows in the object's place.
    /// </summary>
    public IReadOnlyList<string> Each { get; protected init; } = [];
}
