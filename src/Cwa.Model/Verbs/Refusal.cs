namespace Cwa.Model;

/// <summary>
/// Why nothing was done, and what the caller can mend. It is returned, never thrown. Each type's properties hold data
/// that helps.
/// </summary>
public abstract record Refusal
{
    /// <summary>One sentence for a person.</summary>
    public abstract string Message { get; }

    /// <summary>Where in the input the problem is, outermost first.</summary>
    public IReadOnlyList<string> Path { get; internal init; } = [];
}
