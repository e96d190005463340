namespace Cwa.Graph.Engine;

/// <summary>Where the reads of a scope go: to the database, or to its replica.</summary>
public sealed class ReadSource
{
    /// <summary>
    /// The instant by which everything stored is on the replica, if that is read; null to read the database itself.
    /// </summary>
    public DateTime? ReplicaHas { get; internal set; }
}
