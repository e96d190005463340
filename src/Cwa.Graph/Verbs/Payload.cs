using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What every mutation answers beside the thing it made or changed.</summary>
public abstract record Payload
{
    /// <summary>
    /// Why nothing was done, every reason at once, at most 100 and how many more; empty when it was done.
    /// </summary>
    [ListSize(Findings.MostTold + 1)]
    public IReadOnlyList<Refusal> Errors { get; internal set; } = [];

    /// <summary>
    /// What is odd about the input but can be right; at most 100 and how many more. It stops nothing.
    /// </summary>
    [ListSize(Findings.MostTold + 1)]
    public IReadOnlyList<UserWarning> Warnings { get; internal set; } = [];
}

/// <summary>What a verb answers.</summary>
public sealed record Payload<TVerb, T> : Payload
    where TVerb : Verb<T>
    where T : class
{
    /// <summary>What it made or changed; null when it was refused or only checked.</summary>
    public T? Given { get; init; }
}

/// <summary>What a verb of several records answers.</summary>
public sealed record PayloadOfMany<TVerb, T> : Payload
    where TVerb : VerbOfMany<T>
    where T : class
{
    /// <summary>
    /// What it made or changed, in the order of the input; empty when it was refused or only checked.
    /// </summary>
    public IReadOnlyList<T> Given { get; init; } = [];
}

/// <summary>
/// Something odd about the input that can be right. It is kept and shown; nothing is refused because of it.
/// </summary>
public sealed class UserWarningType : ObjectType<UserWarning>;
