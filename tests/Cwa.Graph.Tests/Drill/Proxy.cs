using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Faults;

namespace Cwa.Graph.Tests.Drill;

/// <summary>nginx before some servers, set as the guide for operators says, but without TLS.</summary>
internal sealed partial class Proxy : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cwa-nginx-");
    private Process _nginx = null!;

    public Uri Address { get; } = SiteClient.FreeAddress();

    private string Settings => Path.Combine(_folder.FullName, "nginx.conf");

    public static async Task<Proxy> StartAsync(IEnumerable<Uri> servers)
    {
        Required.Programs("The drill", "nginx");
        var proxy = new Proxy();
        var guide = await File.ReadAllTextAsync(Repository.PathOf(".github/operations/nginx.conf"));
        var here = Certificate().Replace(Listen().Replace(guide, $"listen {proxy.Address.Authority};"), "");
        var all = string.Concat(servers.Select(server => $"server {server.Authority} max_fails=1 fail_timeout=2s;"));
        await File.WriteAllTextAsync(
            proxy.Settings,
            $"daemon off;\npid {proxy._folder}/pid;\nerror_log {proxy._folder}/errors;\n{Servers().Replace(here, all)}"
        );
        await proxy.LaunchAsync();
        return proxy;
    }

    /// <summary>Cuts every line through the proxy: it is killed, and started again.</summary>
    public async Task CutAsync()
    {
        await KillAsync();
        await LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    private async Task LaunchAsync()
    {
        _nginx = Process.Start("nginx", ["-p", _folder.FullName, "-c", Settings]);
        await Eventually.IsAsync(true, ListensAsync, LiveServer.Patience);
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(Address.Host, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task KillAsync()
    {
        _nginx.Kill(entireProcessTree: true);
        await _nginx.WaitForExitAsync();
        _nginx.Dispose();
    }

    [GeneratedRegex(@"listen 443[^;]*;")]
    private static partial Regex Listen();

    [GeneratedRegex(@"ssl_certificate\w*\s[^;]*;")]
    private static partial Regex Certificate();

    [GeneratedRegex(@"(server 10\.1\.0\.\d+:5000 max_fails=1 fail_timeout=2s;\s*)+")]
    private static partial Regex Servers();
}
