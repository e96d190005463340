using System.Text.Unicode;
using CsvHelper;

namespace Cwa.Model;

/// <summary>A file that is being imported: strict UTF-8, columns found by name, and a field for each name.</summary>
internal sealed class ImportFile : IDisposable
{
    private const int LongestRecord = 1 << 20;

    private readonly ImportKind _kind;
    private readonly ImportErrors _errors;
    private readonly CsvReader _csv;
    private readonly ImportHeader _header;
    private readonly List<CsvMalformedRecord> _malformed = [];

    public ImportFile(ImportKind kind, Stream stream, ImportErrors errors, DateOnly today)
    {
        (_kind, _errors, _header) = (kind, errors, new(kind, errors));
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = _malformed.Add,
        };
        _csv = CsvReader.Create(stream, options, leaveOpen: true);
        Row = new(_csv, _header.Columns, errors, today);
    }

    /// <summary>How many rows have been read; the header and rows without any value are not counted.</summary>
    public long Rows { get; private set; }

    /// <summary>The current row.</summary>
    public ImportRow Row { get; }

    /// <summary>Reads the header and reports its errors.</summary>
    public async Task<bool> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        try
        {
            var line = await FindHeaderAsync(cancellationToken);
            if (ForeignFormat.OfHeader(_kind, _csv.Headers) is { } foreign)
                _errors.AddToFile(line, "", foreign);
            else if (!ForeignFormat.Names(_kind, _csv.Headers))
            {
                var namesOn = await FindNamesAsync(cancellationToken);
                _errors.AddToFile(line, "", ForeignFormat.OfTitles(_kind, line, namesOn));
            }
            else
            {
                _header.Read(line, _csv.Headers);
                ReportMalformed();
            }
        }
        catch (CsvFormatException unreadable)
        {
            Report(unreadable);
        }

        return !_errors.Any;
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
                if (++Rows > _kind.MaxRows)
                {
                    Row.Error("", $"A file of this kind has at most {_kind.MaxRows} rows.");
                    return false;
                }

                // In a file of another encoding every row may be wrong, all for one reason.
                if (!Utf8.IsValid(_csv.RawRecord))
                {
                    var broken = _header.Columns.FirstOrDefault(column => !Utf8.IsValid(_csv.GetSpan(column.Value)));
                    Row.Error(broken.Key ?? "", ForeignFormat.OfBytes());
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
            Report(unreadable);
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
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        if (!kind.RequiredColumns.Contains("agency"))
            return null;

        var start = stream.Position;
        var agencies = new HashSet<string>();
        using var file = new ImportFile(kind, stream, new ImportErrors(), today: default);
        if (await file.ReadHeaderAsync(cancellationToken))
        {
            while (await file.ReadAsync(cancellationToken))
            {
                if (file.Row.Text("agency", AgencyAbbreviation.Longest) is { } agency)
                    agencies.Add(SearchText.Normalize(agency));
            }
        }

        stream.Position = start;
        return agencies;
    }

    // Skips empty lines and rows of commas.
    private async Task<long> FindHeaderAsync(CancellationToken cancellationToken)
    {
        var line = 1L;
        await _csv.ReadHeaderAsync(cancellationToken);
        while (_csv.Headers.All(PlainText.IsEmpty) && await _csv.ReadAsync(cancellationToken))
        {
            line = _csv.LineNumber;
            await _csv.ReadHeaderAsync(cancellationToken);
        }

        return line;
    }

    private async Task<long?> FindNamesAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < ForeignFormat.MostTitles && await _csv.ReadAsync(cancellationToken); i++)
        {
            if (ForeignFormat.Names(_kind, [.. Enumerable.Range(0, _csv.FieldCount).Select(_csv.GetString)]))
                return _csv.LineNumber;
        }

        return null;
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

    private void Report(CsvFormatException unreadable) =>
        _errors.AddToFile(
            Math.Max(1, unreadable.LineNumber),
            "",
            $"The file cannot be read beyond this line: {unreadable.Message}"
        );

    private static string Sentence(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.StrayQuote => "A value with a quote must stand in quotes, with the inner quote doubled.",
            CsvMalformedReason.TextAfterClosingQuote => "There is text after the closing quote.",
            CsvMalformedReason.UnterminatedQuote => "A quote is never closed.",
            _ => $"The row is malformed ({reason}).",
        };
}
