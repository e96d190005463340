using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Events;

/// <summary>The events under one filter, counted and listed.</summary>
/// <param name="Month">The events of a whole month, under the other conditions.</param>
[Operation("events")]
public sealed record EventsData(CountedEvents EventCounts, CountedDays Month, EventList Events);

public sealed record CountedEvents(
    int Total,
    int National,
    int Virtual,
    int PlaceNotSaid,
    IReadOnlyList<CountedState> ByState,
    IReadOnlyList<CountedMonth> ByMonth,
    IReadOnlyList<CountedMedium> ByMedium,
    IReadOnlyList<CountedFormat> ByFormat,
    IReadOnlyList<CountedStatus> ByStatus
);

public sealed record CountedState(string State, int Events);

public sealed record CountedMonth(Month Month, int Events);

public sealed record CountedMedium(EventMedium? Medium, int Events);

public sealed record CountedFormat(EventFormat? Format, int Events);

public sealed record CountedStatus(EventStatus Status, int Events);

public sealed record CountedDays(IReadOnlyList<CountedDay> ByDay);

public sealed record CountedDay(DateOnly Day, int Events);

public sealed record EventList(PageInfo PageInfo, IReadOnlyList<ListedEvent> Nodes);

public sealed record ListedEvent(
    string Id,
    string? Title,
    string Description,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EventPlace? PlaceKind,
    string? State,
    string? City,
    EventMedium? Medium,
    EventFormat? Format,
    EventStatus Status,
    string? ListedAs,
    ListedAgency Agency
);

/// <summary>How many people came, which the public does not read.</summary>
[Operation("event-attendance")]
public sealed record EventAttendance(AttendedList Events);

public sealed record AttendedList(IReadOnlyList<AttendedEvent> Nodes);

public sealed record AttendedEvent(string Id, int? Attendance, CountMethod? CountMethod);

public sealed record ListedAgency(string Abbreviation, string Name);

public enum EventMedium
{
    FaceToFace,
    Written,
    Telephone,
    Electronic,
}

public enum EventFormat
{
    AdvisoryMeeting,
    CommentCard,
    Conference,
    FocusGroup,
    Hotline,
    ListeningSession,
    Mail,
    OnlineChat,
    OpenHouse,
    Other,
    ProblemSolvingDay,
    RadioCallIn,
    SiteVisit,
    TownHall,
    TvCallIn,
    WebForum,
    Workshop,
}

public enum EventStatus
{
    Planned,
    Held,
    Unconfirmed,
    Postponed,
    Cancelled,
}

public enum EventPlace
{
    Place,
    National,
    Virtual,
}

public enum CountMethod
{
    Counted,
    Estimated,
}
