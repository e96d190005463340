using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cwa.Model;

/// <summary>The values by which records are told apart, or compared, in one form for verbs and records.</summary>
internal static class RecordKey
{
    /// <summary>One value: texts are equal whatever their case, lists if their items are.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "",
            string text => SearchText.Normalize(text),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable list => string.Join(';', list.Cast<object>().Select(Of)),
            _ => $"{value}",
        };

    /// <summary>A value as people read it.</summary>
    public static string Shown(object? value) =>
        value switch
        {
            null => "nothing",
            string text => $"'{text}'",
            Enum member => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{member}"),
            _ => Of(value),
        };

    /// <summary>Several values, in a form that takes little memory whatever they are.</summary>
    public static UInt128 Of(IEnumerable<object?> values)
    {
        var text = string.Join('\u001F', values.Select(Of));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return BitConverter.ToUInt128(digest);
    }

    /// <summary>Whether two values are stored as the same.</summary>
    public static bool AreSame(object? one, object? other) =>
        (one, other) switch
        {
            (string or null, string or null) => (string?)one == (string?)other,
            (IEnumerable a, IEnumerable b) => a.Cast<object>().SequenceEqual(b.Cast<object>()),
            _ => Equals(one, other),
        };
}
