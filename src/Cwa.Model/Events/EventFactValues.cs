namespace Cwa.Model;

/// <summary>The facts about an event that its report may leave out, by the names that callers use.</summary>
internal static class EventFactValues
{
    /// <summary>Each fact, and its value; null if it is not said.</summary>
    public static readonly IReadOnlyList<(string Field, Func<EventFacts, object?> Of)> All =
    [
        ("title", facts => facts.Title),
        ("medium", facts => facts.Medium),
        ("format", facts => facts.Format),
        ("setting", facts => facts.Setting),
        ("access", facts => facts.Access),
        ("topicScope", facts => facts.TopicScope),
        ("languages", facts => facts.Languages is [] ? null : string.Join(' ', facts.Languages)),
        ("placeKind", facts => facts.PlaceKind),
        ("state", facts => facts.State),
        ("city", facts => facts.City),
        ("expectedReach", facts => facts.ExpectedReach),
    ];

    /// <summary>The facts that were said and would be said otherwise.</summary>
    public static IEnumerable<string> Contradicted(EventFacts told, EventFacts said) =>
        All.Where(fact => fact.Of(told) is { } before && fact.Of(said) is { } after && !before.Equals(after))
            .Select(fact => fact.Field);

    /// <summary>The facts that are said and were not said before.</summary>
    public static IEnumerable<string> Added(EventFacts told, EventFacts said) =>
        All.Where(fact => fact.Of(told) is null && fact.Of(said) is not null).Select(fact => fact.Field);
}
