using System.CommandLine;
using System.Diagnostics;

namespace Cwa.Graph;

/// <summary>The commands of the program, which otherwise serves.</summary>
internal static class Commands
{
    /// <summary>
    /// Whether the first word is a command or asks for help, and is not a setting such as `--Database:Provider=…`.
    /// </summary>
    public static bool AreAsked(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Serves the CwA Graph API, unless a command is given.");
        foreach (var command in Named())
            root.Add(command);
        try
        {
            return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refusal) when (Start.ReasonOf(refusal) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(await ToldAsync(fault));
            return 1;
        }
    }

    /// <summary>
    /// The file at a path, relative to the shell's folder: `dotnet run` starts the program in its project's folder.
    /// </summary>
    public static FileInfo FileAt(string path)
    {
        var shell = Environment.GetEnvironmentVariable("PWD");
        return new(Path.GetFullPath(path, Path.IsPathRooted(shell) ? shell : Environment.CurrentDirectory));
    }

    // The stack trace is not shown, but kept in a file to pass on.
    private static async Task<string> ToldAsync(Exception fault)
    {
        var trace = ActivityTraceId.CreateRandom();
        var file = Path.Combine(Path.GetTempPath(), $"cwa-{trace}.log");
        await File.WriteAllTextAsync(file, $"{fault}\n");
        return $"The command failed through a fault of ours. Report {trace}, and send {file}, which has the details.";
    }

    private static Command[] Named() =>
        [
            CopyCommand.Create(),
            ImportCommand.Create(),
            MigrateCommand.Create(),
            .. RevokeCommand.Create(),
            SampleCommand.Create(),
            SchemaCommand.Create(),
        ];
}
