namespace Cwa.Model;

/// <summary>What was pending at the end does not follow from the other three counts.</summary>
public sealed record FiguresDoNotBalance(long Expected) : Refusal
{
    /// <summary>pendingStart + received − resolved; negative where more were resolved than there were.</summary>
    public long Expected { get; } = Expected;

    /// <inheritdoc/>
    public override string Message =>
        $"Pending at the start + received − resolved is {Expected}, and pending at the end is not.";
}

/// <summary>The month has not begun.</summary>
public sealed record MonthNotBegun(ReportMonth Month) : Refusal
{
    /// <summary>The month that the figures are of.</summary>
    public ReportMonth Month { get; } = Month;

    /// <inheritdoc/>
    public override string Message => $"{Month} has not begun; there is nothing to report of it.";
}

/// <summary>A batch has figures of the same agency, month, category and channel twice.</summary>
public sealed record FiguresListedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "Earlier figures of this batch are of the same agency, month, category and channel.";
}
