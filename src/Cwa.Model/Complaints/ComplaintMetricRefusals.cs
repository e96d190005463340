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

/// <summary>A quarter or a year does not begin with the month.</summary>
public sealed record PeriodBeginsOtherwise(CoveredPeriod Covers) : Refusal
{
    /// <summary>How long a period the figures cover.</summary>
    public CoveredPeriod Covers { get; } = Covers;

    /// <inheritdoc/>
    public override string Message =>
        Covers == CoveredPeriod.Quarter
            ? "A quarter begins in January, April, July or October. Give its first month."
            : "A year begins in January or, if it is a fiscal year, in October of the year before. Give its first "
                + "month.";
}

/// <summary>The agency has figures for another year with some of the same months.</summary>
public sealed record YearsOverlap(ReportMonth Other) : Refusal
{
    /// <summary>The first month of the other year.</summary>
    public ReportMonth Other { get; } = Other;

    /// <inheritdoc/>
    public override string Message =>
        $"The agency has figures for the year {new FiguresPeriod(Other, CoveredPeriod.Year)}. Some months would count "
        + "twice: give all of its years by the calendar, or all as fiscal years.";
}

/// <summary>Two items of a batch have the same agency, period, category and channel.</summary>
public sealed record FiguresListedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "Earlier figures of this batch have the same agency, period, category and channel.";
}
