using System.Buffers;
using System.Text;

namespace Cwa.Model;

/// <summary>The encoding of a text file, told by its bytes. What a sender says about it does not count.</summary>
/// <param name="Encoding">How the text is read.</param>
/// <param name="Name">Its name, as people know it.</param>
internal sealed record FileEncoding(Encoding Encoding, string Name)
{
    public static readonly FileEncoding Utf8 = new(new UTF8Encoding(false, throwOnInvalidBytes: true), "UTF-8");

    private static readonly FileEncoding Utf16 = new(new UnicodeEncoding(false, false, true), "UTF-16 LE"),
        Utf16Big = new(new UnicodeEncoding(true, false, true), "UTF-16 BE"),
        Utf32 = new(new UTF32Encoding(false, false, true), "UTF-32 LE"),
        Utf32Big = new(new UTF32Encoding(true, false, true), "UTF-32 BE"),
        Windows = new(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252");

    private const int BlockSize = 64 * 1024;

    /// <summary>
    /// Finds the encoding, or what is wrong with the bytes. Reads to the end, and leaves the stream where it was.
    /// </summary>
    public static async Task<(FileEncoding? Encoding, ImportError? Fault)> OfAsync(
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        var start = stream.Position;
        try
        {
            var block = new byte[BlockSize];
            var length = await stream.ReadAtLeastAsync(block, block.Length, false, cancellationToken);
            if ((OfMark(block.AsSpan(0, length)) ?? OfZeros(block.AsSpan(0, length))) is { } wide)
                return (wide, null);

            var bytes = new Utf8Count();
            for (var kept = 0; length > 0; )
            {
                var used = bytes.Add(block.AsSpan(0, kept + length), isLast: false);
                kept = kept + length - used;
                block.AsSpan(used, kept).CopyTo(block);
                length = await stream.ReadAsync(block.AsMemory(kept), cancellationToken);
                if (length == 0)
                    bytes.Add(block.AsSpan(0, kept), isLast: true);
            }

            return bytes.Verdict();
        }
        finally
        {
            stream.Position = start;
        }
    }

    private static FileEncoding? OfMark(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => null,
            [0xFF, 0xFE, 0, 0, ..] => Utf32,
            [0, 0, 0xFE, 0xFF, ..] => Utf32Big,
            [0xFF, 0xFE, ..] => Utf16,
            [0xFE, 0xFF, ..] => Utf16Big,
            _ => null,
        };

    // Without a mark, the zeros tell: the names of columns are of letters whose high bytes are zero.
    private static FileEncoding? OfZeros(ReadOnlySpan<byte> start)
    {
        const int sample = 4096;
        var bytes = start[..Math.Min(start.Length & ~3, sample)];
        int little = 0,
            big = 0,
            wide = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            little += bytes[i] != 0 && bytes[i + 1] == 0 ? 1 : 0;
            big += bytes[i] == 0 && bytes[i + 1] != 0 ? 1 : 0;
            wide += bytes[i] == 0 && bytes[i + 1] == 0 ? 1 : 0;
        }

        // A stray zero in other text is told where it stands.
        var most = Math.Max(little, big);
        if (most < 8 || most * 100 < bytes.Length)
            return null;
        if (wide * 4 > bytes.Length / 2)
            return little > big ? Utf32 : Utf32Big;
        return little > big ? Utf16 : Utf16Big;
    }

    /// <summary>Counts what is UTF-8 in a file and what is not.</summary>
    private sealed class Utf8Count
    {
        private long _letters;
        private long _broken;
        private long _lines;
        private long _firstBroken;

        /// <summary>How many of the bytes were counted: the last letter may go on in the next block.</summary>
        public int Add(ReadOnlySpan<byte> bytes, bool isLast)
        {
            var at = 0;
            while (bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var next)
            {
                Skip(bytes.Slice(at, next));
                at += next;
                var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
                if (status == OperationStatus.NeedMoreData && !isLast)
                    return at;
                if (status == OperationStatus.Done)
                    _letters++;
                else if (_broken++ == 0)
                    _firstBroken = _lines + 1;
                at += length;
            }

            Skip(bytes[at..]);
            return bytes.Length;
        }

        public (FileEncoding?, ImportError?) Verdict()
        {
            if (_broken == 0)
                return (Utf8, null);
            // By chance, two bytes of Windows-1252 may be a letter of UTF-8 as well.
            if (_broken > 10 * _letters)
                return (Windows, null);
            var reason =
                "The bytes of this line are not UTF-8, but those of other lines are: "
                + "correct its letters in Excel, and save the file as \"CSV UTF-8 (comma delimited)\".";
            return (null, new(_firstBroken, "", reason));
        }

        // Lines matter only up to the first fault.
        private void Skip(ReadOnlySpan<byte> bytes) => _lines += _broken == 0 ? bytes.Count((byte)'\n') : 0;
    }
}
