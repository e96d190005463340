using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>
/// The members of an enum by their names in the schema, such as FACE_TO_FACE, and by the words that people write.
/// </summary>
internal static partial class Choices<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Names = Enum.GetValues<T>()
        .ToFrozenDictionary(Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, T> Members = Enum.GetValues<T>()
        .SelectMany(member => Words(member).Prepend(Name(member)).Select(word => (word, member)))
        .ToFrozenDictionary(said => Letters.Of(said.word), said => said.member);

    public static string Listed { get; } = string.Join(", ", Enum.GetValues<T>().Select(Name));

    public static bool TryParse(string text, out T member) =>
        Names.TryGetValue(text, out member) || Members.TryGetValue(Letters.Of(text), out member);

    public static string Name(T member) => WordStart().Replace(member.ToString(), "_").ToUpperInvariant();

    private static IReadOnlyList<string> Words(T member) =>
        typeof(T).GetField(member.ToString())?.GetCustomAttribute<SaidAsAttribute>()?.Words ?? [];

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
