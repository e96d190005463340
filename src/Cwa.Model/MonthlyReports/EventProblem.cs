namespace Cwa.Model;

/// <summary>Why a report cannot tell an event in this way, given what the event is already.</summary>
/// <param name="Index">The event's place in the report, from 0.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Reason">The same in plain words, with what to do.</param>
public sealed record EventProblem(int Index, EventProblemKind Kind, string Reason);

/// <summary>What can be wrong about an event that is told anew.</summary>
public enum EventProblemKind
{
    /// <summary>No event of the agency has the given id.</summary>
    NotFound,

    /// <summary>The report lists the event twice.</summary>
    ListedTwice,

    /// <summary>The event was held, and would start in the future.</summary>
    HeldInFuture,

    /// <summary>What the event achieved as a problem-solving day is recorded, and it would no longer be one.</summary>
    AchievementRecorded,

    /// <summary>The event was put off, and another month's report tells it now.</summary>
    MovedOn,
}
