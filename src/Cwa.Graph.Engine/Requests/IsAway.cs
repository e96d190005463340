namespace Cwa.Graph.Engine;

/// <summary>What a failure says of the database: whether it is away for now, and then what was left behind.</summary>
public delegate Away IsAway(Exception? failure);

/// <summary>Whether the database is away for now.</summary>
public enum Away
{
    /// <summary>It is there: the failure has another reason.</summary>
    No,

    /// <summary>It is away and nothing was done: what failed may be tried again unchanged.</summary>
    NothingDone,

    /// <summary>It went away while it was asked to commit, so that nobody knows whether it did.</summary>
    OutcomeUnknown,

    /// <summary>It may well be there: a limit of ours ended a commit, so that nobody knows whether it was done.</summary>
    BrokenOff,
}
