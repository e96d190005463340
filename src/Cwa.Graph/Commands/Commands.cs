using System.CommandLine;

namespace Cwa.Graph;

/// <summary>What the program does beside serving.</summary>
internal static class Commands
{
    /// <summary>Whether the first word is no setting, `--Database:Provider=…`, but a command or a question about commands.</summary>
    public static bool AreAsked(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Serves the CwA Graph API, unless a command is given.");
        foreach (var command in Named())
            root.Add(command);
        return root.Parse(args).InvokeAsync();
    }

    /// <summary>The file that a path names, looked for where the person stands: `dotnet run` starts the program in its project's folder.</summary>
    public static FileInfo FileAt(string path)
    {
        var shell = Environment.GetEnvironmentVariable("PWD");
        return new(Path.GetFullPath(path, Path.IsPathRooted(shell) ? shell : Environment.CurrentDirectory));
    }

    private static Command[] Named() => [ImportCommand.Create(), SampleCommand.Create(), SchemaCommand.Create()];
}
