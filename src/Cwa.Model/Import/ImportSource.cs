using CsvHelper;

namespace Cwa.Model;

/// <summary>A file whose form is known, so that its rows can be read more than once.</summary>
/// <param name="Text">The table as text.</param>
/// <param name="Start">Where in <paramref name="Text"/> it begins.</param>
/// <param name="Form">How the text is written.</param>
internal sealed record ImportSource(Stream Text, long Start, TableForm Form) : IAsyncDisposable
{
    /// <summary>The sheet from which the text comes; null when the file is text.</summary>
    public string? Sheet { get; init; }

    /// <summary>The rows of the sheet in which the records of the text stand.</summary>
    public IReadOnlyList<int>? Lines { get; init; }

    /// <summary>What the sender should know about how the file was read.</summary>
    public IReadOnlyList<ImportWarning> Remarks { get; init; } = [];

    /// <summary>The columns of a file that others publish; null when the columns are those of the kind.</summary>
    public IReadOnlyList<UnderstoodColumn>? Understood { get; init; }

    /// <summary>The line on which the columns are named.</summary>
    public long NamesOn => Lines?[Form.Above] ?? Form.Line;

    /// <summary>Recognizes the form of a file; null when it cannot be read, which has then been reported.</summary>
    public static async Task<ImportSource?> OpenAsync(
        ImportKind kind,
        Stream stream,
        ImportAnswers answers,
        ImportErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (await Workbook.IsOneAsync(stream, cancellationToken))
            return await new WorkbookSource(kind, answers, errors).OpenAsync(stream, cancellationToken);
        if (await ForeignFormat.OfAsync(stream, cancellationToken) is { } foreign)
        {
            errors.AddToFile(1, "", foreign);
            return null;
        }

        var (encoding, fault) = await FileEncoding.OfAsync(stream, cancellationToken);
        if (encoding is null)
        {
            errors.AddToFile(fault!);
            return null;
        }

        try
        {
            var form = await TableForm.FindAsync(kind, stream, encoding, cancellationToken);
            if (kind.Published.FirstOrDefault(published => published.Is(form.Names)) is { } published)
                return await published.UnfoldAsync(kind, stream, form, cancellationToken);
            if (await WhyNotAsync(kind, form, stream, cancellationToken) is not { } wrong)
                return new(stream, stream.Position, form);
            errors.AddToFile(form.Line, "", wrong);
        }
        catch (CsvFormatException unreadable)
        {
            errors.AddToFile(unreadable);
        }

        return null;
    }

    /// <summary>A reader of the rows below the names.</summary>
    public async Task<CsvReader> ReadAsync(Action<CsvMalformedRecord> onMalformed, CancellationToken cancellationToken)
    {
        Text.Position = Start;
        var rows = 0;
        var csv = TableForm.Reader(Text, Form.Encoding, Form.Separator, Tell);
        while (rows <= Form.Above && await csv.ReadAsync(cancellationToken))
            rows++;
        return csv;

        // Quotes in a title are a matter of taste.
        void Tell(CsvMalformedRecord malformed)
        {
            if (malformed.LineNumber >= Form.Line)
                onMalformed(malformed);
        }
    }

    /// <summary>The line of the file on which the reader's record begins: the row of a sheet.</summary>
    public long LineOf(CsvReader csv) => Lines is null ? csv.LineNumber : Lines[(int)csv.RowNumber - 1];

    /// <summary>What was made of the sender's file is thrown away; that file stays open.</summary>
    public ValueTask DisposeAsync() => Lines is null ? default : Text.DisposeAsync();

    /// <summary>Why a table is not of the kind; null when it is.</summary>
    public static async Task<string?> WhyNotAsync(
        ImportKind kind,
        TableForm form,
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        var right = await KindOfAsync(kind, form, stream, cancellationToken);
        if (right == kind)
            return null;
        var expected = string.Join(", ", kind.RequiredColumns);
        if (form.IsEmpty)
            return $"The file is empty; its first line names the columns: {expected}.";
        return right is not null
            ? $"These are the columns of {right}, not of {kind}: import the file as {right}."
            : "No line at the top of the file names columns of this import: "
                + $"write a line above the rows that names {expected}.";
    }

    // A file of another kind may well have two columns of this one.
    private static async Task<ImportKind?> KindOfAsync(
        ImportKind kind,
        TableForm form,
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        if (HasAll(kind, form))
            return kind;
        var (best, known) = (form.IsFound ? kind : null, form.Known);
        foreach (var other in Imports.Kinds.Where(other => other != kind))
        {
            var found = await TableForm.FindAsync(other, stream, form.Encoding, cancellationToken);
            if (HasAll(other, found) && found.Known > known)
                (best, known) = (other, found.Known);
        }

        return best;
    }

    private static bool HasAll(ImportKind kind, TableForm form) =>
        kind.RequiredColumns.All(column => form.Names.Any(name => kind.ColumnOf(name) == column));
}
