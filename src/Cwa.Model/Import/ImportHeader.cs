namespace Cwa.Model;

/// <summary>The columns of a file, found by what is written above them.</summary>
internal sealed class ImportHeader(ImportKind kind, ImportErrors errors)
{
    private readonly Dictionary<string, int> _columns = [];
    private readonly HashSet<int> _named = [];
    private long _line;

    /// <summary>The position of each column that is read.</summary>
    public IReadOnlyDictionary<string, int> Columns => _columns;

    /// <summary>What every row holds in the columns that the file lacks.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary>The fewest fields that a row may have: spreadsheet programs leave empty ones at the end out.</summary>
    public int Width { get; private set; }

    /// <summary>Whether a field has a name above it, so that it may hold a value.</summary>
    public bool IsNamed(int field) => _named.Contains(field);

    /// <summary>Reads the names, and reports those that are unknown, missing or repeated.</summary>
    public void Read(ImportSource source, ImportAnswers answers)
    {
        var form = source.Form;
        _line = source.NamesOn;
        var named = form
            .Names.Index()
            .Where(said => !PlainText.IsEmpty(said.Item))
            .Select(said =>
                (said.Index, Name: said.Item.Trim(), Column: answers.ColumnOf(said.Item) ?? kind.ColumnOf(said.Item))
            )
            .Where(said => said.Column != ImportAnswers.Ignore || Pass(said.Index))
            .ToList();
        // A column's own name comes before another word for it.
        foreach (
            var said in named
                .Where(said => kind.Columns.Contains(said.Column))
                .OrderBy(said => !kind.IsOwnName(said.Name))
        )
            _columns.TryAdd(said.Column!, said.Index);
        var unknown = 0;
        foreach (var (index, name, column) in named)
        {
            _named.Add(index);
            if (column is null || !kind.Columns.Contains(column))
            {
                unknown++;
                Ask(name);
            }
            else if (_columns[column] != index)
                Refuse(name, Twice(column, name, form.Names[_columns[column]].Trim()));
        }

        foreach (var none in answers.Values.Keys.Where(column => !kind.Columns.Contains(column)))
            Refuse(none, $"There is no column {ValueText.Shown(none)} that could hold a value for every row.");
        Values = answers
            .Values.Where(value => !_columns.ContainsKey(value.Key))
            .ToDictionary(value => value.Key, value => value.Value);
        var needed = kind.NeededWith.Where(with => _columns.ContainsKey(with.Key)).Select(with => with.Value);
        foreach (var missing in kind.RequiredColumns.Concat(needed).Where(column => !_columns.ContainsKey(column)))
        {
            if (Values.ContainsKey(missing))
                continue;
            if (unknown > 0)
                Refuse(missing, "The column is missing, unless it is one of those that are not known.");
            else
                AskFor(missing);
        }

        Width = kind.RequiredColumns.Max(column => _columns.GetValueOrDefault(column, -1)) + 1;
        foreach (var column in kind.PassedOverColumns)
            _columns.Remove(column);
    }

    // Its values may stand there, and nobody reads them.
    private bool Pass(int index) => !_named.Add(index);

    // What a file of this kind does not have is passed over only if the sender says so.
    private void Ask(string name)
    {
        var option = ImportAnswers.OptionOfColumn(name);
        var choices = kind
            .RequiredColumns.Concat(kind.OptionalColumns)
            .Where(column => !_columns.ContainsKey(column))
            .OrderByDescending(column => LetterPairs.Likeness(Letters.Of(column), Letters.Of(name)))
            .ThenBy(column => !kind.RequiredColumns.Contains(column))
            .Select(column => new ImportChoice(column, ExampleOf(column) is { } value ? $"such as {value}" : ""))
            .Prepend(new(ImportAnswers.Ignore, "it is not read"));
        errors.AddToFile(
            new ImportError(
                _line,
                name,
                $"There is no column of this name. Say which one it is, or send {ValueText.Shown(option)}="
                    + $"{ImportAnswers.Ignore} with the file to have it passed over."
            )
            {
                Question = new(option, $"What is in the column '{ValueText.Shown(name)}'?", [.. choices]),
            }
        );
    }

    private void AskFor(string missing)
    {
        var option = ImportAnswers.OptionOfValue(missing);
        errors.AddToFile(
            new ImportError(
                _line,
                missing,
                $"The column is missing. If every row has the same value, send it with the file, such as {option}="
                    + $"{ExampleOf(missing)}."
            )
            {
                Question = new(
                    option,
                    $"No column is named {missing}. What holds for every row?",
                    [.. kind.Choices.GetValueOrDefault(missing, []).Select(choice => new ImportChoice(choice, ""))]
                ),
            }
        );
    }

    private string? ExampleOf(string column) => kind.Example.GetValueOrDefault(column);

    private void Refuse(string column, string reason) => errors.AddToFile(_line, column, reason);

    private static string Twice(string column, string name, string first) =>
        first == name
            ? "The column appears twice."
            : $"The column {column} appears twice: as '{first}' and as '{ValueText.Shown(name)}'. Take one out.";
}
