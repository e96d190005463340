namespace Cwa.Model;

/// <summary>How many of an agency's conversations of one kind had begun by a day's end, as they stood then.</summary>
/// <remarks>
/// A joint conversation counts for each agency that holds it. Cancelled ones, and those postponed without a new day,
/// are not counted.
/// </remarks>
public sealed record ConversationCount
{
    /// <summary>The agency that holds them, alone or with others.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The month of their first day.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The month of their last day.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How they reach people; null if not said.</summary>
    public Medium? Medium { get; init; }

    /// <summary>Whether they are problem-solving days.</summary>
    public bool IsProblemSolving { get; init; }

    /// <summary>Whether they were confirmed as held, or have results.</summary>
    public bool IsHeld { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them have a known attendance.</summary>
    public int Attended { get; init; }

    /// <summary>How many people attended those.</summary>
    public long Attendance { get; init; }

    /// <summary>One of them.</summary>
    public required Guid EventId { get; init; }
}

/// <summary>How many of an agency's conversations in one place had begun by a day's end, as they stood then.</summary>
/// <param name="AgencyId">The agency that holds them, alone or with others.</param>
/// <param name="Kind">Whether they are at a place, across the nation or online; null if not said.</param>
/// <param name="State">The state or territory of those at a place.</param>
/// <param name="Count">How many there are.</param>
public sealed record ConversationPlace(Guid AgencyId, PlaceKind? Kind, StateCode? State, int Count);
