using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What was pending at the end does not follow from the other three counts.</summary>
public sealed record FiguresDoNotBalance(long Expected, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>pendingStart + received − resolved; negative where more were resolved than there were.</summary>
    public long Expected { get; } = Expected;

    /// <inheritdoc/>
    public string Message =>
        $"The figures do not balance: pendingStart + received − resolved is {Expected}, and pendingEnd is not.";
}

/// <summary>The month has not begun.</summary>
public sealed record MonthNotBegun(ReportMonth Month, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>The month that the figures are of.</summary>
    public ReportMonth Month { get; } = Month;

    /// <inheritdoc/>
    public string Message => $"{Month} has not begun; there is nothing to report of it.";
}

/// <summary>A batch has figures of the same agency, month, category and channel twice.</summary>
public sealed record FiguresListedTwice(IReadOnlyList<string> Path) : IUserError
{
    /// <inheritdoc/>
    public string Message => "Earlier figures of this batch are of the same agency, month, category and channel.";
}
