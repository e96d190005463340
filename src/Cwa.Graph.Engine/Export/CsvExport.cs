using System.Globalization;
using CsvHelper;

namespace Cwa.Graph.Engine;

/// <summary>Comma-separated values (RFC 4180), as spreadsheet programs open them.</summary>
internal sealed class CsvExport : IExportFormat
{
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    // Without the byte order mark spreadsheet programs take UTF-8 for another encoding.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        WriteByteOrderMark = true,
        TrueValue = "true",
        FalseValue = "false",
        FormatProvider = CultureInfo.InvariantCulture,
    };

    public string MediaType => "text/csv; charset=utf-8; header=present";

    public async Task WriteAsync(
        HttpResponse response,
        ExportHead head,
        IAsyncEnumerable<IReadOnlyList<object?[]>> pages,
        CancellationToken cancellationToken
    )
    {
        var csv = CsvWriter.Create(response.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. head.Columns], cancellationToken);
        await foreach (var rows in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in rows)
            {
                foreach (var value in row)
                    Write(csv, value);
                await csv.EndRecordAsync(cancellationToken);
            }

            await csv.FlushAsync(cancellationToken);
        }

        // Not with `using`: after a failure, disposal would go on writing, to a reader who may take nothing.
        await csv.DisposeAsync();
    }

    private static void Write(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case DateTime instant:
                csv.WriteField(instant, Instant);
                break;
            case string text:
                csv.WriteField(FormulaSign.Guard(text));
                break;
            case object?[] several:
                csv.WriteField(FormulaSign.Guard(string.Join(';', several)));
                break;
            default:
                csv.WriteField(value);
                break;
        }
    }
}
