using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>The members of an enum by their names in the schema, such as FACE_TO_FACE. Case does not matter.</summary>
internal static partial class Choices<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Members = Enum.GetValues<T>()
        .ToFrozenDictionary(Name, StringComparer.OrdinalIgnoreCase);

    public static string Listed { get; } = string.Join(", ", Enum.GetValues<T>().Select(Name));

    public static bool TryParse(string text, out T member) => Members.TryGetValue(text, out member);

    public static string Name(T member) => WordStart().Replace(member.ToString(), "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
