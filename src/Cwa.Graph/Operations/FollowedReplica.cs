using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Shows the engine the replica.</summary>
internal sealed class FollowedReplica(Replica replica) : IReplica
{
    public Task<string?> ReachesAsync(string place, CancellationToken cancellationToken) =>
        replica.ReachesAsync(place, cancellationToken);

    public Task<bool> ShowsOnlyAsync(string place, string run, CancellationToken cancellationToken) =>
        replica.ShowsOnlyAsync(place, run, cancellationToken);
}
