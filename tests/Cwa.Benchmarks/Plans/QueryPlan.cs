using System.Data.Common;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Cwa.Benchmarks;

/// <summary>
/// How a database carries out a statement, without what changes from run to run: the steps, the tables and the indexes,
/// but neither costs nor values.
/// </summary>
internal static class QueryPlan
{
    // What tells one step from another, of all that PostgreSQL says of one.
    private static readonly string[] Told =
    [
        "Node Type",
        "Join Type",
        "Strategy",
        "Relation Name",
        "Index Name",
        "Function Name",
        "CTE Name",
        "Subplan Name",
    ];

    /// <summary>A step on each line, with the steps that it takes its rows from under it.</summary>
    public static async Task<string> OfAsync(DbConnection connection, SentStatement statement)
    {
        var isPostgres = connection is NpgsqlConnection;
        await using var explain = statement.On(
            connection,
            isPostgres ? "EXPLAIN (FORMAT JSON, COSTS OFF) " : "EXPLAIN QUERY PLAN "
        );
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new StringBuilder();
        if (isPostgres)
        {
            await reader.ReadAsync();
            using var said = JsonDocument.Parse(reader.GetString(0));
            Write(plan, said.RootElement[0].GetProperty("Plan"), depth: 0);
        }
        else
        {
            var depths = new Dictionary<long, int> { [0] = -1 };
            while (await reader.ReadAsync())
            {
                var depth = depths[reader.GetInt64(0)] = depths[reader.GetInt64(1)] + 1;
                Line(plan, depth, reader.GetString(3));
            }
        }

        return plan.ToString();
    }

    private static void Write(StringBuilder plan, JsonElement step, int depth)
    {
        var words = Told.Where(name => step.TryGetProperty(name, out _))
            .Select(name => step.GetProperty(name).GetString());
        Line(plan, depth, string.Join(", ", words));
        if (!step.TryGetProperty("Plans", out var below))
            return;

        foreach (var child in below.EnumerateArray())
            Write(plan, child, depth + 1);
    }

    private static void Line(StringBuilder plan, int depth, string text) =>
        plan.Append(' ', 2 * depth).Append(text).Append('\n');
}
