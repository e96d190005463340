namespace Cwa.Model;

/// <summary>A row of a file of events.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Event">What it reports.</param>
/// <param name="Said">What it says became of the event.</param>
internal sealed record PlannedRow(long Line, PlannedEvent Event, EventCells Said);
