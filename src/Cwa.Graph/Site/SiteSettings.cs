namespace Cwa.Graph;

/// <summary>Where the server is found; the section `Site` of the configuration.</summary>
internal sealed class SiteSettings
{
    /// <summary>The address by which others know it, such as `https://cwa.example.gov`; links begin with it.</summary>
    [Origin("https://cwa.example.gov")]
    public string? Address { get; init; }

    /// <summary>The proxies whose `X-Forwarded-*` is believed: addresses, and networks such as `10.1.0.0/16`.</summary>
    [Proxy]
    public IReadOnlyList<string> Proxies { get; init; } = [];
}
