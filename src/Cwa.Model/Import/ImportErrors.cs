namespace Cwa.Model;

/// <summary>Collects what is wrong with a file: all of it is counted, the first thousand are kept.</summary>
internal sealed class ImportErrors
{
    private const int MostKept = 1000;

    private readonly List<ImportError> _kept = [];

    public long Count { get; private set; }

    public bool Any => Count > 0;

    public void Add(long line, string column, string reason)
    {
        Count++;
        if (_kept.Count < MostKept)
            _kept.Add(new(line, column, reason));
    }

    public IReadOnlyList<ImportError> ByLine() => [.. _kept.OrderBy(error => error.Line)];
}
