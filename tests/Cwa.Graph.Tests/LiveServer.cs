using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>
/// The built server as a process of its own on a real port, for tests that need more than an in-process host.
/// </summary>
public sealed partial class LiveServer : IAsyncDisposable
{
    /// <summary>How long a start may take on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const string Database = "ConnectionStrings:Cwa";

    private readonly StringBuilder _log = new();
    private readonly DirectoryInfo _workingDirectory = Directory.CreateTempSubdirectory("cwa-live-");
    private readonly IReadOnlyDictionary<string, string> _settings;
    private TestDatabase? _database;
    private TaskCompletionSource<Uri> _listening = null!;
    private Process _process = null!;

    private readonly string _program;

    private LiveServer(string program, IReadOnlyDictionary<string, string> settings) =>
        (_program, _settings) = (program, settings);

    public Uri Address { get; private set; } = null!;

    public Process Process => _process;

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>
    /// Starts a server and waits until it is ready; over the sample year, unless a setting names another database.
    /// </summary>
    /// <param name="settings">Configuration keys as in appsettings, such as <c>Clock:Today</c>.</param>
    public static async Task<LiveServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var database = settings.Any(s => s.Key == Database)
            ? null
            : await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        var server = Launch(database is null ? settings : [(Database, database.ConnectionString), .. settings]);
        server._database = database;
        try
        {
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Launches a server without waiting for it.</summary>
    public static LiveServer Launch(params (string Key, string Value)[] settings) =>
        LaunchOf(ServerProgram.Built, settings);

    /// <summary>Launches a server that was built elsewhere.</summary>
    public static LiveServer LaunchOf(string program, params (string Key, string Value)[] settings)
    {
        var server = new LiveServer(program, settings.ToDictionary(s => s.Key, s => s.Value));
        server.Launch();
        return server;
    }

    /// <summary>Starts the process, also again after a kill.</summary>
    public void Launch()
    {
        var start = ServerProgram.Of(
            _program,
            [
                ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
                .. _settings.Select(setting => (setting.Key, setting.Value)),
            ]
        );
        start.WorkingDirectory = _workingDirectory.FullName;

        _process?.Dispose();
        var listening = _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) =>
            listening.TrySetException(new InvalidOperationException($"The server ended.\n{Log}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until the server is ready.</summary>
    public async Task ReadyAsync()
    {
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

    /// <summary>Ends the process like `kill -9`, without letting it finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells the process to end, like a service manager, without waiting for it.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _workingDirectory.Delete(recursive: true);
        if (_database is not null)
            await _database.DisposeAsync();
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
