namespace Cwa.Model;

/// <summary>
/// Collects what is wrong and what is odd in a file: all is counted, the first thousand of each are kept.
/// </summary>
internal sealed class ImportErrors
{
    private const int MostKept = 1000;
    private static readonly HashSet<string> AllRead = [];

    private readonly List<ImportError> _errors = [];
    private readonly List<ImportWarning> _warnings = [];
    private readonly HashSet<long> _wrongRows = [];

    public long Count { get; private set; }

    public bool Any => Count > 0;

    /// <summary>Says what is wrong with a row.</summary>
    public void Add(long line, string column, string reason)
    {
        _wrongRows.Add(line);
        AddToFile(line, column, reason);
    }

    /// <summary>Says what is wrong with the file: with its format, or with the names of its columns.</summary>
    public void AddToFile(long line, string column, string reason)
    {
        Count++;
        if (_errors.Count < MostKept)
            _errors.Add(new(line, column, reason));
    }

    /// <summary>Says what is odd about a row, and keeps no one from storing it.</summary>
    public void Warn(long line, string column, string reason)
    {
        WarningCount++;
        if (_warnings.Count < MostKept)
            _warnings.Add(new(line, column, reason));
    }

    /// <summary>A check of the row on this line: what it finds in a field is told of the field's column.</summary>
    public Check CheckOf(long line, Func<string, string> columnOf) =>
        new(new RowFindings(this, line, columnOf, AllRead), place: []);

    /// <summary>What is told of the file; what its rows did is left out.</summary>
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
