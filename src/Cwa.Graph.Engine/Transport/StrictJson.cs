using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Cwa.Graph.Engine;

/// <summary>JSON as requests are written in it: in UTF-8, and with nothing that no value of ours needs.</summary>
internal static class StrictJson
{
    private const int LongestNumber = 64;

    /// <summary>Reads JSON that nests no deeper than this and holds nothing that no value of ours needs.</summary>
    /// <exception cref="RequestError">It is none.</exception>
    public static JsonDocument Read(ReadOnlyMemory<byte> text, int depth)
    {
        if (text.Span.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
            throw RequestError.Bad("The body is empty. Send a JSON object with `query`.");
        try
        {
            CheckValues(text.Span, depth);
            return JsonDocument.Parse(text, new() { MaxDepth = depth, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw RequestError.Bad(
                error.LineNumber is { } line
                    ? $"The JSON cannot be read at line {line + 1}, byte {error.BytePositionInLine + 1}. "
                        + $"It may nest {depth} levels."
                    : "The JSON names a property twice."
            );
        }
    }

    /// <exception cref="RequestError">It is in another encoding, or in none.</exception>
    public static void CheckEncoding(ReadOnlySpan<byte> text)
    {
        if (IsWide(text))
            throw RequestError.MediaType("The body is in UTF-16 or UTF-32. Send it in UTF-8.");
        if (!Utf8.IsValid(text))
            throw RequestError.Bad("The body is not UTF-8. Send it in UTF-8.");
    }

    // By its mark, or because the character that JSON begins with takes more than the one byte that it has in UTF-8.
    private static bool IsWide(ReadOnlySpan<byte> body) =>
        body is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..];

    // What JSON allows and no value of ours needs: halves of letters, U+0000, and numbers that take minutes to convert
    // or have no end.
    private static void CheckValues(ReadOnlySpan<byte> text, int depth)
    {
        var reader = new Utf8JsonReader(text, new() { MaxDepth = depth });
        while (reader.Read())
        {
            if (
                reader.TokenType == JsonTokenType.Number
                && (reader.ValueSpan.Length > LongestNumber || !double.IsFinite(reader.GetDouble()))
            )
                throw RequestError.Bad(
                    $"The JSON holds a number of more than {LongestNumber} digits, or one that is out of all range."
                );
            if (reader.ValueIsEscaped && !IsText(ref reader))
                throw RequestError.Bad("The JSON holds a text that is not Unicode, or the letter U+0000.");
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        var letters = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return !letters.AsSpan(0, reader.CopyString(letters)).Contains('\0');
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }
}
