namespace Cwa.Model;

/// <summary>Reports what a check finds in one row of a file, by column.</summary>
/// <param name="errors">The errors and warnings of the file.</param>
/// <param name="line">The line on which the row begins.</param>
/// <param name="columnOf">The column of a field.</param>
/// <param name="unread">The columns of the row whose cells could not be read.</param>
/// <param name="isBroken">Whether the row is known to be wrong.</param>
internal sealed class RowFindings(
    ImportErrors errors,
    long line,
    Func<string, string> columnOf,
    IReadOnlySet<string> unread,
    bool isBroken = false
) : IFindings
{
    private readonly long _before = errors.Found;

    public bool IsGood => !isBroken && errors.Found == _before;

    public void Refuse(Refusal refusal)
    {
        if (IsRead(refusal.Path))
            errors.Add(line, ColumnAt(refusal.Path), refusal.Message);
    }

    public void Warn(UserWarning warning) => errors.Warn(new(line, ColumnAt(warning.Path), warning.Message));

    public bool IsRead(IReadOnlyList<string> path) => !unread.Contains(ColumnAt(path));

    public bool IsWarned(IReadOnlyList<string> path) => false;

    // A list is in one cell, and a part of the input has its fields in columns of their own.
    private string ColumnAt(IReadOnlyList<string> path) =>
        path.LastOrDefault(field => !char.IsAsciiDigit(field[0])) is { } field ? columnOf(field) : "";
}
