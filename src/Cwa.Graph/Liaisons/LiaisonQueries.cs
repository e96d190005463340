using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The people whom agencies have designated to coordinate their conversations.</summary>
public sealed class LiaisonQueries
{
    /// <summary>
    /// The designations of primary liaisons of all agencies (action 2), past and open; an open one has no `endedOn`.
    /// </summary>
    public static Task<Connection<Liaison>> LiaisonsAsync(Page<Liaison> page) => page.AllAsync();
}
