namespace Cwa.Model;

/// <summary>Something in the input that looks wrong but may be right. The mutation is done all the same.</summary>
public sealed record UserWarning
{
    /// <summary>One sentence for a person, in plain words.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// Where it is in the arguments, outermost first: `input`, then field names and list positions from 0.
    /// </summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The id of the event that the warning is about; null if it is about none.</summary>
    public Guid? EventId { get; init; }
}
