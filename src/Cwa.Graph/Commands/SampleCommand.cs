using System.CommandLine;
using Cwa.Model;

namespace Cwa.Graph;

internal static class SampleCommand
{
    public static Command Create()
    {
        var scale = new Option<int>("--scale")
        {
            Description = $"How many times as many events, 1 to {SampleOptions.MaxScale}; 30 gives about 150,000.",
            DefaultValueFactory = _ => 1,
        };
        scale.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > SampleOptions.MaxScale)
                given.AddError($"--scale takes 1 to {SampleOptions.MaxScale}.");
        });
        var command = new Command("sample", "Loads an illustrative sample year into an empty database.") { scale };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = CommandHost.Build();
            var contexts = await CommandHost.DatabaseAsync(host, cancellationToken);
            try
            {
                var loaded = await SampleYear.LoadAsync(
                    contexts, new(parsed.GetValue(scale)), new Progress<string>(Console.Error.WriteLine), cancellationToken);
                Console.WriteLine($"Loaded {loaded.Events:N0} illustrative events in {loaded.MonthlyReports:N0} reports of {loaded.Agencies} agencies.");
                return 0;
            }
            catch (InvalidOperationException refused)
            {
                await Console.Error.WriteLineAsync(refused.Message);
                return 1;
            }
        });
        return command;
    }
}
