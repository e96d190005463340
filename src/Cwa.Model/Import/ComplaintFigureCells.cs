using System.Text.Json;

namespace Cwa.Model;

/// <summary>Reads the numbers of a complaint metric, and why some of them are missing.</summary>
internal static class ComplaintFigureCells
{
    public static readonly string[] CountColumns =
    [
        "pending_start",
        "received",
        "resolved",
        "pending_end",
        "within_target",
    ];

    /// <summary>Why numbers are missing from every row of a file without their column.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Reasons = CountColumns
        .Append("median_days")
        .ToDictionary(
            column => column,
            IReadOnlyList<string> (_) => [.. Enum.GetValues<MissingReason>().Select(Choices<MissingReason>.Name)]
        );

    public static ComplaintFigures Read(ImportRow row)
    {
        var counts = Array.ConvertAll(
            CountColumns,
            column => ReasonIn(row, column) is null ? row.Count(column, Counts.Largest) : null
        );
        var median = ReasonIn(row, "median_days") is null ? row.Number("median_days", Counts.Largest) : null;
        var figures = new ComplaintFigures
        {
            PendingStart = counts[0],
            Received = counts[1],
            Resolved = counts[2],
            PendingEnd = counts[3],
            WithinTarget = counts[4],
            CountsMissing = Missing(row, "counts_missing", CountColumns),
            MedianDays = median,
            MedianDaysMissing = Missing(row, "median_days_missing", ["median_days"]),
        };
        ComplaintFigureChecks.Check(figures, row.CheckOf(JsonNamingPolicy.SnakeCaseLower.ConvertName));
        return figures;
    }

    // The column for the reason wins, then the reasons in the cells. An empty cell means that nobody collected the
    // number.
    private static MissingReason? Missing(ImportRow row, string column, string[] cells)
    {
        var said = row.Choice<MissingReason>(column);
        if (!Array.Exists(cells, cell => row.Peek(cell) is null || ReasonIn(row, cell) is not null))
            return said;

        var reasons = cells.Select(cell => ReasonIn(row, cell)).OfType<MissingReason>().Distinct().ToList();
        if (said is null && reasons.Count > 1)
            row.Error(column, "The numbers are missing for different reasons; say here which one counts.");
        return said ?? reasons.FirstOrDefault(MissingReason.NotCollected);
    }

    private static MissingReason? ReasonIn(ImportRow row, string column) =>
        row.Peek(column) switch
        {
            null or [>= '0' and <= '9', ..] => null,
            { } text => Choices<MissingReason>.TryParse(text, out var reason) ? reason : null,
        };
}
