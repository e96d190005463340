using System.Net;
using System.Net.Sockets;

namespace Cwa.Benchmarks;

/// <summary>A free port of the loopback, so that two runs on one machine do not measure each other's server.</summary>
internal static class FreePort
{
    public static string Address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
