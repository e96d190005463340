using Cwa.Dashboard.Events;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Reporting;

/// <summary>What a person chooses from: the codes of the schema, and how they read.</summary>
internal static class Choices
{
    public static readonly IReadOnlyList<(string Code, string Word)> Media = Of<EventMedium>(medium =>
        EventWords.Of(medium)
    );

    public static readonly IReadOnlyList<(string Code, string Word)> Formats =
    [
        .. Of<EventFormat>(format => EventWords.Of(format))
            .OrderBy(f => f.Code == "OTHER")
            .ThenBy(f => f.Word, StringComparer.Ordinal),
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

    /// <summary>Where an event can be: across the nation, online, or in one state or territory.</summary>
    public static readonly IReadOnlyList<(string Code, string Word)> Places =
    [
        (Asked.CodeOf(EventPlace.National), EventWords.Of(EventPlace.National)),
        (Asked.CodeOf(EventPlace.Virtual), EventWords.Of(EventPlace.Virtual)),
        .. State.All.OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => (state.Code, state.Name)),
    ];

    private static List<(string Code, string Word)> Of<T>(Func<T, string> word)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (Asked.CodeOf(value), word(value)))];
}
