using System.CommandLine;
using System.Diagnostics;

namespace Cwa.Graph;

/// <summary>What the program does beside serving.</summary>
internal static class Commands
{
    /// <summary>
    /// Whether the first word is no setting, `--Database:Provider=…`, but a command or a question about commands.
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
    /// The file that a path names, looked for where the person stands: `dotnet run` starts the program in its project's
    /// folder.
    /// </summary>
    public static FileInfo FileAt(string path)
    {
        var shell = Environment.GetEnvironmentVariable("PWD");
        return new(Path.GetFullPath(path, Path.IsPathRooted(shell) ? shell : Environment.CurrentDirectory));
    }

    // Whoever runs the command is told no stack trace, and has it to pass on.
    private static async Task<string> ToldAsync(Exception fault)
    {
        var trace = ActivityTraceId.CreateRandom();
        var file = Path.Combine(Path.GetTempPath(), $"cwa-{trace}.log");
        await File.WriteAllTextAsync(file, $"{fault}\n");
        return $"The command failed through a fault of ours. Report {trace}, with {file}, which has the rest.";
    }

    private static Command[] Named() => [ImportCommand.Create(), SampleCommand.Create(), SchemaCommand.Create()];
}
