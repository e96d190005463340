using CsvHelper;

namespace Cwa.Model;

/// <summary>Collects the errors and warnings of a file. All are counted; the first thousand of each are kept.</summary>
internal sealed class ImportErrors
{
    private const int MostKept = 1000;
    private static readonly HashSet<string> AllRead = [];

    private readonly List<ImportError> _errors = [];
    private readonly List<ImportWarning> _warnings = [];
    private readonly HashSet<long> _wrongRows = [];

    public long Count { get; private set; }

    public bool Any => Count > 0;

    /// <summary>Adds an error in a row.</summary>
    public void Add(long line, string column, string reason)
    {
        _wrongRows.Add(line);
        AddToFile(line, column, reason);
    }

    /// <summary>Adds an error in the file itself: in its format, or in the names of its columns.</summary>
    public void AddToFile(long line, string column, string reason)
    {
        Count++;
        if (_errors.Count < MostKept)
            _errors.Add(new(line, column, reason));
    }

    /// <summary>Adds that the file cannot be read to its end.</summary>
    public void AddToFile(CsvFormatException unreadable) =>
        AddToFile(
            Math.Max(1, unreadable.LineNumber),
            "",
            $"The file cannot be read beyond this line: {unreadable.Message}"
        );

    /// <summary>Adds a warning about a row, which does not keep it from being stored.</summary>
    public void Warn(long line, string column, string reason)
    {
        WarningCount++;
        if (_warnings.Count < MostKept)
            _warnings.Add(new(line, column, reason));
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
            [.. _errors.OrderBy(error => error.Line)],
            WarningCount,
            [.. _warnings.OrderBy(warning => warning.Line)],
            Committed: false
        );

    private long WarningCount { get; set; }
}
