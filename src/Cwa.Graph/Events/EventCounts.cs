using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// How many events there are, counted in several ways: exactly those that the list `events` shows you under the same
/// conditions. An event of several days counts once, by its first day.
/// </summary>
public sealed record EventCounts
{
    internal const int MostMonths = 120;

    internal const int MostDays = 31;

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>All of them.</summary>
    public required int Total { get; init; }

    /// <summary>Nationwide events, such as broadcasts and mailings. They count for no state.</summary>
    public required int National { get; init; }

    /// <summary>Online events. They count for no state.</summary>
    public required int Virtual { get; init; }

    /// <summary>Events of which the agency has not said where they are.</summary>
    public required int PlaceNotSaid { get; init; }

    /// <summary>What agencies have not said about these events, such as the medium of 212 of them.</summary>
    public required UnsaidFacts NotSaid { get; init; }

    /// <summary>
    /// Events at a place, by state or territory, the state with most events first. States without an event are left
    /// out. With `national`, `virtual` and `placeNotSaid` they add up to `total`.
    /// </summary>
    [ListSize(56)]
    public required IReadOnlyList<StateCount> ByState { get; init; }

    /// <summary>
    /// Events by the month in which they start, in order. A postponed event counts in the month of its new days or,
    /// without new days, in the month for which it was planned. Months without an event are left out. More than 120 are
    /// refused: give a period with `startsOn`.
    /// </summary>
    [ListSize(MostMonths)]
    public required IReadOnlyList<MonthCount> ByMonth { get; init; }

    /// <summary>
    /// Events by the day on which they start, in order, as a calendar of one month shows them. Days without an event
    /// are left out. More than 31 are refused: give a period with `startsOn`.
    /// </summary>
    [ListSize(MostDays)]
    public required IReadOnlyList<DayCount> ByDay { get; init; }

    /// <summary>
    /// Events by medium, in NPR's order, then those of which it is not said. Media without an event are left out.
    /// </summary>
    [ListSize(5)]
    public required IReadOnlyList<MediumCount> ByMedium { get; init; }

    /// <summary>
    /// Events by format, the most frequent first. One entry may count those of which it is not said. Formats without an
    /// event are left out.
    /// </summary>
    [ListSize(25)]
    public required IReadOnlyList<FormatCount> ByFormat { get; init; }

    /// <summary>Events by their status today. Statuses without an event are left out.</summary>
    [ListSize(5)]
    public required IReadOnlyList<StatusCount> ByStatus { get; init; }
}

/// <summary>The events at places in one state or territory.</summary>
/// <param name="State">Where they take place.</param>
/// <param name="Events">How many there are.</param>
public sealed record StateCount(StateCode State, int Events);

/// <summary>The events that start in one month.</summary>
/// <param name="Month">The month of their first day.</param>
/// <param name="Events">How many there are.</param>
public sealed record MonthCount(ReportMonth Month, int Events);

/// <summary>The events that start on one day.</summary>
/// <param name="Day">Their first day.</param>
/// <param name="Events">How many there are.</param>
public sealed record DayCount(DateOnly Day, int Events);

/// <summary>The events of one medium, counted.</summary>
/// <param name="Medium">How they reach people; null for events of which it is not said.</param>
/// <param name="Events">How many there are.</param>
public sealed record MediumCount(Medium? Medium, int Events);

/// <summary>The events of one format, counted.</summary>
/// <param name="Format">The form that they take; null for events of which it is not said.</param>
/// <param name="Events">How many there are.</param>
public sealed record FormatCount(EventFormat? Format, int Events);

/// <summary>How many events lack each fact; `completeEvent` supplies it.</summary>
/// <param name="Title">Events without a title. Show their descriptions instead.</param>
/// <param name="Medium">Events without a medium.</param>
/// <param name="Format">Events without a format.</param>
/// <param name="Languages">Events that name no language.</param>
/// <param name="Place">Events of which it is not said where they are.</param>
public sealed record UnsaidFacts(int Title, int Medium, int Format, int Languages, int Place);

/// <summary>The events with one status.</summary>
/// <param name="Status">What has become of them by today.</param>
/// <param name="Events">How many there are.</param>
public sealed record StatusCount(EventStatus Status, int Events);

/// <inheritdoc cref="EventCounts"/>
public sealed class EventCountsType : ObjectType<EventCounts>;
