using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cwa.Graph.Engine;

/// <summary>One JSON object with all rows, each an object with a member for each column.</summary>
internal sealed class JsonExport : IExportFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string MediaType => "application/json; charset=utf-8";

    public async Task WriteAsync(
        HttpResponse response,
        ExportHead head,
        IAsyncEnumerable<IReadOnlyList<object?[]>> pages,
        CancellationToken cancellationToken
    )
    {
        var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteString("dataAsOf", head.DataAsOf);
        json.WriteString("notice", head.Notice);
        json.WriteStartArray("rows");
        await foreach (var rows in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var (column, name) in head.Columns.Index())
                {
                    json.WritePropertyName(name);
                    ResultWriter.WriteValue(json, row[column]);
                }

                json.WriteEndObject();
            }

            json.Flush();
            await response.BodyWriter.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
