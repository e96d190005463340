using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>How many customers agencies serve, and where these live and work.</summary>
public sealed class ServiceAreaQueries
{
    /// <summary>How many customers all agencies serve (action 3): each number that was declared, from a day on.</summary>
    public static Task<Connection<CustomerBase>> CustomerBasesAsync(Page<CustomerBase> page) => page.AllAsync();

    /// <summary>
    /// The ways in which customers of all agencies can get a service (EO-f of Executive Order 12862).
    /// </summary>
    public static Task<Connection<DeliveryChoice>> DeliveryChoicesAsync(Page<DeliveryChoice> page) => page.AllAsync();

    /// <summary>Where all agencies' customers live and work (action 3): a record for each agency and state.</summary>
    public static Task<Connection<ServiceArea>> ServiceAreasAsync(Page<ServiceArea> page) => page.AllAsync();
}
