using System.Globalization;

namespace Cwa.Benchmarks;

/// <summary>A PostgreSQL server of this benchmark's own, on a free port of the loopback. Commits are durable.</summary>
internal sealed class PrivatePostgres : IDisposable
{
    private const string User = "bench";

    // track_commit_timestamp says when a report was committed. Nothing but what is measured should work meanwhile.
    private const string Settings = """
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 300
        shared_buffers = 1GB
        work_mem = 16MB
        maintenance_work_mem = 256MB
        max_wal_size = 4GB
        checkpoint_timeout = 30min
        random_page_cost = 1.1
        jit = off
        max_parallel_workers_per_gather = 0
        track_commit_timestamp = on
        autovacuum = off
        """;

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly bool _isKept;
    private readonly int _port = new Uri(FreePort.Address()).Port;

    private PrivatePostgres(string folder, bool isKept)
    {
        (_folder, _isKept) = (Directory.CreateDirectory(folder).FullName, isKept);
        try
        {
            _lock = new(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new ArgumentException($"Another run works in {folder}. Wait for its end, or leave out --keep.");
        }
    }

    /// <summary>The id of the server's first process.</summary>
    public int ProcessId =>
        int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Starts it over a folder, with what is left there of an earlier run.</summary>
    /// <param name="folder">The folder for its files.</param>
    /// <param name="isKept">Whether the folder stays at the end.</param>
    public static async Task<PrivatePostgres> StartAsync(string folder, bool isKept)
    {
        var postgres = new PrivatePostgres(folder, isKept);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => postgres.Dispose();
        // What a run left behind that was killed.
        await postgres.StopAsync();
        if (Environment.IsPrivilegedProcess)
            await Shell.RunAsync("/", "chown", ["postgres", folder]);
        if (!Directory.Exists(postgres.Data))
            await RunAsync("initdb", "-D", postgres.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await File.WriteAllTextAsync(
            Path.Combine(postgres.Data, "postgresql.auto.conf"),
            $"{Settings}\nport = {postgres._port}\n"
        );
        await RunAsync("pg_ctl", "-D", postgres.Data, "-l", Path.Combine(folder, "log"), "-w", "-s", "start");
        return postgres;
    }

    /// <summary>How .NET connects to a database.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username={User};Database={database}";

    /// <summary>How everything else connects to a database.</summary>
    public string Url(string database) => $"postgres://{User}@127.0.0.1:{_port}/{database}";

    /// <summary>Runs statements, or a file of them, and returns what they say.</summary>
    public async Task<string> SqlAsync(string database, params string[] psqlArguments) =>
        await Shell.RunAsync(
            "/",
            Program("psql"),
            [Url(database), "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", .. psqlArguments]
        );

    public void Dispose()
    {
        StopAsync().GetAwaiter().GetResult();
        _lock.Dispose();
        if (!_isKept && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task StopAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")) && Directory.Exists($"/proc/{ProcessId}"))
            await RunAsync("pg_ctl", "-D", Data, "-m", "fast", "-w", "-s", "stop");
    }

    // PostgreSQL refuses to run as root.
    private static Task<string> RunAsync(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? Shell.RunAsync("/", "runuser", ["-u", "postgres", "--", Program(program), .. arguments])
            : Shell.RunAsync("/", Program(program), arguments);

    private static string Program(string name) =>
        Directory
            .GetDirectories("/usr/lib/postgresql")
            .OrderBy(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin", name))
            .LastOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"PostgreSQL's {name} is missing: apt install postgresql");
}
