namespace Cwa.Model;

/// <summary>The columns of a file, found by the names in its header.</summary>
internal sealed class ImportHeader(ImportKind kind, ImportErrors errors)
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _named = [];

    /// <summary>The position of each column that is read.</summary>
    public IReadOnlyDictionary<string, int> Columns => _columns;

    /// <summary>The fewest fields that a row may have.</summary>
    public int Width { get; private set; }

    /// <summary>Whether a field has a name above it, so that it may hold a value.</summary>
    public bool IsNamed(int field) => _named.Contains(field);

    /// <summary>Reads the names, and reports those that are unknown, missing or repeated.</summary>
    public void Read(long line, IReadOnlyList<string> names)
    {
        var there = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var (index, name) in names
                .Select(name => name.Trim())
                .Index()
                .Where(column => !PlainText.IsEmpty(column.Item))
        )
        {
            _named.Add(index);
            Width = index + 1;
            if (!kind.Columns.Contains(name, StringComparer.OrdinalIgnoreCase))
                errors.AddToFile(line, name, $"There is no such column. Expected: {string.Join(", ", kind.Columns)}.");
            else if (!there.Add(name))
                errors.AddToFile(line, name, "The column appears twice.");
            else if (!kind.PassedOverColumns.Contains(name, StringComparer.OrdinalIgnoreCase))
                _columns.Add(name, index);
        }

        foreach (var missing in kind.RequiredColumns.Where(column => !there.Contains(column)))
            errors.AddToFile(line, missing, $"The column is missing. Expected: {string.Join(", ", kind.Columns)}.");
    }
}
