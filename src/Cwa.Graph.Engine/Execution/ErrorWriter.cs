using System.Text.Json;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>Writes the errors of an answer.</summary>
internal static class ErrorWriter
{
    /// <summary>Writes a list of errors, as many as fit.</summary>
    public static void Write(Utf8JsonWriter writer, ExecutionErrors errors, int most, int mostBytes)
    {
        writer.WriteStartArray();
        foreach (var error in errors.Take(most))
        {
            if (writer.BytesCommitted + writer.BytesPending > mostBytes)
                break;
            var info = ErrorInfo.Of(error);
            writer.WriteStartObject();
            writer.WriteString("message", info.Message);
            if (error.Locations is { Count: > 0 } locations)
            {
                writer.WriteStartArray("locations");
                foreach (var location in locations.Take(3))
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("line", location.Line);
                    writer.WriteNumber("column", location.Column);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            if (error.Path is { } path)
            {
                writer.WritePropertyName("path");
                ResultWriter.WriteValue(writer, path);
            }

            writer.WriteStartObject("extensions");
            writer.WriteString("code", info.Code);
            if (info.TraceId is { } trace)
                writer.WriteString("traceId", trace);
            if (info.RetryAfter is { } seconds)
                writer.WriteNumber("retryAfter", seconds);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
