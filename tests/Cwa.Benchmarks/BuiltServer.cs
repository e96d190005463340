using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Cwa.Benchmarks;

/// <summary>The built server as a process of its own, over a SQLite file.</summary>
internal sealed class BuiltServer : IDisposable
{
    /// <summary>The address that it listens on: a port that was free when this program started.</summary>
    public static string Address { get; } = FreePort.Address();

    private readonly ConcurrentQueue<string> _log = new();

    private BuiltServer(Process process)
    {
        Process = process;
        Process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
    }

    public Process Process { get; }

    /// <summary>The lines that it has logged.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<BuiltServer> StartAsync(string database, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cwa.Graph.dll")])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory,
                ["ASPNETCORE_URLS"] = Address,
                ["ConnectionStrings__Cwa"] = SampleDatabase.ConnectionString(database),
                ["Clock__Today"] = "1998-11-16",
            },
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var server = new BuiltServer(Process.Start(start)!);
        server.Process.BeginOutputReadLine();
        using var http = new HttpClient();
        while (!await IsReadyAsync(http))
        {
            if (server.Process.HasExited)
                throw new InvalidOperationException($"The server ended with {server.Process.ExitCode}.");
            await Task.Delay(20);
        }

        return server;
    }

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync($"{Address}/healthz/ready");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
