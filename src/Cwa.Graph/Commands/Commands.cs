using System.CommandLine;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What the program does beside serving.</summary>
internal static class Commands
{
    private static readonly string[] Names = ["import", "sample", "schema", "--help", "-h", "-?", "--version"];

    public static bool AreAsked(string[] args) => args is [var first, ..] && Names.Contains(first);

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("CwA Graph: serves the API unless a command is given.") { SchemaCommand() };
        return root.Parse(args).InvokeAsync();
    }

    private static Command SchemaCommand()
    {
        var export = new Command("export", "Prints the schema in the GraphQL schema definition language.");
        export.SetAction(_ =>
        {
            using var host = Host();
            Console.Out.Write(host.Services.GetRequiredService<GraphSchema>().ToSdl());
        });
        return new Command("schema", "The published schema.") { export };
    }

    /// <summary>The server's parts without its listening.</summary>
    private static WebApplication Host()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddCwaModel();
        builder.AddCwaSecurity();
        builder.AddCwaGraph();
        return builder.Build();
    }
}
