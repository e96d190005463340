namespace Cwa.Model;

/// <summary>Recognizes rows that add others up, and compares them with the sum of the rows above them.</summary>
internal sealed class TotalRows(ImportKind kind, ImportRow row)
{
    private static readonly HashSet<string> Names =
    [
        "ALL AGENCIES",
        "TOTAL",
        "TOTALS",
        "TOTAL:",
        "TOTALS:",
        "GRAND TOTAL",
        "GRAND TOTAL:",
        "SUM",
        "SUBTOTAL",
        "SUB-TOTAL",
    ];

    private readonly string[] _keys = [.. kind.RequiredColumns.Except(kind.SummedColumns)];
    private readonly Dictionary<string, (long All, long SinceLast)> _sums = [];

    /// <summary>Takes the current row into the sums, or compares it with them if it is a total.</summary>
    public bool Take()
    {
        if (kind.SummedColumns is [])
            return false;
        if (!IsTotal())
        {
            foreach (var column in kind.SummedColumns)
            {
                if (row.PeekCount(column) is { } count && _sums.GetValueOrDefault(column) is var sum)
                    _sums[column] = (sum.All + count, sum.SinceLast + count);
            }

            return false;
        }

        foreach (var column in kind.SummedColumns)
            Compare(column);
        return true;
    }

    // A row that says whose figures it has, and of when, is no total, whatever the agency's name.
    private bool IsTotal() => _keys.Any(key => row.PeekCell(key) is null) && row.First is { } label && IsName(label);

    private static bool IsName(string label) => label.Length < 20 && Names.Contains(SearchText.Normalize(label));

    private void Compare(string column)
    {
        var (all, sinceLast) = _sums.GetValueOrDefault(column);
        if (row.PeekCount(column) is { } total && total != all && total != sinceLast)
            row.Warn(column, $"The total is {total}, but the rows above it add up to {all}.");
        _sums[column] = (all, 0);
    }
}
