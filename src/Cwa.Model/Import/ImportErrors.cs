using CsvHelper;

namespace Cwa.Model;

/// <summary>Collects the errors and warnings of a file. All are counted; the first thousand of each are kept.</summary>
/// <param name="found">Receives each error that is kept, as it is found.</param>
internal sealed class ImportErrors(Action<ImportError>? found = null)
{
    private const int MostKept = 1000;
    private static readonly HashSet<string> AllRead = [];

    private readonly List<ImportError> _errors = [];
    private readonly List<ImportWarning> _warnings = [];
    private readonly HashSet<long> _wrongRows = [];
    private readonly Dictionary<(string Column, string Text), (ImportError First, long Count)> _causes = [];
    private readonly HashSet<(string Column, string Text)> _warned = [];
    private readonly HashSet<(string Column, string Reason)> _warnedOfLine = [];
    private long _warnedLine;

    public long Count { get; private set; }

    /// <summary>How often anything was found wrong, repeated causes included.</summary>
    public long Found { get; private set; }

    public bool Any => Count > 0;

    /// <summary>Adds an error in a row.</summary>
    public void Add(long line, string column, string reason)
    {
        _wrongRows.Add(line);
        AddToFile(line, column, reason);
    }

    /// <summary>Adds an error whose cause is told once, at the first row that has it.</summary>
    /// <param name="cause">What tells the cause from others.</param>
    /// <param name="error">The error of this row.</param>
    public void AddOnce((string Column, string Text) cause, ImportError error)
    {
        _wrongRows.Add(error.Line);
        if (_causes.TryGetValue(cause, out var rows))
        {
            _causes[cause] = rows with { Count = rows.Count + 1 };
            Found++;
            return;
        }

        if (_causes.Count < MostKept)
            _causes.Add(cause, (error, 1));
        Add(error);
    }

    /// <summary>Adds a warning whose cause is told once.</summary>
    /// <param name="cause">What tells the cause from others.</param>
    /// <param name="warning">The warning of this row.</param>
    public void WarnOnce((string Column, string Text) cause, ImportWarning warning)
    {
        if (_warned.Count < MostKept && _warned.Add(cause))
            Warn(warning);
    }

    /// <summary>Adds an error in the file itself: in its format, or in the names of its columns.</summary>
    public void AddToFile(long line, string column, string reason) => Add(new(line, column, reason));

    /// <summary>Adds an error in the file itself, which can be answered.</summary>
    public void AddToFile(ImportError error) => Add(error);

    /// <summary>Warns about the file itself.</summary>
    public void WarnOfFile(ImportWarning warning) => Warn(warning);

    /// <summary>Adds that the file cannot be read to its end.</summary>
    public void AddToFile(CsvFormatException unreadable) =>
        AddToFile(
            Math.Max(1, unreadable.LineNumber),
            "",
            $"The file cannot be read beyond this line: {unreadable.Message}"
        );

    /// <summary>Adds a warning about a row, which does not keep it from being stored.</summary>
    /// <remarks>A row of a published file may become several, which are all odd in the same way.</remarks>
    public void Warn(ImportWarning warning)
    {
        if (warning.Line != _warnedLine)
            _warnedOfLine.Clear();
        _warnedLine = warning.Line;
        if (!_warnedOfLine.Add((warning.Column, warning.Reason)))
            return;
        WarningCount++;
        if (_warnings.Count < MostKept)
            _warnings.Add(warning);
    }

    /// <summary>A check of the row on this line, which reports what it finds under the field's column.</summary>
    public Check CheckOf(long line, Func<string, string> columnOf) =>
        new(new RowFindings(this, line, columnOf, AllRead), place: []);

    /// <summary>The errors and warnings, as the result of a file that has changed nothing.</summary>
    public ImportResult Result(long rows) =>
        new(
            rows,
            0,
            0,
            0,
            _wrongRows.Count,
            Count,
            [.. _errors.Select(WithCount).OrderBy(error => error.Line)],
            WarningCount,
            [.. _warnings.OrderBy(warning => warning.Line)],
            Committed: false
        );

    private long WarningCount { get; set; }

    private void Add(ImportError error)
    {
        Count++;
        Found++;
        if (_errors.Count == MostKept)
            return;
        _errors.Add(error);
        found?.Invoke(error);
    }

    private ImportError WithCount(ImportError error)
    {
        var more = _causes.Values.FirstOrDefault(cause => ReferenceEquals(cause.First, error)).Count - 1;
        return more switch
        {
            <= 0 => error,
            1 => error with { Reason = $"{error.Reason} The same holds for another row." },
            _ => error with { Reason = $"{error.Reason} The same holds for {more:N0} other rows." },
        };
    }
}
