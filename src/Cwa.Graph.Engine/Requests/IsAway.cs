namespace Cwa.Graph.Engine;

/// <summary>
/// Judges by a failure whether the database is away for now, and if so, whether anything was written.
/// </summary>
public delegate Away IsAway(Exception? failure);

/// <summary>Whether the database is away for now.</summary>
public enum Away
{
    /// <summary>It is not away: the failure has another cause.</summary>
    No,

    /// <summary>It is away, and nothing was done: what failed may be tried again.</summary>
    NothingDone,

    /// <summary>It went away during a commit, so nobody knows whether the commit was done.</summary>
    OutcomeUnknown,

    /// <summary>It may be there, but a limit of ours ended a commit, so nobody knows whether it was done.</summary>
    BrokenOff,
}
