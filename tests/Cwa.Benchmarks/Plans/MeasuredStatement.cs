using System.Data.Common;
using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>A statement, how the database carries it out, and how long it takes by itself, in milliseconds.</summary>
internal sealed record MeasuredStatement(string Text, string Plan, double Milliseconds)
{
    public static async Task<MeasuredStatement> OfAsync(DbConnection connection, SentStatement statement)
    {
        await using var command = statement.On(connection);
        var watch = Stopwatch.StartNew();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) { }
        }

        var time = watch.Elapsed.TotalMilliseconds;
        command.Parameters.Clear();
        return new(statement.Text, await QueryPlan.OfAsync(connection, statement), time);
    }
}
