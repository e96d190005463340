namespace Cwa.Graph.Engine;

/// <summary>What every mutation answers beside the thing it made or changed.</summary>
public abstract record Payload
{
    /// <summary>
    /// Why nothing was done, every reason at once, at most 100 and how many more; empty when it was done.
    /// </summary>
    [ListSize(InputCheck.MostTold + 1)]
    public IReadOnlyList<IUserError> Errors { get; internal set; } = [];

    /// <summary>
    /// What is odd about the input but can be right; at most 100 and how many more. It stops nothing.
    /// </summary>
    [ListSize(InputCheck.MostTold + 1)]
    public IReadOnlyList<UserWarning> Warnings { get; internal set; } = [];
}

/// <summary>The type of one mutation's payload.</summary>
public sealed class PayloadType<T> : ObjectType<T>
    where T : Payload;

/// <summary>Something odd about the input that can be right.</summary>
public sealed record UserWarning
{
    /// <summary>One sentence for a person, in plain words.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// Where in the arguments it is, outermost first: `input`, then names of fields and places in lists, counted from
    /// 0.
    /// </summary>
    public required IReadOnlyList<string> Path { get; init; }
}

/// <summary>
/// Something odd about the input that can be right. It is kept and shown; nothing is refused because of it.
/// </summary>
public sealed class UserWarningType : ObjectType<UserWarning>;
