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
    bool Committed,
    UnderstoodFile? Understood
);

/// <summary>How the file was understood.</summary>
/// <param name="Sheet">The sheet that was read, if the file is a workbook.</param>
public sealed record UnderstoodFile(
    string? Encoding,
    string? Separator,
    string? Sheet,
    long NamesOn,
    IReadOnlyList<UnderstoodColumn> Columns
);

/// <summary>What is written above a column, and the column as which it is read.</summary>
public sealed record UnderstoodColumn(string Name, string? Column);

/// <summary>What the file leaves open, and the answers that fit best.</summary>
public sealed record ImportQuestion(string Option, string Text, IReadOnlyList<ImportChoice> Choices);

/// <summary>One answer, and what it means.</summary>
public sealed record ImportChoice(string Value, string Meaning);

/// <summary>What is wrong or odd in a file.</summary>
/// <param name="Line">The line on which the row begins; null if the request as a whole was refused.</param>
/// <param name="Column">Empty if the row as a whole is meant.</param>
/// <param name="Message">Why the request as a whole was refused.</param>
/// <param name="Question">
/// What has to be answered, or was supposed and can be answered otherwise; null if the file has to be corrected.
/// </param>
public sealed record ImportFault(
    long? Line,
    string? Column,
    string? Reason,
    string? Message,
    ImportQuestion? Question = null
);
