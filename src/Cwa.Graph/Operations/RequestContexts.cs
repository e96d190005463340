using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Creates the contexts that a request reads with: over the replica, if the request is read there.</summary>
public sealed class RequestContexts(ReadContexts primary, ReadSource source, Replica? replica = null)
{
    /// <summary>A context for reading.</summary>
    public CwaDbContext Create() =>
        (source.ReplicaHas is not null && replica is not null ? replica.Contexts : primary).CreateDbContext();
}
