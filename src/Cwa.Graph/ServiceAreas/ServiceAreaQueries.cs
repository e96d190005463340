using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Where customers live and work.</summary>
public sealed class ServiceAreaQueries
{
    /// <summary>Where all agencies' customers live and work (action 3): a record for each agency and state.</summary>
    public static Task<Connection<ServiceArea>> ServiceAreasAsync(Page<ServiceArea> page) => page.AllAsync();
}
