using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>What every payload has beside the record that was made or changed.</summary>
public abstract record Payload
{
    /// <summary>
    /// Why nothing was done: all reasons at once, at most 100, then how many more. Empty if it was done.
    /// </summary>
    [ListSize(Findings.MostTold + 1)]
    public IReadOnlyList<Refusal> Errors { get; internal set; } = [];

    /// <summary>
    /// What is odd about the input but may be right: at most 100 warnings, then how many more. They stop nothing.
    /// </summary>
    [ListSize(Findings.MostTold + 1)]
    public IReadOnlyList<UserWarning> Warnings { get; internal set; } = [];

    /// <summary>
    /// What becomes different about the events, compared with how they stand: in the order of the report, then what it
    /// leaves out and thereby cancels. Also told if the input is only checked. Empty for an answer that is repeated.
    /// </summary>
    [ListSize(MonthlyReport.MaxEvents)]
    public IReadOnlyList<ReportChange> Changes { get; internal set; } = [];
}

/// <summary>The payload of a verb.</summary>
public sealed record Payload<TVerb, T> : Payload
    where TVerb : Verb<T>
    where T : class
{
    /// <summary>The record that was made or changed, if any.</summary>
    public T? Given { get; init; }
}

/// <summary>The payload of a verb of several records.</summary>
public sealed record PayloadOfMany<TVerb, T> : Payload
    where TVerb : VerbOfMany<T>
    where T : class
{
    /// <summary>The records that were made or changed.</summary>
    public IReadOnlyList<T> Given { get; init; } = [];
}

/// <summary>Something odd about the input that may be right. Nothing is refused because of it.</summary>
public sealed class UserWarningType() : ObjectType<UserWarning>(w => w.EventId)
{
    /// <summary>The event that the warning is about, such as one that a new event looks like; null if there is none.</summary>
    public static IDataLoaderResult<Event?>? Event(UserWarning warning, ById<Event> events) =>
        warning.EventId is { } id ? events.Find(id) : null;
}
