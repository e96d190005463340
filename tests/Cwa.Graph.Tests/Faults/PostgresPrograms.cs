using System.Diagnostics;

namespace Cwa.Graph.Tests.Faults;

/// <summary>The programs of PostgreSQL, for tests that start servers of their own. It refuses to run as root.</summary>
internal static class PostgresPrograms
{
    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>A new folder that belongs to whom the programs run as.</summary>
    /// <param name="parent">Where it is; null for where temporary files are.</param>
    /// <exception cref="SkipException">PostgreSQL cannot be started here.</exception>
    public static async Task<string> NewFolderAsync(DirectoryInfo? parent = null)
    {
        _ = Folder();
        return (await SayAsync("mktemp", "-d", "-p", parent?.FullName ?? Path.GetTempPath())).Trim();
    }

    /// <summary>Runs one of the programs, such as `pg_dump`, to its end.</summary>
    public static Task RunAsync(string program, params string[] arguments) =>
        SayAsync(Path.Combine(Folder(), program), arguments);

    /// <summary>Makes an empty folder the data of a server.</summary>
    public static Task CreateAsync(string data) =>
        RunAsync("initdb", "-D", data, "-U", "cwa", "-A", "trust", "-E", "UTF8");

    /// <summary>Starts a server over a folder of data, and waits for it.</summary>
    /// <param name="data">The folder. The log is beside it.</param>
    /// <param name="port">Where it listens, on this machine alone.</param>
    /// <param name="settings">Further settings, each as `name=value`.</param>
    public static Task LaunchAsync(string data, int port, params string[] settings) =>
        RunAsync(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-s",
            "-l",
            data + ".log",
            "-o",
            string.Concat(
                new[] { "listen_addresses=127.0.0.1", $"port={port}", $"unix_socket_directories={data}", "fsync=off" }
                    .Concat(settings)
                    .Select(setting => $"-c {setting} ")
            ),
            "start"
        );

    /// <summary>Whether a server runs over a folder of data, or was killed there.</summary>
    public static bool Runs(string data) => File.Exists(Path.Combine(data, "postmaster.pid"));

    /// <summary>Takes a server's power away.</summary>
    public static Task StopAsync(string data) => RunAsync("pg_ctl", "-D", data, "-m", "immediate", "-s", "stop");

    /// <summary>Takes a server's power away if it runs, and removes a folder of its data and the log beside it.</summary>
    public static async Task EndAsync(string data)
    {
        if (Runs(data))
            await StopAsync(data);
        await SayAsync("rm", "-rf", data, data + ".log");
    }

    /// <summary>Makes an empty folder the data of a standby that follows a server.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="port">Where the server listens.</param>
    /// <param name="name">The name that the standby gives itself there.</param>
    public static Task FollowAsync(string data, int port, string name = "standby") =>
        RunAsync(
            "pg_basebackup",
            "-D",
            data,
            "-R",
            "-c",
            "fast",
            "-d",
            $"host=127.0.0.1 port={port} user=cwa application_name={name}"
        );

    private static string Folder()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Order()
                .LastOrDefault()
            : null;
        Required.Holds(
            programs is not null,
            "A PostgreSQL of its own needs the programs of the server in /usr/lib/postgresql."
        );
        if (IsRoot)
            Required.Programs("A PostgreSQL that root starts", "runuser");
        return programs!;
    }

    private static async Task<string> SayAsync(string program, params string[] arguments)
    {
        string[] command = IsRoot
            ? ["runuser", "-u", "postgres", "--", program, .. arguments]
            : [program, .. arguments];
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                // A server that is started would keep the line open.
                RedirectStandardOutput = program == "mktemp",
                WorkingDirectory = "/",
            }
        )!;
        var said = program == "mktemp" ? await process.StandardOutput.ReadToEndAsync() : "";
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
        return said;
    }
}
