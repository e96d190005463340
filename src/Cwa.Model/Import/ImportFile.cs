using System.Text.Unicode;
using CsvHelper;

namespace Cwa.Model;

/// <summary>A file that is being imported: strict UTF-8, columns found by name, rows of as many fields as the header.</summary>
internal sealed class ImportFile : IDisposable
{
    private const int LongestRecord = 1 << 20;

    private readonly ImportKind _kind;
    private readonly ImportErrors _errors;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    public ImportFile(ImportKind kind, Stream stream, ImportErrors errors)
    {
        (_kind, _errors) = (kind, errors);
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = record => errors.Add(record.LineNumber, "", Sentence(record.Reason)),
        };
        _csv = CsvReader.Create(stream, options, leaveOpen: true);
        Row = new(_csv, _columns, errors);
    }

    /// <summary>How many rows have been read, the header not counted.</summary>
    public long Rows { get; private set; }

    /// <summary>The current row.</summary>
    public ImportRow Row { get; }

    /// <summary>Reads the header, and reports columns that are unknown, missing or there twice.</summary>
    public async Task<bool> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _csv.ReadHeaderAsync(cancellationToken);
        }
        catch (CsvFormatException unreadable)
        {
            Report(unreadable);
            return false;
        }

        string[] known = [.. _kind.RequiredColumns, .. _kind.OptionalColumns];
        foreach (var (index, header) in _csv.Headers.Index())
        {
            var name = header.Trim();
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
                _errors.Add(1, name, $"There is no such column. Expected: {string.Join(", ", known)}.");
            else if (!_columns.TryAdd(name, index))
                _errors.Add(1, name, "The column is there twice.");
        }

        foreach (var missing in _kind.RequiredColumns.Where(column => !_columns.ContainsKey(column)))
            _errors.Add(1, missing, $"The column is missing. Expected: {string.Join(", ", known)}.");
        return !_errors.Any;
    }

    /// <summary>Moves to the next row that can be read; those that cannot be are reported and passed over.</summary>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _csv.ReadAsync(cancellationToken))
            {
                Row.MoveTo(_csv.LineNumber);
                if (++Rows > _kind.MaxRows)
                {
                    Row.Error("", $"A file of this kind has at most {_kind.MaxRows} rows.");
                    return false;
                }

                if (IsReadable())
                    return true;
            }
        }
        catch (CsvFormatException unreadable)
        {
            Report(unreadable);
        }

        return false;
    }

    public void Dispose() => _csv.Dispose();

    /// <summary>Whether the stream starts with the mark of UTF-16 or UTF-32. It is read from where it stands, and put back there.</summary>
    public static async Task<bool> IsOtherUnicodeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var mark = new byte[4];
        var length = await stream.ReadAtLeastAsync(mark, mark.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Seek(-length, SeekOrigin.Current);
        return mark is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF];
    }

    /// <summary>The agencies that the rows are of, as far as they can be read; null where they are agencies themselves, of which one moves others.</summary>
    public static async Task<IReadOnlySet<string>?> AgenciesAsync(ImportKind kind, Stream stream, CancellationToken cancellationToken)
    {
        if (!kind.RequiredColumns.Contains("agency"))
            return null;

        var start = stream.Position;
        var agencies = new HashSet<string>();
        using var file = new ImportFile(kind, stream, new ImportErrors());
        if (await file.ReadHeaderAsync(cancellationToken))
        {
            while (await file.ReadAsync(cancellationToken))
            {
                if (file.Row.Text("agency", 16) is { } agency)
                    agencies.Add(agency);
            }
        }

        stream.Position = start;
        return agencies;
    }

    private bool IsReadable()
    {
        if (_csv.FieldCount != _csv.Headers.Count)
            Row.Error("", $"The row has {_csv.FieldCount} fields, the header {_csv.Headers.Count}.");
        if (!Utf8.IsValid(_csv.RawRecord))
            Row.Error(_columns.FirstOrDefault(column => !Utf8.IsValid(_csv.GetSpan(column.Value))).Key ?? "", "The bytes are not UTF-8.");
        return Row.IsGood;
    }

    private void Report(CsvFormatException unreadable) =>
        _errors.Add(Math.Max(1, unreadable.LineNumber), "", $"The file cannot be read on from here: {unreadable.Message}");

    private static string Sentence(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "A value that holds a quote is written in quotes, with the quote doubled.",
        CsvMalformedReason.TextAfterClosingQuote => "There is text after the closing quote.",
        CsvMalformedReason.UnterminatedQuote => "A quote is never closed.",
        _ => $"The row is malformed ({reason}).",
    };
}
