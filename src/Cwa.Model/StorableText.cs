using System.Buffers;
using System.Text;

namespace Cwa.Model;

/// <summary>Which text both databases keep, and give back as it was.</summary>
public static class StorableText
{
    /// <summary>Whether the text is whole Unicode, without half a surrogate pair, a NUL or the reversed byte order mark.</summary>
    public static bool IsStorable(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (rest[0] is '\0' or '\uFFFE' || Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
                return false;

            rest = rest[length..];
        }

        return true;
    }
}
