using System.Text.Json;
using Npgsql;

namespace Cwa.Benchmarks;

/// <summary>
/// The limit's Q4: twenty agencies, five reports of each with ten events, and the results of two years, in one batch.
/// </summary>
internal static class AdoDeep
{
    private const string Agencies = "SELECT id, abbreviation, name FROM agencies ORDER BY id LIMIT 20";

    private const string Results = """
        SELECT agency_id, id, year, standard, target, actual, summary FROM annual_results
        WHERE agency_id IN (SELECT id FROM agencies ORDER BY id LIMIT 20) AND year >= $1
        ORDER BY agency_id, year DESC, standard
        """;

    // The most rows come last and in the order of the answer, so that they are written as they arrive.
    private const string Reports = $"""
        SELECT {AdoJson.EventColumns}, a.id, r.id, r.month, r.status
        FROM (SELECT id FROM agencies ORDER BY id LIMIT 20) a
        CROSS JOIN LATERAL (
          SELECT * FROM monthly_reports WHERE agency_id = a.id ORDER BY month DESC, revision DESC LIMIT 5) r
        LEFT JOIN LATERAL (
          SELECT * FROM events WHERE report_id = r.id ORDER BY event_date, id LIMIT 10) e ON true
        ORDER BY a.id, r.month DESC, r.revision DESC, e.event_date, e.id
        """;

    public static async Task ReadAsync(NpgsqlConnection connection, Utf8JsonWriter writer, AdoVariables variables)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new(Agencies));
        var results = new NpgsqlBatchCommand(Results);
        results.Parameters.Bind(variables.SinceYear);
        batch.BatchCommands.Add(results);
        batch.BatchCommands.Add(new(Reports));

        await using var row = await batch.ExecuteReaderAsync();
        var agencies = new List<(int Id, string Abbreviation, string Name)>();
        while (await row.ReadAsync())
            agencies.Add((row.GetInt32(0), row.GetString(1), row.GetString(2)));
        await row.NextResultAsync();
        var annual = new Queue<(int Agency, int Id, int Year, string Standard, int Target, int Actual, string Text)>();
        while (await row.ReadAsync())
            annual.Enqueue(
                (
                    row.GetInt32(0),
                    row.GetInt32(1),
                    row.GetInt32(2),
                    row.GetString(3),
                    row.GetInt32(4),
                    row.GetInt32(5),
                    row.GetString(6)
                )
            );
        await row.NextResultAsync();

        writer.WriteStartArray("agencies"u8);
        var hasRow = await row.ReadAsync();
        foreach (var (agency, abbreviation, name) in agencies)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, agency);
            writer.WriteString("abbreviation"u8, abbreviation);
            writer.WriteString("name"u8, name);
            writer.WriteStartArray("annualResults"u8);
            while (annual.TryPeek(out var result) && result.Agency == agency)
            {
                annual.Dequeue();
                writer.WriteStartObject();
                writer.WriteNumber("id"u8, result.Id);
                writer.WriteNumber("year"u8, result.Year);
                writer.WriteString("standard"u8, result.Standard);
                writer.WriteNumber("target"u8, result.Target);
                writer.WriteNumber("actual"u8, result.Actual);
                writer.WriteString("summary"u8, result.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("reports"u8);
            while (hasRow && row.GetInt32(8) == agency)
                hasRow = await ReportAsync(writer, row);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // Writes a report with its events, and says whether a row follows.
    private static async Task<bool> ReportAsync(Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        var report = row.GetInt32(9);
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, report);
        writer.WriteDate("month"u8, row.GetFieldValue<DateOnly>(10));
        writer.WriteString("status"u8, row.GetString(11));
        writer.WriteStartArray("events"u8);
        var hasRow = true;
        while (hasRow && row.GetInt32(9) == report)
        {
            if (!await row.IsDBNullAsync(0))
            {
                writer.WriteEvent(row);
                writer.WriteEndObject();
            }

            hasRow = await row.ReadAsync();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return hasRow;
    }
}
