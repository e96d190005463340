using System.Globalization;
using System.Text;
using Cwa.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cwa.Benchmarks;

/// <summary>
/// The published operations over 150,000 events, on both databases: how long each takes, how many statements it sends,
/// and how the database carries them out. The plans are kept beside this program, and what differs is told.
/// </summary>
internal static class PlanBenchmark
{
    private const string Accept = "--accept",
        Statements = "--statements";

    public static async Task RunAsync(string[] args)
    {
        var asked = new Arguments(args, [.. Operations.Names], [], [Accept, Statements]);
        var sample = SampleDatabase.ConnectionString(await SampleDatabase.OfScaleAsync(SampleOptions.MaxScale));
        var folder = Path.Combine(Path.GetTempPath(), "cwa-benchmarks", "plans");
        using var postgres = await PrivatePostgres.StartAsync(folder, isKept: false);
        var copy = postgres.ConnectionString("plans");
        Console.WriteLine("Copying the sample to PostgreSQL…");
        await DatabaseCopy.RunAsync(sample, copy, NullLoggerFactory.Instance, _ => { }, default);
        await postgres.SqlAsync("plans", "-c", "VACUUM (ANALYZE)");

        var (differing, details) = (new List<string>(), new StringBuilder());
        Console.WriteLine(
            "| operation | SQLite, ms | statements | PostgreSQL, ms | statements |\n|---|---|---|---|---|"
        );
        await using var onSqlite = await MeasuredServer.StartAsync("Sqlite", sample);
        await using var onPostgres = await MeasuredServer.StartAsync("PostgreSql", copy);
        foreach (var name in asked.Names)
        {
            var row = new StringBuilder($"| {name}");
            foreach (var server in new[] { onSqlite, onPostgres })
            {
                var (time, statements) = await server.AskAsync(name);
                row.Append(CultureInfo.InvariantCulture, $" | {time:F0} | {statements.Count}");
                foreach (var (i, statement) in statements.Index())
                    details.Append(
                        CultureInfo.InvariantCulture,
                        $"\n{server.Provider}, {name}, statement {i + 1}: {statement.Milliseconds:F1} ms\n{statement.Text}\n"
                    );
                if (await DiffersAsync(server.Provider, name, statements, asked.Switches.Contains(Accept)))
                    differing.Add($"{server.Provider}/{name}");
            }

            Console.WriteLine(row.Append(" |"));
        }

        if (asked.Switches.Contains(Statements))
            Console.WriteLine(details);
        if (differing is [])
            return;

        Console.WriteLine(
            $"\nOther plans than those kept: {string.Join(", ", differing)}.\n"
                + $"`{Accept}` keeps these; `git diff` then shows what changed."
        );
        Environment.ExitCode = 1;
    }

    private static async Task<bool> DiffersAsync(
        string database,
        string name,
        IReadOnlyList<MeasuredStatement> statements,
        bool isAccepted
    )
    {
        var root = await Repository.RootAsync();
        var file = Path.Combine(root, "tests", "Cwa.Benchmarks", "Plans", "Kept", database, $"{name}.txt");
        var text = string.Join('\n', statements.Select((statement, i) => $"Statement {i + 1}\n{statement.Plan}"));
        if (File.Exists(file) && Plans(await File.ReadAllTextAsync(file)).SequenceEqual(Plans(text)))
            return false;

        if (isAccepted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        return !isAccepted;
    }

    // Statements of one request that wait for nothing are sent in any order.
    private static IEnumerable<string> Plans(string text) =>
        text.Split("Statement ")
            .Select(plan => plan[(plan.IndexOf('\n') + 1)..].TrimEnd())
            .Order(StringComparer.Ordinal);
}
