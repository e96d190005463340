using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Cwa.Benchmarks;

/// <summary>One of the two that are compared: a build, and the files with its rows.</summary>
/// <param name="Build">The server.</param>
/// <param name="Sample">The sample year.</param>
/// <param name="Large">The sample year thirty times; empty if nothing asks for it.</param>
internal sealed record Side(Build Build, string Sample, string Large)
{
    /// <summary>
    /// Both sides: with the same files if the schema of the database is the same, each with its own if it is not.
    /// </summary>
    public static async Task<(Side Before, Side Now)> BothAsync(Build before, Build now, bool isLargeAsked)
    {
        var (sample, large) = (await before.SampleAsync(1), isLargeAsked ? await before.SampleAsync(30) : "");
        if (await IsOfTodayAsync(sample))
            return (new(before, sample, large), new(now, sample, large));

        Console.WriteLine("The schemas of the databases differ, so each server reads the sample year that it loaded.");
        return (
            new(before, sample, large),
            new(now, await now.SampleAsync(1), isLargeAsked ? await now.SampleAsync(30) : "")
        );
    }

    /// <summary>Starts the server over a file. On a busy machine it is slow, and does not give up.</summary>
    public Task<BuiltServer> StartAsync(string database, params (string Key, string Value)[] settings) =>
        BuiltServer.StartFromAsync(Build.App, database, [("Limits:ExecutionTime", "00:01:00"), .. settings]);

    /// <summary>A copy of the sample year for a measure that writes.</summary>
    public string CopyOfSample()
    {
        var copy = Path.Combine(Build.Folder, $"{Guid.NewGuid():N}.db");
        File.Copy(Sample, copy);
        return copy;
    }

    /// <summary>Deletes a copy and the files that SQLite keeps beside it.</summary>
    public void Delete(string copy)
    {
        foreach (var part in Directory.GetFiles(Build.Folder, Path.GetFileName(copy) + "*"))
            File.Delete(part);
    }

    /// <summary>The data of a query's answer.</summary>
    /// <exception cref="InvalidOperationException">The answer has errors.</exception>
    public static async Task<JsonElement> AskAsync(HttpClient http, BuiltServer server, string body)
    {
        using var response = await http.PostAsync(
            $"{server.Address}/graphql",
            new StringContent(body, Encoding.UTF8, "application/json")
        );
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"{errors}")
            : answer.GetProperty("data");
    }

    // Whether the file has the schema that the working tree, of which this program is built, gives to a new one.
    private static async Task<bool> IsOfTodayAsync(string file)
    {
        var empty = await SampleDatabase.EmptyAsync();
        try
        {
            return await SchemaAsync(file) == await SchemaAsync(empty);
        }
        finally
        {
            SampleDatabase.Delete(empty);
        }
    }

    // The definitions of all tables and indexes, and the migrations that made them.
    private static async Task<string> SchemaAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%' ORDER BY name;
            SELECT * FROM "__EFMigrationsHistory" ORDER BY 1
            """;
        var lines = new List<string>();
        await using var row = await command.ExecuteReaderAsync();
        do
        {
            while (await row.ReadAsync())
                lines.Add(row.GetString(0));
        } while (await row.NextResultAsync());
        return string.Join('\n', lines);
    }
}
