namespace Cwa.Graph;

/// <summary>Where clients find the server; the section `Site` of the configuration.</summary>
internal sealed class SiteSettings
{
    /// <summary>The public address, such as `https://cwa.example.gov`; links begin with it.</summary>
    [Origin("https://cwa.example.gov")]
    public string? Address { get; init; }

    /// <summary>
    /// The proxies whose `X-Forwarded-*` headers are trusted: addresses, or networks such as `10.1.0.0/16`.
    /// </summary>
    [Network]
    public IReadOnlyList<string> Proxies { get; init; } = [];
}
