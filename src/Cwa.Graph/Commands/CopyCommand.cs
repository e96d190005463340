using System.CommandLine;
using Cwa.Model;

namespace Cwa.Graph;

internal static class CopyCommand
{
    private const string Example =
        "It is like \"Data Source=cwa.db\" for SQLite, and like \"Host=…;Database=…;Username=…\" for PostgreSQL.";

    public static Command Create()
    {
        var from = Database("--from", "The connection string of the database to copy. It is only read.");
        var to = Database("--to", "The connection string of an empty database, or of one to create.");
        var command = new Command("copy", "Copies a whole database into an empty one, of either kind, and checks it.")
        {
            from,
            to,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                foreach (var option in new[] { from, to })
                {
                    if (DatabaseCopy.IsReadable(parsed.GetValue(option)!))
                        continue;

                    await Console.Error.WriteLineAsync(
                        $"{option.Name} does not say which kind of database it means. {Example}"
                    );
                    return 2;
                }

                return await RunAsync(parsed.GetValue(from)!, parsed.GetValue(to)!, cancellationToken);
            }
        );
        return command;
    }

    private static Option<string> Database(string name, string description) =>
        new(name) { Description = $"{description} {Example}", Required = true };

    private static async Task<int> RunAsync(string from, string to, CancellationToken cancellationToken)
    {
        using var log = LoggerFactory.Create(logging =>
            logging
                .AddConsole()
                .SetMinimumLevel(LogLevel.Warning)
                .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
        );
        var rows = 0L;
        try
        {
            await DatabaseCopy.RunAsync(from, to, log, Tell, cancellationToken);
        }
        catch (CopyRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (CommitUnansweredException)
        {
            await Console.Error.WriteLineAsync(
                "The target did not say whether it stored the copy. Run this again: if it did, it refuses as not empty."
            );
            return 1;
        }

        Console.WriteLine($"Copied {rows:N0} rows. Each table has the number of rows and the checksum that was read.");
        return 0;

        void Tell(CopiedTable table)
        {
            rows += table.Rows;
            Console.WriteLine($"{table.Name, -28} {table.Rows, 13:N0}  {table.Checksum:x32}");
        }
    }
}
