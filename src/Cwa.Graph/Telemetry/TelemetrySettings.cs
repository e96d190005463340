namespace Cwa.Graph;

/// <summary>Who may read the server's measures; the section `Telemetry` of the configuration.</summary>
internal sealed class TelemetrySettings
{
    /// <summary>
    /// From where `/metrics` may be read: addresses, or networks such as `10.1.0.0/16`. Nobody else finds it there.
    /// </summary>
    [Network]
    public IReadOnlyList<string> Scrapers { get; init; } = [];
}
