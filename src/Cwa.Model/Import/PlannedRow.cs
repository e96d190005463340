namespace Cwa.Model;

/// <summary>A row of a file of events.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Event">What it reports.</param>
/// <param name="Said">What it says became of the event.</param>
internal sealed record PlannedRow(long Line, PlannedEvent Event, EventCells Said)
{
    /// <summary>The month whose report lists the event: that of the day for which it was first planned.</summary>
    public ReportMonth Month { get; } = ReportMonth.Of(Said.PostponedFrom ?? Event.Facts.StartsOn);
}
