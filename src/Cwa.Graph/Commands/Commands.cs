using System.CommandLine;

namespace Cwa.Graph;

/// <summary>What the program does beside serving.</summary>
internal static class Commands
{
    /// <summary>Whether the first word is no setting, `--Database:Provider=…`, but a command or a question about commands.</summary>
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
    }

    /// <summary>The file that a path names, looked for where the person stands: `dotnet run` starts the program in its project's folder.</summary>
    public static FileInfo FileAt(string path)
    {
        var shell = Environment.GetEnvironmentVariable("PWD");
        return new(Path.GetFullPath(path, Path.IsPathRooted(shell) ? shell : Environment.CurrentDirectory));
    }

    private static Command[] Named() => [ImportCommand.Create(), SampleCommand.Create(), SchemaCommand.Create()];
}
