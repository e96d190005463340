namespace Cwa.Model;

/// <summary>
/// Why nothing was done, where the caller can mend it. It is returned, never thrown; the properties of each kind are
/// data that helps.
/// </summary>
public abstract record Refusal
{
    /// <summary>One sentence for a person.</summary>
    public abstract string Message { get; }

    /// <summary>Where in the input the problem is, outermost first.</summary>
    public IReadOnlyList<string> Path { get; internal init; } = [];
}
