using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;

namespace Cwa.Graph.Engine;

/// <summary>Writes a result's nodes straight into the response, without building a copy first.</summary>
internal static class ResultWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void Write(IBufferWriter<byte> output, ExecutionResult result, Limits limits) =>
        Write(output, (result, limits), static (writer, it) => WriteResult(writer, it.result, it.limits));

    /// <summary>The data of a result, without errors and extensions.</summary>
    public static ReadOnlyMemory<byte> DataOf(ExecutionResult result)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, result, WriteData);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes only the list of errors of a request that was not executed.</summary>
    public static void WriteErrors(IBufferWriter<byte> output, ExecutionErrors errors, Limits limits) =>
        Write(
            output,
            (errors, limits),
            static (writer, it) => ErrorWriter.Write(writer, it.errors, it.limits.RequestErrors, it.limits.ErrorBytes)
        );

    private static void Write<T>(IBufferWriter<byte> output, T it, Action<Utf8JsonWriter, T> write)
    {
        var writer = _writer ??= new(output, Options);
        writer.Reset(output);
        try
        {
            write(writer, it);
            writer.Flush();
        }
        catch
        {
            _writer = null;
            throw;
        }
    }

    private static void WriteResult(Utf8JsonWriter writer, ExecutionResult result, Limits limits)
    {
        writer.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            writer.WritePropertyName("errors");
            ErrorWriter.Write(
                writer,
                errors,
                result.Executed ? limits.FieldErrors : limits.RequestErrors,
                limits.ErrorBytes
            );
        }

        if (result.Executed)
        {
            writer.WritePropertyName("data");
            WriteData(writer, result);
        }

        if (result.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName("extensions");
            WriteValue(writer, extensions);
        }

        writer.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter writer, ExecutionResult result)
    {
        if (result.Data is KeptAnswer kept)
            writer.WriteRawValue(kept.Data.Span, skipInputValidation: true);
        else if (result.Data is ExecutionNode node)
            WriteNode(writer, node);
        else
            writer.WriteNullValue();
    }

    private static void WriteNode(Utf8JsonWriter writer, ExecutionNode node)
    {
        switch (node)
        {
            case PlannedObjectNode { Plan: { } plan, SubFields: { } others }:
                WriteObject(writer, plan, node.Result!, others);
                break;
            case PlannedListNode { Plan: { } plan, SerializedResult: { } objects }:
                writer.WriteStartArray();
                foreach (var it in objects)
                    WriteObject(writer, plan, it, []);
                writer.WriteEndArray();
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    WriteNode(writer, field);
                }

                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { SerializedResult: { } list }:
                WriteValue(writer, list);
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items)
                    WriteNode(writer, item);
                writer.WriteEndArray();
                break;
            case ValueExecutionNode value:
                WriteValue(writer, value.ToValue());
                break;
            case NullExecutionNode or ObjectExecutionNode or ArrayExecutionNode:
                writer.WriteNullValue();
                break;
            default:
                throw new InvalidOperationException($"No way to write a {node.GetType()}.");
        }
    }

    // The nodes of the fields that had to be run stand in the order of the plan.
    private static void WriteObject(
        Utf8JsonWriter writer,
        PlannedFields plan,
        object source,
        ReadOnlySpan<ExecutionNode> others
    )
    {
        var next = 0;
        writer.WriteStartObject();
        foreach (var field in plan.Fields)
        {
            writer.WritePropertyName(field.Name);
            if (field.Writer is { } scalar)
                scalar.Write(writer, source);
            else
                WriteNode(writer, others[next++]);
        }

        writer.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case DateTime instant:
                writer.WriteStringValue(instant);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(writer, map);
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"No way to write a {value.GetType()}.");
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }
}
