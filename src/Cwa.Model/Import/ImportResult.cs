namespace Cwa.Model;

/// <summary>What became of an imported file. It is taken whole or not at all.</summary>
/// <param name="Rows">How many rows were read; the header and rows without any value are not counted.</param>
/// <param name="Inserted">How many rows were new; 0 when there are errors. A dry run tells how many would be.</param>
/// <param name="Updated">How many rows changed what was stored; 0 when there are errors.</param>
/// <param name="Unchanged">How many rows said what was stored already; 0 when there are errors.</param>
/// <param name="WrongRows">How many rows are wrong; 0 when only the header is, or the file is in another form.</param>
/// <param name="ErrorCount">How many errors there are in all.</param>
/// <param name="Errors">The errors by line, at most 1,000 of them.</param>
/// <param name="WarningCount">How many warnings there are in all.</param>
/// <param name="Warnings">The warnings by line, at most 1,000 of them: what is odd, and stored all the same.</param>
/// <param name="Committed">Whether the rows are stored now: no error, and no dry run.</param>
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
);
