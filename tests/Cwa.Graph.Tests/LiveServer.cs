using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Cwa.Graph.Tests;

/// <summary>The built server as a process of its own on a real port, for what an in-process host cannot show.</summary>
public sealed partial class LiveServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DirectoryInfo _workingDirectory = Directory.CreateTempSubdirectory("cwa-live-");
    private readonly Process _process;

    private LiveServer(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cwa.Graph.dll")])
        {
            WorkingDirectory = _workingDirectory.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The server ended.\n{Log}"));
    }

    public Uri Address { get; private set; } = null!;

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <param name="settings">Configuration keys as in appsettings, <c>Clock:Today</c>.</param>
    public static async Task<LiveServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = new LiveServer(settings.ToDictionary(s => s.Key, s => s.Value));
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _workingDirectory.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _listening.Task.WaitAsync(Patience);

        using var http = new HttpClient { BaseAddress = Address };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            using var response = await http.GetAsync("/healthz/ready");
            if (response.StatusCode == HttpStatusCode.OK)
                return;
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"The server is not ready: {response.StatusCode}.\n{Log}");
            await Task.Delay(100);
        }
    }

    private void Read(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
        if (line is not null && ListeningOn().Match(line) is { Success: true } match)
            _listening.TrySetResult(new Uri(match.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex ListeningOn();
}
