using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cwa.Graph;

/// <summary>The lines of a calendar, folded as RFC 5545 3.1 asks: none is longer than 75 bytes.</summary>
/// <remarks>
/// A fold stands between two characters as a reader sees them, and within one only if it is longer than a line.
/// </remarks>
internal static class ContentLines
{
    private const int LongestLine = 75;
    private const string LineEnd = "\r\n";

    private static ReadOnlySpan<byte> FoldMark => "\r\n "u8;

    /// <summary>The bytes of a calendar, its lines folded.</summary>
    public static byte[] Fold(string calendar)
    {
        var output = new ArrayBufferWriter<byte>(calendar.Length + calendar.Length / 8 + 16);
        var whole = calendar.AsSpan();
        foreach (var range in whole.Split(LineEnd))
        {
            if (!whole[range].IsEmpty)
                Fold(whole[range], output);
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Fold(ReadOnlySpan<char> line, ArrayBufferWriter<byte> output)
    {
        var room = LongestLine;
        while (!line.IsEmpty)
        {
            var fits = Fitting(line, room);
            Encoding.UTF8.GetBytes(line[..fits], output);
            line = line[fits..];
            if (line.IsEmpty)
                break;
            output.Write(FoldMark);
            room = LongestLine - 1;
        }

        output.Write("\r\n"u8);
    }

    /// <summary>How many UTF-16 units of the text fit; at least one.</summary>
    private static int Fitting(ReadOnlySpan<char> text, int room)
    {
        // Nothing belongs to an ASCII character but what is not ASCII.
        if (Ascii.IsValid(text[..Math.Min(text.Length, room + 1)]))
            return Math.Min(text.Length, room);

        var fits = 0;
        while (fits < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text[fits..]);
            var bytes = Encoding.UTF8.GetByteCount(text.Slice(fits, next));
            if (bytes > room)
                break;
            (fits, room) = (fits + next, room - bytes);
        }

        return fits > 0 ? fits : FittingRunes(text, room);
    }

    private static int FittingRunes(ReadOnlySpan<char> text, int room)
    {
        var fits = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0)
                break;
            fits += rune.Utf16SequenceLength;
        }

        return fits;
    }
}
