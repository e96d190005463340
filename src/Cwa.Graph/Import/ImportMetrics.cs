using System.Diagnostics.Metrics;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What an operator sees of imports: how many files, how many rows, and what became of them.</summary>
internal sealed class ImportMetrics(IMeterFactory meters)
{
    private readonly Histogram<long> _rows = meters
        .Create(FeedMetrics.MeterName)
        .CreateHistogram(
            "cwa.import.rows",
            "{row}",
            "Rows of imported files, by kind and by what became of them.",
            advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 10, 100, 1_000, 10_000, 100_000] }
        );

    /// <summary>Notes a file that was read to its end.</summary>
    public void Note(ImportKind kind, ImportResult result, bool isDryRun) =>
        _rows.Record(
            result.Rows,
            new("kind", kind.Name),
            new(
                "outcome",
                result.ErrorCount > 0 ? "refused"
                    : isDryRun ? "checked"
                    : "stored"
            )
        );
}
