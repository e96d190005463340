namespace Cwa.Model;

/// <summary>A five-point scale does not have five counts.</summary>
public sealed record RatingsNotFive(int Count) : Refusal
{
    /// <summary>How many counts there are.</summary>
    public int Count { get; } = Count;

    /// <inheritdoc/>
    public override string Message =>
        $"Give five counts, from the worst point to the best, or none. There are {Count}.";
}

/// <summary>A mean is not from 1 to 5.</summary>
public sealed record MeanOffTheScale : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give a mean from 1 to 5, such as 3.8.";
}
