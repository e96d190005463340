using System.CommandLine;

namespace Cwa.Graph;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Creates the database, or applies the migrations that it lacks.");
        command.SetAction(
            async (_, cancellationToken) =>
            {
                await using var host = CommandHost.Build();
                var applied = await host.Services.GetRequiredService<CwaDatabase>().MigrateAsync(cancellationToken);
                Console.WriteLine(
                    applied is [] ? "The schema is up to date." : $"Applied: {string.Join(", ", applied)}."
                );
                return 0;
            }
        );
        return command;
    }
}
