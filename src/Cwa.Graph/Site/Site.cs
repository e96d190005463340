using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>The server's own address, as far as it is certain.</summary>
internal sealed class Site(IOptions<SiteSettings> settings, IOptionsMonitor<HostFilteringOptions> hosts)
{
    // What the host filter takes for any host.
    private static readonly string[] Any = ["*", "[::]", "0.0.0.0"];

    private readonly Uri? _address = settings.Value.Address is { Length: > 0 } address ? new(address) : null;

    /// <summary>Whether requests may name any host.</summary>
    public bool IsAnyHostAllowed => hosts.CurrentValue.AllowedHosts.Intersect(Any).Any();

    /// <summary>Whether pages of this origin are the server's own.</summary>
    public bool Is(string origin) => origin.Equals(settings.Value.Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that is set; without one, that of the request, if `AllowedHosts` names hosts.</summary>
    /// <returns>Null if there is neither: the client may have made up the host.</returns>
    public Uri? AddressFor(HttpRequest request)
    {
        if (_address is not null || IsAnyHostAllowed)
            return _address;
        // A proxy may pass on a scheme that its own client made up.
        return
            Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var asked)
            && (asked.Scheme == Uri.UriSchemeHttps || asked.Scheme == Uri.UriSchemeHttp)
            ? asked
            : null;
    }
}
