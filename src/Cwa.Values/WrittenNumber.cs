using System.Globalization;
using System.Text.RegularExpressions;

namespace Cwa.Values;

/// <summary>Numbers as people write them: 1234, 1,234, 1 234, 1,234.5 and, with a comma for the point, 4,5.</summary>
public static partial class WrittenNumber
{
    /// <summary>Reads a whole number in figures, with or without separators between thousands.</summary>
    public static bool TryWhole(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        || (
            text.Length < 30
            && Thousands().IsMatch(text)
            && long.TryParse(Digits(text), NumberStyles.None, CultureInfo.InvariantCulture, out number)
        );

    /// <summary>Reads a number that may have decimals. 1,234 is over a thousand; 4,5 is four and a half.</summary>
    public static bool TryNumber(string text, out double number)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            return true;
        if (text.Length >= 30)
            return false;
        var written =
            ThousandsAndDecimals().Match(text) is { Success: true } both
                ? $"{Digits(both.Groups[1].Value)}.{both.Groups[4].Value}"
            : Thousands().IsMatch(text) ? Digits(text)
            : DecimalComma().IsMatch(text) ? text.Replace(',', '.')
            : "";
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // One kind of separator throughout: a comma, an apostrophe, or a space of some width.
    [GeneratedRegex(@"^\d{1,3}([,'’ \u00A0\u2009\u202F])\d{3}(\1\d{3})*$")]
    private static partial Regex Thousands();

    // 1,234.5 or 1.234,5
    [GeneratedRegex(
        @"^(\d{1,3}(?:([,'’ \u00A0\u2009\u202F])\d{3}(?:\2\d{3})*(?=\.)|(\.)\d{3}(?:\3\d{3})*(?=,)))[.,](\d+)$"
    )]
    private static partial Regex ThousandsAndDecimals();

    [GeneratedRegex(@"^\d+,\d+$")]
    private static partial Regex DecimalComma();
}
