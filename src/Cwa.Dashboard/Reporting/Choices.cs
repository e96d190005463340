using Cwa.Dashboard.Events;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Reporting;

/// <summary>What a person chooses from: the codes of the schema, and how they read.</summary>
internal static class Choices
{
    public static readonly IReadOnlyList<(string Code, string Word)> Media = Of<EventMedium>(EventWords.Of);

    public static readonly IReadOnlyList<(string Code, string Word)> Formats =
    [
        .. Of<EventFormat>(EventWords.Of).OrderBy(f => f.Code == "OTHER").ThenBy(f => f.Word, StringComparer.Ordinal),
    ];

    public static readonly IReadOnlyList<(string Code, string Word)> Settings =
    [
        ("FORMAL", "Formal, with an agenda"),
        ("INFORMAL", "Informal, without one"),
    ];

    public static readonly IReadOnlyList<(string Code, string Word)> Access =
    [
        ("OPEN_TO_PUBLIC", "Anyone"),
        ("BY_INVITATION", "By invitation"),
    ];

    public static readonly IReadOnlyList<(string Code, string Word)> Topics =
    [
        ("OPEN_TOPIC", "Whatever customers raise"),
        ("SPECIFIC_ISSUE", "One issue"),
    ];

    public static readonly IReadOnlyList<(string Code, string Word)> Places = Of<EventPlace>(EventWords.Of);

    public static readonly IReadOnlyList<(string Code, string Word)> States =
    [
        .. State.All.OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => (state.Code, state.Name)),
    ];

    private static List<(string Code, string Word)> Of<T>(Func<T, string> word)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (Asked.CodeOf(value), word(value)))];
}
