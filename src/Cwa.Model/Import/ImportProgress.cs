namespace Cwa.Model;

/// <summary>
/// How far an import is. If others write for the same agencies meanwhile, the file is read again from its first row.
/// </summary>
/// <param name="Rows">How many rows have been read.</param>
/// <param name="Error">What was just found wrong; null when nothing was.</param>
public sealed record ImportProgress(long Rows, ImportError? Error = null);
