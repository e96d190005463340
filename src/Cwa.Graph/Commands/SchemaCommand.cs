using System.CommandLine;
using Cwa.Graph.Engine;

namespace Cwa.Graph;

internal static class SchemaCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The file to write; by default, the terminal.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var export = new Command("export", "Writes the schema in the GraphQL schema definition language.") { file };
        export.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var host = CommandHost.Build();
                var sdl = host.Services.GetRequiredService<GraphSchema>().ToSdl();
                if (parsed.GetValue(file) is not { } path)
                {
                    await Console.Out.WriteAsync(sdl);
                    return 0;
                }

                try
                {
                    await File.WriteAllTextAsync(Commands.FileAt(path).FullName, sdl, cancellationToken);
                    return 0;
                }
                catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
                {
                    await Console.Error.WriteLineAsync(refused.Message);
                    return 2;
                }
            }
        );
        return new Command("schema", "The published schema.") { export };
    }
}
