using CsvHelper;

namespace Cwa.Model;

/// <summary>The rows of a file that is being imported: columns found by name, and a field for each name.</summary>
internal sealed class ImportFile : IDisposable
{
    private readonly ImportKind _kind;
    private readonly ImportErrors _errors;
    private readonly ImportHeader _header;
    private readonly TotalRows _totals;
    private readonly List<CsvMalformedRecord> _malformed;
    private readonly CsvReader _csv;

    private ImportFile(
        ImportKind kind,
        ImportErrors errors,
        DateOnly today,
        ImportHeader header,
        CsvReader csv,
        List<CsvMalformedRecord> malformed
    )
    {
        (_kind, _errors, _header, _csv, _malformed) = (kind, errors, header, csv, malformed);
        Row = new(csv, header.Columns, errors, today);
        _totals = new(kind, Row);
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
        ImportErrors errors,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var header = new ImportHeader(kind, errors);
        header.Read(source.Form);
        if (errors.Any)
            return null;
        var malformed = new List<CsvMalformedRecord>();
        var csv = await source.ReadAsync(malformed.Add, cancellationToken);
        return new(kind, errors, today, header, csv, malformed);
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

                Row.MoveTo(_csv.LineNumber);
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

    /// <summary>
    /// The agencies that the rows name, as far as they can be read; null for a file of agencies, in which one row can
    /// move other agencies.
    /// </summary>
    public static async Task<IReadOnlySet<string>?> AgenciesAsync(
        ImportKind kind,
        ImportSource source,
        CancellationToken cancellationToken
    )
    {
        if (!kind.RequiredColumns.Contains("agency"))
            return null;

        var agencies = new HashSet<string>();
        using var file = await OpenAsync(kind, source, new ImportErrors(), today: default, cancellationToken);
        while (file is not null && await file.ReadAsync(cancellationToken))
        {
            if (file.Row.Text("agency", AgencyAbbreviation.Longest) is { } agency)
                agencies.Add(SearchText.Normalize(agency));
        }

        return agencies;
    }

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
