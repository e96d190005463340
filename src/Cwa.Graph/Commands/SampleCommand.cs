using System.CommandLine;
using Cwa.Model;

namespace Cwa.Graph;

internal static class SampleCommand
{
    public static Command Create()
    {
        var scale = new Option<int>("--scale")
        {
            Description = $"Multiplies the number of events, by 1 to {SampleOptions.MaxScale}; 30 gives about 150,000.",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("sample", "Loads an illustrative sample year into an empty database.")
        {
            scale,
            PlayCommand.Create(),
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(scale) is < 1 or > SampleOptions.MaxScale)
                {
                    await Console.Error.WriteLineAsync($"--scale takes 1 to {SampleOptions.MaxScale}.");
                    return 2;
                }

                await using var host = CommandHost.Build();
                var contexts = await CommandHost.DatabaseAsync(host, cancellationToken);
                await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
                {
                    if (!await SampleYear.CanLoadAsync(db, cancellationToken))
                    {
                        await Console.Error.WriteLineAsync(
                            "The database already holds records. The sample year is loaded only into an empty database."
                        );
                        return 1;
                    }
                }

                var loaded = await SampleYear.LoadAsync(
                    contexts,
                    new(parsed.GetValue(scale)),
                    new Progress<string>(Console.Error.WriteLine),
                    cancellationToken
                );
                Console.WriteLine(
                    $"Loaded {loaded.Events:N0} illustrative events in {loaded.MonthlyReports:N0} reports of "
                        + $"{loaded.Agencies} agencies."
                );
                return 0;
            }
        );
        return command;
    }
}
