namespace Cwa.Model;

/// <summary>How a file was understood.</summary>
/// <param name="Encoding">The encoding of its text, such as Windows-1252; null in a workbook.</param>
/// <param name="Separator">What separates its values, such as a semicolon; null in a workbook.</param>
/// <param name="Sheet">The sheet of the workbook that was read; null for text.</param>
/// <param name="NamesOn">The line that names the columns.</param>
/// <param name="Columns">The columns, from left to right.</param>
public sealed record UnderstoodFile(
    string? Encoding,
    string? Separator,
    string? Sheet,
    long NamesOn,
    IReadOnlyList<UnderstoodColumn> Columns
)
{
    internal static UnderstoodFile Of(ImportKind kind, ImportSource source, ImportAnswers answers) =>
        new(
            source.Sheet is null ? source.Form.Encoding.Name : null,
            source.Form.Separator switch
            {
                _ when source.Sheet is not null => null,
                ';' => "semicolon",
                '\t' => "tab",
                '|' => "vertical bar",
                _ => "comma",
            },
            source.Sheet,
            source.NamesOn,
            source.Understood
                ??
                [
                    .. source
                        .Form.Names.Where(name => !PlainText.IsEmpty(name))
                        .Select(name => new UnderstoodColumn(
                            name.Trim(),
                            answers.ColumnOf(name) is { } said
                                ? (said == ImportAnswers.Ignore ? null : said)
                                : kind.ColumnOf(name)
                        )),
                ]
        );
}

/// <summary>A column of a file.</summary>
/// <param name="Name">What is written above it.</param>
/// <param name="Column">The column as which it is read; null when it is not known, or passed over.</param>
public sealed record UnderstoodColumn(string Name, string? Column);
