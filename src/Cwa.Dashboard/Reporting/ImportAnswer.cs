namespace Cwa.Dashboard.Reporting;

/// <summary>What became of a file, or why it was refused.</summary>
public sealed record ImportAnswer(
    long Rows,
    long Inserted,
    long Updated,
    long Unchanged,
    long WrongRows,
    long ErrorCount,
    IReadOnlyList<ImportFault> Errors,
    long WarningCount,
    IReadOnlyList<ImportFault>? Warnings,
    bool Committed
);

/// <summary>What is wrong or odd in a file.</summary>
/// <param name="Line">The line on which the row begins; null if the request as a whole was refused.</param>
/// <param name="Column">Empty if the row as a whole is meant.</param>
/// <param name="Message">Why the request as a whole was refused.</param>
public sealed record ImportFault(long? Line, string? Column, string? Reason, string? Message);
