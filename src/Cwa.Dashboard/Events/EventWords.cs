using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Events;

/// <summary>How a person reads the codes of events.</summary>
internal static class EventWords
{
    public static string Of(EventFormat format) =>
        format switch
        {
            EventFormat.ProblemSolvingDay => "Problem-solving day",
            EventFormat.RadioCallIn => "Radio call-in",
            EventFormat.TvCallIn => "TV call-in",
            _ => Say.Code(Asked.CodeOf(format)),
        };

    public static string Of(EventMedium medium) => Say.Code(Asked.CodeOf(medium));

    public static string Of(EventStatus status) =>
        status == EventStatus.Unconfirmed ? "Not confirmed yet" : status.ToString();

    public static string Of(EventPlace place) =>
        place switch
        {
            EventPlace.National => "Nationwide",
            EventPlace.Virtual => "On line",
            _ => "In one state",
        };
}
