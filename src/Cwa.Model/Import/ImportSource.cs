using CsvHelper;

namespace Cwa.Model;

/// <summary>A file whose form is known, so that its rows can be read more than once.</summary>
/// <param name="Text">The table as text, read from <paramref name="Start"/>.</param>
/// <param name="Start">Where the text begins.</param>
/// <param name="Form">How the text is written.</param>
internal sealed record ImportSource(Stream Text, long Start, TableForm Form)
{
    /// <summary>Recognizes the form of a file; null when it cannot be read, which has then been reported.</summary>
    public static async Task<ImportSource?> OpenAsync(
        ImportKind kind,
        Stream stream,
        ImportErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (await ForeignFormat.OfAsync(stream, cancellationToken) is { } foreign)
        {
            errors.AddToFile(1, "", foreign);
            return null;
        }

        var (encoding, fault) = await FileEncoding.OfAsync(stream, cancellationToken);
        if (encoding is null)
        {
            errors.AddToFile(fault!.Line, fault.Column, fault.Reason);
            return null;
        }

        try
        {
            var form = await TableForm.FindAsync(kind, stream, encoding, cancellationToken);
            if (form.IsFound && await RightKindAsync(kind, form, stream, cancellationToken) == kind)
                return new(stream, stream.Position, form);
            errors.AddToFile(form.Line, "", await WhyNotAsync(kind, form, stream, cancellationToken));
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
        var csv = TableForm.Reader(Text, Form.Encoding, Form.Separator, malformed => Tell(malformed));
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

    // A file of another kind may well have two columns of this one.
    private static async Task<ImportKind?> RightKindAsync(
        ImportKind kind,
        TableForm form,
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        if (HasAll(kind, form))
            return kind;
        foreach (var other in Imports.Kinds.Where(other => other != kind))
        {
            if (HasAll(other, await TableForm.FindAsync(other, stream, form.Encoding, cancellationToken)))
                return other;
        }

        return form.IsFound ? kind : null;
    }

    private static async Task<string> WhyNotAsync(
        ImportKind kind,
        TableForm form,
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        var expected = string.Join(", ", kind.RequiredColumns);
        if (form.IsEmpty)
            return $"The file is empty; its first line names the columns: {expected}.";
        return await RightKindAsync(kind, form, stream, cancellationToken) is { } right
            ? $"These are the columns of {right}, not of {kind}: import the file as {right}."
            : "No line at the top of the file names columns of this import: "
                + $"write a line above the rows that names {expected}.";
    }

    private static bool HasAll(ImportKind kind, TableForm form) =>
        kind.RequiredColumns.All(column => form.Names.Any(name => kind.ColumnOf(name) == column));
}
