using System.Runtime.CompilerServices;

namespace Cwa.Graph.Tests;

/// <summary>
/// Keeps test servers from watching their settings files, since watchers are limited, and from profiling themselves,
/// since the tests start many servers.
/// </summary>
internal static class WithoutReloading
{
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        // Profiling costs a third of the start, and a short-lived server never gets enough requests to gain by it.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
    }
}
