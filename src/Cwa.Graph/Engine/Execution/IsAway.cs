namespace Cwa.Graph.Engine;

/// <summary>
/// Whether a failure means that the database is away for now: what failed may be tried again unchanged.
/// </summary>
public delegate bool IsAway(Exception? failure);
