using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;

namespace Cwa.Benchmarks;

/// <summary>A built server as a process of its own, on a free port of the loopback.</summary>
internal sealed class BuiltServer : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<string> _log = new();

    private BuiltServer(Process process, string address)
    {
        (Process, Address) = (process, address);
        Process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
    }

    public Process Process { get; }

    /// <summary>The address that it listens on.</summary>
    public string Address { get; }

    /// <summary>The lines that it has logged.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Starts this program's own build over a SQLite file, and waits until it says that it is ready.</summary>
    public static Task<BuiltServer> StartAsync(string database, params (string Key, string Value)[] settings) =>
        StartFromAsync(AppContext.BaseDirectory, database, settings);

    /// <summary>The same for the build in a folder.</summary>
    public static async Task<BuiltServer> StartFromAsync(
        string folder,
        string database,
        params (string Key, string Value)[] settings
    )
    {
        var address = FreePort.Address();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Cwa.Graph.dll")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_CONTENTROOT"] = folder,
                ["ASPNETCORE_URLS"] = address,
                ["ConnectionStrings__Cwa"] = SampleDatabase.ConnectionString(database),
                ["Clock__Today"] = "1998-11-16",
            },
        };
        // What is asked again is computed again, however often. An older build has fewer limits, and refuses the settings.
        var engine = await File.ReadAllBytesAsync(Path.Combine(folder, "Cwa.Graph.Engine.dll"));
        foreach (var limit in new[] { "CachedAnswerBytes", "CostEachMinute", "SignedInCostEachMinute" })
        {
            if (engine.AsSpan().IndexOf(Encoding.UTF8.GetBytes(limit)) >= 0)
                start.Environment["Limits__" + limit] = "0";
        }

        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var server = new BuiltServer(Process.Start(start)!, address);
        server.Process.BeginOutputReadLine();
        try
        {
            await server.BecomeReadyAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    private async Task BecomeReadyAsync()
    {
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); !await IsReadyAsync(http); await Task.Delay(20))
        {
            if (Process.HasExited)
                throw new InvalidOperationException(
                    $"The server ended with {Process.ExitCode}. It said:\n{string.Join('\n', _log)}"
                );
            if (waited.Elapsed > LongestStart)
                throw new TimeoutException($"The server is not ready after {LongestStart.TotalMinutes:F0} minutes.");
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
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
