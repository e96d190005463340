using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cwa.Graph.Engine;

/// <summary>
/// What decides the answer to a request, apart from what is stored and the date: the document, the operation, the
/// variables in whatever order, and the caller's rights.
/// </summary>
/// <remarks>It is a SHA-256 hash, so nobody can make a request that has the key of another.</remarks>
internal sealed record RequestKey(UInt128 First, UInt128 Second)
{
    public byte[] ToBytes()
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        MemoryMarshal.Cast<UInt128, byte>([First, Second]).CopyTo(bytes);
        return bytes;
    }

    public static RequestKey Of(GraphRequest request, IRequester requester)
    {
        var text = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(text, new() { SkipValidation = true }))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(request.Query);
            writer.WriteStringValue(request.OperationName);
            WriteValue(writer, request.Variables);
            writer.WriteBooleanValue(requester.IsSignedIn);
            writer.WriteStringValue(requester.Rights);
            writer.WriteEndArray();
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.WrittenSpan, hash);
        var halves = MemoryMarshal.Cast<byte, UInt128>(hash);
        return new(halves[0], halves[1]);
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
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
            case int or long or double or BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach (var (name, member) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, member);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"No variable is a {value.GetType()}.");
        }
    }
}
