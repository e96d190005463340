namespace Cwa.Model;

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
