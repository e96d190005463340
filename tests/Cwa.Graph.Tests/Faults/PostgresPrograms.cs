using System.Diagnostics;

namespace Cwa.Graph.Tests.Faults;

/// <summary>The programs of PostgreSQL, for tests that start servers of their own. It refuses to run as root.</summary>
internal static class PostgresPrograms
{
    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>A new folder that belongs to whom the programs run as.</summary>
    /// <exception cref="SkipException">PostgreSQL cannot be started here.</exception>
    public static async Task<string> NewFolderAsync()
    {
        _ = Folder();
        return (await SayAsync("mktemp", "-d")).Trim();
    }

    /// <summary>Removes such a folder.</summary>
    public static Task RemoveAsync(string folder) => SayAsync("rm", "-rf", folder);

    /// <summary>Runs one of the programs, such as `initdb`, to its end.</summary>
    public static Task RunAsync(string program, params string[] arguments) =>
        SayAsync(Path.Combine(Folder(), program), arguments);

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
