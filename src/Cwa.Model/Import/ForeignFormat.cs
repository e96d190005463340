namespace Cwa.Model;

/// <summary>Recognizes a file in another format, so that the one cause is reported once, with the remedy.</summary>
internal static class ForeignFormat
{
    /// <summary>How many rows after the first are searched for the column names.</summary>
    public const int MostTitles = 20;

    private const string Remedy = "save it as \"CSV UTF-8 (comma delimited)\" and send that file.";

    private static readonly (char Separator, string Name)[] Separators =
    [
        (';', "semicolons"),
        ('\t', "tabs"),
        ('|', "vertical bars"),
    ];

    /// <summary>
    /// What is wrong with the file, judged by its first bytes; null when it may be CSV. The stream keeps its position.
    /// </summary>
    public static async Task<string?> OfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[4];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Seek(-length, SeekOrigin.Current);
        return start[..length] switch
        {
            [0xFF, 0xFE, ..]
            or [0xFE, 0xFF, ..]
            or [0, 0, 0xFE, 0xFF]
            or [not 0, 0, not 0, 0]
            or [0, not 0, 0, not 0]
            or [not 0, 0, 0, 0]
            or [0, 0, 0, not 0] => $"The file is UTF-16 or UTF-32, not UTF-8: {Remedy}",
            [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0] =>
                $"The file is a workbook or an archive, not CSV: {Remedy}",
            _ => null,
        };
    }

    /// <summary>What is wrong with a file that has a value whose bytes are not UTF-8.</summary>
    public static string OfBytes() => $"The bytes are not UTF-8: {Remedy}";

    /// <summary>What is wrong with the column names as a whole; null when they can be checked one by one.</summary>
    public static string? OfHeader(ImportKind kind, IReadOnlyList<string> names)
    {
        if (names.All(PlainText.IsEmpty))
            return $"The file is empty; its first line names the columns: {string.Join(", ", kind.RequiredColumns)}.";
        if (names.Any(name => name.Contains('\uFFFD')))
            return OfBytes();
        if (SeparatorOf(kind, names) is { } separator)
            return $"The values are separated by {separator}, not by commas: {Remedy}";
        if (!HasAll(kind, names) && Imports.Kinds.FirstOrDefault(other => HasAll(other, names)) is { } right)
            return $"These are the columns of {right}, not of {kind}: import the file as {right}.";

        var spelled = names
            .Select(name => name.Trim())
            .Where(name => !kind.Columns.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => (Name: name, Column: ColumnOf(kind, name)))
            .Where(name => name.Column is not null && !names.Contains(name.Column, StringComparer.OrdinalIgnoreCase))
            .ToList();
        var remedies = string.Join(", ", spelled.Select(name => $"{name.Column} for '{name.Name}'"));
        return spelled is [] ? null : $"Some columns have other names here: write {remedies}.";
    }

    /// <summary>Whether a line names columns of the kind, however they are written and separated.</summary>
    public static bool Names(ImportKind kind, IReadOnlyList<string> values) =>
        Known(kind, values) >= 2 || SeparatorOf(kind, values) is not null;

    /// <summary>What is wrong with a file that does not begin with the column names.</summary>
    public static string OfTitles(ImportKind kind, long line, long? namesOn) =>
        namesOn is { } names
            ? $"The column names are on line {names}: "
                + "delete the lines above it, so that the file begins with the names."
            : $"Line {line} names no column of this import: begin the file with a line that names "
                + $"{string.Join(", ", kind.RequiredColumns)}.";

    private static bool HasAll(ImportKind kind, IReadOnlyList<string> names) =>
        kind.RequiredColumns.All(column => names.Contains(column, StringComparer.OrdinalIgnoreCase));

    private static string? SeparatorOf(ImportKind kind, IReadOnlyList<string> values)
    {
        var line = string.Join(',', values);
        var known = Math.Max(1, Known(kind, values));
        return Array.Find(Separators, other => Known(kind, line.Split(other.Separator)) > known).Name;
    }

    private static int Known(ImportKind kind, IEnumerable<string> values) =>
        values.Count(value => ColumnOf(kind, value) is not null);

    // Pending Start, pending-start and pendingStart all mean pending_start.
    private static string? ColumnOf(ImportKind kind, string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit));
        return kind.Columns.FirstOrDefault(column =>
            letters.Equals(column.Replace("_", ""), StringComparison.OrdinalIgnoreCase)
        );
    }
}
