using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Events;

/// <summary>How a person reads the codes of events.</summary>
internal static class EventWords
{
    /// <summary>What is chosen to see the events of which something is not said.</summary>
    public const string NotSaid = "NOT_SAID";

    public static string Of(EventFormat? format) =>
        format switch
        {
            EventFormat.ProblemSolvingDay => "Problem-solving day",
            EventFormat.RadioCallIn => "Radio call-in",
            EventFormat.TvCallIn => "TV call-in",
            { } known => Say.Code(Asked.CodeOf(known)),
            null => "Not said",
        };

    public static string Of(EventMedium? medium) => medium is { } known ? Say.Code(Asked.CodeOf(known)) : "Not said";

    public static string Of(EventStatus status) =>
        status == EventStatus.Unconfirmed ? "Not confirmed yet" : status.ToString();

    public static string Of(EventPlace? place) =>
        place switch
        {
            EventPlace.National => "Nationwide",
            EventPlace.Virtual => "On line",
            EventPlace.Place => "In one state",
            _ => "Not said",
        };

    /// <summary>Town hall, Fresno, CA: what is said of the form and the place, in one line.</summary>
    public static string Line(EventFormat? format, EventPlace? place, string? city, string? state) =>
        string.Join(", ", new[] { format is null ? null : Of(format), Where(place, city, state) }.OfType<string>());

    private static string? Where(EventPlace? place, string? city, string? state) =>
        place switch
        {
            null => null,
            EventPlace.Place => string.Join(", ", new[] { city, state }.OfType<string>()),
            _ => Of(place).ToLowerInvariant(),
        };
}
