using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// How many customers were engaged, where and how (action 3). An event counts by its first day, so that periods add up,
/// and only once its report has been accepted.
/// </summary>
public sealed record Reach : ReachFigures
{
    internal Reach(params IEnumerable<ReachSum> sums)
        : base(sums) { }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>Nationwide events, such as broadcasts and mailings. They count for no state.</summary>
    public required PlaceReach National { get; init; }

    /// <summary>Online events. They count for no state.</summary>
    public required PlaceReach Virtual { get; init; }

    /// <summary>Events of which the agency has not said where they are.</summary>
    public required PlaceReach PlaceNotSaid { get; init; }

    /// <summary>
    /// Events at a place, by state or territory, those where most customers were met first. States without an event are
    /// left out.
    /// </summary>
    [ListSize(MostStates)]
    public required IReadOnlyList<StateReach> ByState { get; init; }

    /// <summary>
    /// Events by medium, in NPR's order, then those of which it is not said. Media without an event are left out.
    /// </summary>
    [ListSize(5)]
    public required IReadOnlyList<MediumReach> ByMedium { get; init; }

    /// <summary>
    /// Events by format, those that met most customers first. One entry may count those of which it is not said. Formats
    /// without an event are left out.
    /// </summary>
    [ListSize(25)]
    public required IReadOnlyList<FormatReach> ByFormat { get; init; }

    /// <summary>
    /// Events by language, at most 50, those with most events first. An event in two languages counts for each, so the
    /// figures do not add up.
    /// </summary>
    [ListSize(MostLanguages)]
    public required IReadOnlyList<LanguageReach> ByLanguage { get; init; }

    /// <summary>The forms of media, of the four, in which an event was held.</summary>
    public required IReadOnlyList<Medium> MediaUsed { get; init; }

    /// <summary>How far the areas where customers live and work were reached.</summary>
    public required ReachCoverage Coverage { get; init; }

    /// <summary>
    /// States and territories where customers live or work but their agency held no event, those where most live first.
    /// Empty if all were reached, or if no agency has declared where its customers are.
    /// </summary>
    [ListSize(MostStates)]
    public required IReadOnlyList<UnreachedState> Unreached { get; init; }

    /// <summary>
    /// Every agency, including those without an event, at most 250, those that met most customers first. A joint event
    /// counts for each agency that holds it, so the figures can add up to more than the whole.
    /// </summary>
    [ListSize(Government.MostAgencies)]
    public required IReadOnlyList<AgencyReach> ByAgency { get; init; }

    /// <summary>
    /// Every top-level agency together with its components, as far as the conditions choose them, including those
    /// without an event; at most 90, those that met most customers first. An event that several of its components hold
    /// counts once.
    /// </summary>
    [ListSize(Government.MostDepartments)]
    public required IReadOnlyList<DepartmentReach> ByDepartment { get; init; }

    internal const int MostStates = 56,
        MostLanguages = 50;
}

/// <summary>The events of one kind of place.</summary>
public sealed record PlaceReach : ReachFigures
{
    internal PlaceReach(params IEnumerable<ReachSum> sums)
        : base(sums) { }
}

/// <summary>The events at places in one state or territory.</summary>
public sealed record StateReach : ReachFigures
{
    internal StateReach(StateCode state, params IEnumerable<ReachSum> sums)
        : base(sums) => State = state;

    /// <summary>The state or territory.</summary>
    public StateCode State { get; }
}

/// <summary>The events of one medium.</summary>
public sealed record MediumReach : ReachFigures
{
    internal MediumReach(Medium? medium, params IEnumerable<ReachSum> sums)
        : base(sums) => Medium = medium;

    /// <summary>How the events reach people; null for events of which it is not said.</summary>
    public Medium? Medium { get; }
}

/// <summary>The events of one format.</summary>
public sealed record FormatReach : ReachFigures
{
    internal FormatReach(EventFormat? format, params IEnumerable<ReachSum> sums)
        : base(sums) => Format = format;

    /// <summary>The form that the events take; null for events of which it is not said.</summary>
    public EventFormat? Format { get; }
}

/// <summary>The events in one language.</summary>
public sealed record LanguageReach : ReachFigures
{
    internal LanguageReach(string? language, params IEnumerable<ReachSum> sums)
        : base(sums) => Language = language;

    /// <summary>The language, as a tag such as `es`; null for events that name none.</summary>
    public string? Language { get; }
}
