using CsvHelper;

namespace Cwa.Model;

/// <summary>The rows of a file that is being imported: columns found by name, and a field for each name.</summary>
internal sealed class ImportFile : IDisposable
{
    private readonly ImportKind _kind;
    private readonly ImportSource _source;
    private readonly ImportErrors _errors;
    private readonly ImportHeader _header;
    private readonly TotalRows _totals;
    private readonly List<CsvMalformedRecord> _malformed;
    private readonly CsvReader _csv;

    private ImportFile(
        ImportKind kind,
        ImportSource source,
        ImportErrors errors,
        ImportRow row,
        ImportHeader header,
        CsvReader csv,
        List<CsvMalformedRecord> malformed
    )
    {
        (_kind, _source, _errors, _header, _csv, _malformed) = (kind, source, errors, header, csv, malformed);
        Row = row;
        _totals = new(kind, row);
    }

    /// <summary>
    /// How many rows have been read; the header, rows without any value and rows of totals are not counted.
    /// </summary>
    public long Rows { get; private set; }

    /// <summary>The current row.</summary>
    public ImportRow Row { get; }

    /// <summary>Begins to read the file; null when its columns are not the right ones, which is reported.</summary>
    public static async Task<ImportFile?> OpenAsync(
        ImportKind kind,
        ImportSource source,
        FileSurvey survey,
        ImportErrors errors,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        var header = new ImportHeader(kind, errors);
        header.Read(source, options.Answers);
        if (errors.Any)
            return null;
        var malformed = new List<CsvMalformedRecord>();
        var csv = await source.ReadAsync(malformed.Add, cancellationToken);
        var row = new ImportRow(csv, header.Columns, header.Values, survey.Orders, errors, options.Today);
        return new(kind, source, errors, row, header, csv, malformed);
    }

    /// <summary>Moves to the next readable row. Unreadable rows are reported and skipped.</summary>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _csv.ReadAsync(cancellationToken))
            {
                ReportMalformed();
                // Spreadsheet programs write a row of commas for each row that was emptied.
                if (IsBlank(0, _csv.FieldCount))
                    continue;

                Row.MoveTo(_source.LineOf(_csv));
                if (_totals.Take())
                    continue;
                if (++Rows > _kind.MaxRows)
                {
                    Row.Error("", $"A file of this kind has at most {_kind.MaxRows} rows.");
                    return false;
                }

                if (IsWhole())
                    return true;
            }

            ReportMalformed();
        }
        catch (CsvFormatException unreadable)
        {
            ReportMalformed();
            _errors.AddToFile(unreadable);
        }

        return false;
    }

    public void Dispose() => _csv.Dispose();

    private bool IsWhole()
    {
        if (_csv.FieldCount < _header.Width)
            Row.Error("", $"The row has {_csv.FieldCount} fields, but the header has {_header.Width}.");
        for (var field = 0; field < _csv.FieldCount; field++)
        {
            if (!_header.IsNamed(field) && !IsBlank(field, 1))
                Row.Error("", $"Field {field + 1} of the row has a value, but the header has no name for it.");
        }

        return Row.IsGood;
    }

    private bool IsBlank(int first, int count)
    {
        for (var field = first; field < first + count; field++)
        {
            // Most rows have a value in their first field, so few fields are decoded.
            if (_csv.GetSpan(field).ContainsAnyExcept(" \t"u8) && !PlainText.IsEmpty(_csv.GetString(field)))
                return false;
        }

        return true;
    }

    private void ReportMalformed()
    {
        foreach (var record in _malformed)
            _errors.Add(record.LineNumber, "", Sentence(record.Reason));
        _malformed.Clear();
    }

    private static string Sentence(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.StrayQuote => "A value with a quote must stand in quotes, with the inner quote doubled.",
            CsvMalformedReason.TextAfterClosingQuote => "There is text after the closing quote.",
            CsvMalformedReason.UnterminatedQuote => "A quote is never closed.",
            _ => $"The row is malformed ({reason}).",
        };
}
