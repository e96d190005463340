using System.Globalization;

namespace Cwa.Values;

/// <summary>
/// How values are written as text, and the message for text that is not one: the same in a file, a URL and an
/// operation.
/// </summary>
public static class ValueText
{
    /// <summary>What a value of each kind looks like, as messages say it.</summary>
    public const string Day = "a day such as 1998-04-21",
        Month = "a month such as 1998-04",
        Instant = "an instant with an offset and at most seven decimals, such as 1998-11-15T16:14:00-05:00",
        Flag = "true or false";

    private const int MostShown = 60;

    /// <summary>The message that a text is not what was expected.</summary>
    public static string Not(string text, string expected) => $"'{Shown(text)}' is not {expected}.";

    /// <summary>A text, cut to as much of its beginning as is needed to recognise it.</summary>
    public static string Shown(string text) => PlainText.Shortened(text, MostShown);

    /// <summary>Reads a day written exactly as 1998-04-21.</summary>
    public static bool TryDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Reads an instant of RFC 3339 with at most seven decimals of a second, as UTC.</summary>
    public static bool TryInstant(ReadOnlySpan<char> text, out DateTime instant)
    {
        instant = default;
        // RFC 3339 also allows a lower-case t and z.
        var (separator, last) = text.Length > 19 ? (text[10], text[^1]) : default;
        var offset = TimeSpan.Zero;
        var local =
            last is 'Z' or 'z' ? text[..^1]
            : text.Length > 24 && TryOffset(text[^6..], out offset) ? text[..^6]
            : default;
        if (separator is not ('T' or 't') || local.Length < 19 || (local.Length > 19 && local[^1] == '.'))
            return false;
        if (
            !TryDay(local[..10], out var day)
            || !TimeOnly.TryParseExact(
                local[11..],
                "HH:mm:ss.FFFFFFF",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
            return false;

        var ticks = day.ToDateTime(time).Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;

        instant = new(ticks, DateTimeKind.Utc);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        var isOffset = TimeOnly.TryParseExact(
            text[1..],
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        );
        offset = text[0] == '-' ? -time.ToTimeSpan() : time.ToTimeSpan();
        return isOffset && text[0] is ('+' or '-');
    }
}
