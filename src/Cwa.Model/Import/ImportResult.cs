namespace Cwa.Model;

/// <summary>The result of an import. A file is stored as a whole or not at all.</summary>
/// <param name="Rows">How many rows were read; the header and rows without any value are not counted.</param>
/// <param name="Inserted">How many rows were new, or would be in a dry run; 0 when there are errors.</param>
/// <param name="Updated">How many rows changed what was stored; 0 when there are errors.</param>
/// <param name="Unchanged">How many rows said what was already stored; 0 when there are errors.</param>
/// <param name="WrongRows">How many rows are wrong; 0 when only the header or the file's format is.</param>
/// <param name="ErrorCount">How many errors there are in all.</param>
/// <param name="Errors">The errors by line, at most 1,000 of them.</param>
/// <param name="WarningCount">How many warnings there are in all.</param>
/// <param name="Warnings">The warnings by line, at most 1,000 of them. The rows are stored all the same.</param>
/// <param name="Committed">Whether the rows are stored: there was no error, and it was no dry run.</param>
public sealed record ImportResult(
    long Rows,
    long Inserted,
    long Updated,
    long Unchanged,
    long WrongRows,
    long ErrorCount,
    IReadOnlyList<ImportError> Errors,
    long WarningCount,
    IReadOnlyList<ImportWarning> Warnings,
    bool Committed
)
{
    /// <summary>How the file was understood; null when its form could not be told.</summary>
    public UnderstoodFile? Understood { get; init; }
}
