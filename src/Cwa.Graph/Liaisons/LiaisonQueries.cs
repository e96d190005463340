using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The people whom agencies have designated to coordinate their conversations.</summary>
public sealed class LiaisonQueries
{
    /// <summary>
    /// All agencies' designations of primary liaisons (action 2), past and current. A current one has no `endedOn`.
    /// Those of the whole government fit on one page.
    /// </summary>
    [PageSize(Most = 250)]
    public static Task<Connection<Liaison>> LiaisonsAsync(Page<Liaison> page) => page.AllAsync();
}
