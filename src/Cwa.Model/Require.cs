using System.Runtime.CompilerServices;

namespace Cwa.Model;

/// <summary>What entities require of their arguments. A violation is a fault of ours; callers get refusals.</summary>
internal static class Require
{
    /// <summary>The text in the form in which all text is stored.</summary>
    public static string Text(
        string? value,
        int maxLength,
        [CallerArgumentExpression(nameof(value))] string? name = null
    )
    {
        ArgumentNullException.ThrowIfNull(value, name);
        var text = PlainText.Of(value);
        if (PlainText.IsEmpty(text))
            throw new ArgumentException("The text is empty.", name);
        if (PlainText.FirstUnwanted(text) is { } unwanted)
            throw new ArgumentException($"A text cannot contain {unwanted}.", name);
        return text.Length <= maxLength
            ? text
            : throw new ArgumentException($"{text.Length} characters are more than {maxLength}.", name);
    }

    public static string? OptionalText(
        string? value,
        int maxLength,
        [CallerArgumentExpression(nameof(value))] string? name = null
    ) => value is null ? null : Text(value, maxLength, name);

    public static IReadOnlyList<string> Texts(
        IEnumerable<string> values,
        int maxCount,
        int maxLength,
        [CallerArgumentExpression(nameof(values))] string? name = null
    )
    {
        var texts = values.Select(value => Text(value, maxLength, name)).ToList();
        return texts.Count <= maxCount
            ? texts
            : throw new ArgumentException($"{texts.Count} items are more than {maxCount}.", name);
    }

    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, "Not a defined value.");

    public static T? Defined<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum => value is null ? null : Defined(value.Value, name);

    public static int? NotNegative(int? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is null ? null : NotNegative(value.Value, name);

    public static int NotNegative(int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        (int)NotNegative((long)value, name);

    public static long? NotNegative(long? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is null ? null : NotNegative(value.Value, name);

    public static long NotNegative(long value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "Cannot be negative.");

    public static DateTime Utc(DateTime value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value.Kind == DateTimeKind.Utc ? value : throw new ArgumentException("An instant must be in UTC.", name);

    /// <summary>The given instant; without one, the default value, which saving replaces with its own time.</summary>
    public static DateTime Stamp(DateTime? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is { } said ? Utc(said, name) : default;

    public static long? Count(long? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is null ? null : Count(value.Value, name);

    public static long Count(long value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        NotNegative(value, name) <= Counts.Largest
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "More than a trillion.");

    public static double Number(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        // Minus zero is zero.
        double.IsFinite(value)
            ? value + 0.0
            : throw new ArgumentOutOfRangeException(name, value, "Not a number.");

    public static double? Number(double? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is null ? null : Number(value.Value, name);

    /// <summary>Requires that a period does not end before it starts.</summary>
    public static void InOrder<T>(T start, T end, [CallerArgumentExpression(nameof(end))] string? name = null)
        where T : IComparable<T>
    {
        if (end.CompareTo(start) < 0)
            throw new ArgumentException($"{end} is before {start}.", name);
    }

    /// <summary>Requires either a number or the reason why it is missing.</summary>
    public static void NumberOrReason(
        bool isThere,
        MissingReason? reason,
        [CallerArgumentExpression(nameof(reason))] string? name = null
    )
    {
        Defined(reason, name);
        if (isThere == reason.HasValue)
            throw new ArgumentException(isThere ? "No number is missing." : "A missing number needs a reason.", name);
    }
}
