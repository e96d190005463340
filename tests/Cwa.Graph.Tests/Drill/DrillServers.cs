using Cwa.Graph.Tests.Faults;

namespace Cwa.Graph.Tests.Drill;

/// <summary>Servers over one database.</summary>
internal sealed class DrillServers : IAsyncDisposable
{
    private DrillServers(IReadOnlyList<(Uri Address, LiveServer Server)> all) =>
        (Addresses, All) = ([.. all.Select(s => s.Address)], [.. all.Select(s => s.Server)]);

    public IReadOnlyList<Uri> Addresses { get; }

    public IReadOnlyList<LiveServer> All { get; }

    /// <summary>Starts them together, over a database without tables.</summary>
    public static async Task<DrillServers> StartAsync(int count, string connectionString)
    {
        var servers = new DrillServers([
            .. Enumerable
                .Range(0, count)
                .Select(_ => SiteClient.FreeAddress())
                .Select(address =>
                    (
                        address,
                        LiveServer.Launch([
                            ("ASPNETCORE_URLS", address.ToString()),
                            ("Database:Provider", "PostgreSql"),
                            ("ConnectionStrings:Cwa", connectionString),
                            ("Sample:Load", "false"),
                            ("Site:Proxies:0", "127.0.0.1"),
                            ("Connections:NoticeTime", "00:00:01"),
                            .. SignedInCaller.Settings,
                        ])
                    )
                ),
        ]);
        foreach (var server in servers.All)
            await server.ReadyAsync();
        return servers;
    }

    /// <summary>Kills a server, and waits until it serves again.</summary>
    public static async Task KillAsync(LiveServer server)
    {
        await server.KillAsync();
        server.Launch();
        await server.ReadyAsync();
    }

    /// <summary>Stops each as a service manager does, and starts it again before the next.</summary>
    public async Task UpgradeAsync()
    {
        foreach (var server in All)
        {
            await server.StopAsync();
            await server.Process.WaitForExitAsync();
            server.Launch();
            await server.ReadyAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in All)
            await server.DisposeAsync();
    }
}
