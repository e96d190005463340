namespace Cwa.Model;

/// <summary>The columns of a file, found by what is written above them.</summary>
internal sealed class ImportHeader(ImportKind kind, ImportErrors errors)
{
    private readonly Dictionary<string, int> _columns = [];
    private readonly HashSet<int> _named = [];

    /// <summary>The position of each column that is read.</summary>
    public IReadOnlyDictionary<string, int> Columns => _columns;

    /// <summary>The fewest fields that a row may have: spreadsheet programs leave empty ones at the end out.</summary>
    public int Width { get; private set; }

    /// <summary>Whether a field has a name above it, so that it may hold a value.</summary>
    public bool IsNamed(int field) => _named.Contains(field);

    /// <summary>Reads the names, and reports those that are unknown, missing or repeated.</summary>
    public void Read(TableForm form)
    {
        var named = form
            .Names.Index()
            .Where(said => !PlainText.IsEmpty(said.Item))
            .Select(said => (said.Index, Name: said.Item.Trim(), Column: kind.ColumnOf(said.Item)))
            .ToList();
        // A column's own name comes before another word for it.
        foreach (var said in named.Where(said => said.Column is not null).OrderBy(said => !kind.IsOwnName(said.Name)))
            _columns.TryAdd(said.Column!, said.Index);
        foreach (var (index, name, column) in named)
        {
            _named.Add(index);
            if (column is null)
                Refuse(form, name, $"There is no such column. Expected: {Expected}.");
            else if (_columns[column] != index)
                Refuse(form, name, Twice(column, name, form.Names[_columns[column]].Trim()));
        }

        foreach (var missing in kind.RequiredColumns.Where(column => !_columns.ContainsKey(column)))
            Refuse(form, missing, $"The column is missing. Expected: {Expected}.");
        Width = kind.RequiredColumns.Max(column => _columns.GetValueOrDefault(column, -1)) + 1;
        foreach (var column in kind.PassedOverColumns)
            _columns.Remove(column);
    }

    private string Expected => string.Join(", ", kind.Columns);

    private void Refuse(TableForm form, string column, string reason) => errors.AddToFile(form.Line, column, reason);

    private static string Twice(string column, string name, string first) =>
        first == name
            ? "The column appears twice."
            : $"The column {column} appears twice: as '{first}' and as '{ValueText.Shown(name)}'. Take one out.";
}
