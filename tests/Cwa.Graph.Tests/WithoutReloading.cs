using System.Runtime.CompilerServices;

namespace Cwa.Graph.Tests;

/// <summary>
/// Keeps test servers from watching their settings files: a machine has few watchers, and the facts start many servers.
/// </summary>
internal static class WithoutReloading
{
    [ModuleInitializer]
    internal static void Set() =>
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
