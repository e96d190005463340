namespace Cwa.Model;

/// <summary>`pendingEnd` does not follow from the other three counts.</summary>
public sealed record FiguresDoNotBalance(long Expected) : Refusal
{
    /// <summary>
    /// `pendingStart` + `received` − `resolved`; negative if more complaints were resolved than there were.
    /// </summary>
    public long Expected { get; } = Expected;

    /// <inheritdoc/>
    public override string Message =>
        $"Pending at the end must be pending at the start + received − resolved, which is {Expected}.";
}

/// <summary>The month has not begun.</summary>
public sealed record MonthNotBegun(ReportMonth Month) : Refusal
{
    /// <summary>The month that the figures cover.</summary>
    public ReportMonth Month { get; } = Month;

    /// <inheritdoc/>
    public override string Message => $"{Month} has not begun, so there is nothing to report yet.";
}

/// <summary>Two items of a batch have the same agency, month, category and channel.</summary>
public sealed record FiguresListedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "Earlier figures of this batch have the same agency, month, category and channel.";
}
