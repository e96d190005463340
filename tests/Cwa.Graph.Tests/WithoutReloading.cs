using System.Runtime.CompilerServices;

namespace Cwa.Graph.Tests;

/// <summary>
/// Keeps test servers from watching their settings files, as a machine has few watchers, and from profiling themselves:
/// the facts start many servers.
/// </summary>
internal static class WithoutReloading
{
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        // A server of its own that is soon gone is never asked often enough to gain by its profile, which costs a third
        // of its start.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
    }
}
