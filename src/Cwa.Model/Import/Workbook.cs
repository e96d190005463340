using System.Globalization;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Cwa.Model;

/// <summary>Reads the sheets of a workbook (.xlsx) as text, one row a record.</summary>
internal sealed class Workbook
{
    private static readonly OpenXmlConfiguration Configuration = new()
    {
        // A text must not have another part of the archive read in its place.
        EnableConvertByteArray = false,
        TrimColumnNames = false,
    };

    private readonly Stream _stream;
    private readonly WorkbookScan _scan;

    private Workbook(Stream stream, WorkbookScan scan, IReadOnlyList<string> sheets) =>
        (_stream, _scan, Sheets) = (stream, scan, sheets);

    /// <summary>The sheets that are not hidden, in their order.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>How many sheets may be looked at: for each, all texts of the workbook are read.</summary>
    public int SheetsToLookAt => _scan.Texts > 50_000 ? 2 : 10;

    /// <summary>Whether the bytes are those of an archive, as every workbook is one.</summary>
    public static async Task<bool> IsOneAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[4];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Seek(-length, SeekOrigin.Current);
        return start.AsSpan(0, length).SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <exception cref="UnfitWorkbookException">It cannot be read.</exception>
    public static Workbook Open(Stream stream, CancellationToken cancellationToken) =>
        Guarded(() =>
        {
            var scan = WorkbookScan.Of(stream, cancellationToken);
            var sheets = stream.GetSheetInformations(Configuration);
            return new Workbook(
                stream,
                scan,
                [.. sheets.Where(sheet => sheet.State == SheetState.Visible).Select(sheet => sheet.Name)]
            );
        });

    /// <summary>Writes the rows that have a value as CSV in UTF-8.</summary>
    /// <returns>The number of each row in the sheet.</returns>
    /// <exception cref="UnfitWorkbookException">The sheet cannot be read.</exception>
    public IReadOnlyList<int> Write(string sheet, Stream csv, int mostRows, CancellationToken cancellationToken) =>
        Guarded<IReadOnlyList<int>>(() =>
        {
            var lines = new List<int>();
            if (_scan.Rows == 0)
                return lines;
            using var writer = new StreamWriter(csv, new UTF8Encoding(false), leaveOpen: true);
            var number = 0;
            foreach (var row in Rows(sheet))
            {
                cancellationToken.ThrowIfCancellationRequested();
                number++;
                if (row.Values.All(value => value is null or ""))
                    continue;
                if (lines.Count == mostRows)
                    break;
                lines.Add(number);
                writer.WriteLine(string.Join(',', row.Values.Select(value => CsvText.Cell(Text(value)))));
                // Many cells may show one long text.
                if (csv.Position > WorkbookScan.MostUnpacked)
                    throw new UnfitWorkbookException(
                        $"The sheet has more than {WorkbookScan.MostUnpacked >> 20} MB of text"
                    );
            }

            return lines;
        });

    private IEnumerable<IDictionary<string, object?>> Rows(string sheet)
    {
        _stream.Position = 0;
        return _stream
            .QueryRange(false, sheet, ExcelType.XLSX, 1, 1, _scan.Rows, _scan.Columns, Configuration)
            .Cast<IDictionary<string, object?>>();
    }

    private string Text(object? value) =>
        value switch
        {
            null => "",
            DateTime day when day.AddDays(_scan.DaysAhead) is var at => at.ToString(
                at.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss",
                CultureInfo.InvariantCulture
            ),
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => $"{value}",
        };

    // The package meets a broken file with exceptions of many kinds.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken)
            when (broken is not (UnfitWorkbookException or OperationCanceledException or OutOfMemoryException)
                && broken is not IOException or EndOfStreamException
            )
        {
            throw new UnfitWorkbookException("The workbook is damaged, or is not one of Excel");
        }
    }
}
