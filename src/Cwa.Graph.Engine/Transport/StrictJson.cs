using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Cwa.Graph.Engine;

/// <summary>
/// Reads the JSON of requests. It must be UTF-8, and is refused if it contains values that no request needs.
/// </summary>
internal static class StrictJson
{
    private const int LongestNumber = 64;

    /// <summary>Reads JSON of at most this depth.</summary>
    /// <param name="what">What the text is, such as "The body", to name it in a message.</param>
    /// <exception cref="RequestError">It is not JSON, or is too deep, or contains values that no request
    /// needs.</exception>
    public static JsonDocument Read(ReadOnlyMemory<byte> text, int depth, string what)
    {
        if (text.Span.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
            throw RequestError.Bad($"{what} is empty. Send JSON.");
        try
        {
            CheckValues(text.Span, depth, what);
            return JsonDocument.Parse(text, new() { MaxDepth = depth, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw RequestError.Bad(
                error.LineNumber is { } line
                    ? $"{what} cannot be read as JSON at line {line + 1}, byte {error.BytePositionInLine + 1}. "
                        + $"It may be nested at most {depth} levels deep."
                    : $"{what} names a property twice."
            );
        }
    }

    /// <exception cref="RequestError">It is in another encoding, or is not valid in any.</exception>
    public static void CheckEncoding(ReadOnlySpan<byte> text)
    {
        if (IsWide(text))
            throw RequestError.MediaType("The body is in UTF-16 or UTF-32. Send it in UTF-8.");
        if (!Utf8.IsValid(text))
            throw RequestError.Bad("The body is not UTF-8. Send it in UTF-8.");
    }

    // Recognised by a byte order mark, or by a zero among the first two bytes: JSON begins with an ASCII character.
    private static bool IsWide(ReadOnlySpan<byte> body) =>
        body is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..];

    // What JSON allows but no request needs: unpaired surrogates, U+0000, and numbers so long or so large that
    // converting them takes minutes or gives infinity.
    private static void CheckValues(ReadOnlySpan<byte> text, int depth, string what)
    {
        var reader = new Utf8JsonReader(text, new() { MaxDepth = depth });
        while (reader.Read())
        {
            if (
                reader.TokenType == JsonTokenType.Number
                && (reader.ValueSpan.Length > LongestNumber || !double.IsFinite(reader.GetDouble()))
            )
                throw RequestError.Bad(
                    $"{what} contains a number of more than {LongestNumber} digits, or one that is too large."
                );
            if (reader.ValueIsEscaped && !IsText(ref reader))
                throw RequestError.Bad($"{what} contains a string that is not Unicode, or that contains U+0000.");
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
