using System.Text.Json;
using Npgsql;

namespace Cwa.Benchmarks;

/// <summary>The limit's reads of one level or two.</summary>
internal static class AdoReads
{
    private const int CalendarPage = 50;

    /// <summary>Q1: all agencies, each with its liaison.</summary>
    public static async Task DirectoryAsync(NpgsqlConnection connection, Utf8JsonWriter writer)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT a.id, a.abbreviation, a.name, l.name, l.title, l.email, l.phone FROM agencies a
            LEFT JOIN liaisons l ON l.agency_id = a.id AND l.is_primary AND l.end_date IS NULL ORDER BY a.id
            """,
            connection
        );
        await using var row = await command.ExecuteReaderAsync();
        writer.WriteStartArray("agencies"u8);
        while (await row.ReadAsync())
        {
            WriteAgency(writer, row);
            if (await row.IsDBNullAsync(3))
            {
                writer.WriteNull("primaryLiaison"u8);
            }
            else
            {
                writer.WriteStartObject("primaryLiaison"u8);
                writer.WriteString("name"u8, row.GetString(3));
                writer.WriteString("title"u8, row.GetString(4));
                writer.WriteString("email"u8, row.GetString(5));
                writer.WriteString("phone"u8, row.GetString(6));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Q2: fifty events of some states between two days, and how many there are.</summary>
    public static async Task CalendarAsync(NpgsqlConnection connection, Utf8JsonWriter writer, AdoVariables variables)
    {
        const string Matching = "FROM events WHERE event_date BETWEEN $1 AND $2 AND state = ANY($3)";
        await using var batch = new NpgsqlBatch(connection);
        var count = new NpgsqlBatchCommand($"SELECT count(*) {Matching}");
        var page = new NpgsqlBatchCommand(
            $"""
            SELECT {AdoJson.EventColumns}, e.description, a.abbreviation, a.name
            FROM (SELECT * {Matching} ORDER BY event_date, id LIMIT {CalendarPage + 1}) e
            JOIN agencies a ON a.id = e.agency_id ORDER BY e.event_date, e.id
            """
        );
        foreach (var command in new[] { count, page })
        {
            command.Parameters.Bind(variables.From);
            command.Parameters.Bind(variables.To);
            command.Parameters.Bind(variables.States);
            batch.BatchCommands.Add(command);
        }

        await using var row = await batch.ExecuteReaderAsync();
        await row.ReadAsync();
        writer.WriteStartObject("events"u8);
        writer.WriteNumber("totalCount"u8, row.GetInt64(0));
        await row.NextResultAsync();
        writer.WriteStartArray("nodes"u8);
        (DateOnly, int)? last = null;
        var read = 0;
        while (await row.ReadAsync() && ++read <= CalendarPage)
        {
            last = writer.WriteEvent(row);
            writer.WriteString("description"u8, row.GetString(8));
            writer.WriteStartObject("agency"u8);
            writer.WriteString("abbreviation"u8, row.GetString(9));
            writer.WriteString("name"u8, row.GetString(10));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePageInfo(read > CalendarPage, last);
        writer.WriteEndObject();
    }

    /// <summary>Q3: all agencies, each with the sums of its complaints by category.</summary>
    public static async Task ScorecardAsync(NpgsqlConnection connection, Utf8JsonWriter writer, AdoVariables variables)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT a.id, a.abbreviation, a.name, g.category, g.received, g.resolved, g.backlog, g.median
            FROM agencies a LEFT JOIN (
              SELECT agency_id, category, sum(received) AS received, sum(resolved) AS resolved,
                sum(backlog) AS backlog, max(median_days) AS median
              FROM complaint_metrics WHERE month BETWEEN $1 AND $2 GROUP BY agency_id, category) g
            ON g.agency_id = a.id ORDER BY a.id, g.category
            """,
            connection
        );
        command.Parameters.Bind(variables.From);
        command.Parameters.Bind(variables.To);
        await using var row = await command.ExecuteReaderAsync();
        writer.WriteStartArray("agencies"u8);
        var hasRow = await row.ReadAsync();
        while (hasRow)
        {
            var agency = row.GetInt32(0);
            WriteAgency(writer, row);
            writer.WriteStartArray("complaintTotals"u8);
            for (; hasRow && row.GetInt32(0) == agency; hasRow = await row.ReadAsync())
            {
                if (await row.IsDBNullAsync(3))
                    continue;
                writer.WriteStartObject();
                writer.WriteString("category"u8, row.GetString(3));
                writer.WriteNumber("received"u8, row.GetInt64(4));
                writer.WriteNumber("resolved"u8, row.GetInt64(5));
                writer.WriteNumber("backlog"u8, row.GetInt64(6));
                writer.WriteNumber("maxMedianDays"u8, row.GetInt32(7));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Q5: a page of events after a cursor; or by offset, to find that cursor.</summary>
    public static async Task PageAsync(
        NpgsqlConnection connection,
        Utf8JsonWriter writer,
        AdoVariables variables,
        int first
    )
    {
        var (after, offset) = variables.After is null ? ("", "OFFSET $1") : ("WHERE (event_date, id) > ($1, $2)", "");
        await using var command = new NpgsqlCommand(
            $"""
            SELECT e.id, e.event_date, e.title, e.state, a.abbreviation
            FROM (
              SELECT id, event_date, title, state, agency_id FROM events {after}
              ORDER BY event_date, id {offset} LIMIT {first + 1}) e
            JOIN agencies a ON a.id = e.agency_id ORDER BY e.event_date, e.id
            """,
            connection
        );
        if (variables.After is { } cursor)
        {
            var (fromDate, fromId) = AdoJson.ReadCursor(cursor);
            command.Parameters.Bind(fromDate);
            command.Parameters.Bind(fromId);
        }
        else
        {
            command.Parameters.Bind(variables.Offset);
        }

        await using var row = await command.ExecuteReaderAsync();
        writer.WriteStartObject("events"u8);
        writer.WriteStartArray("nodes"u8);
        (DateOnly Date, int Id)? last = null;
        var count = 0;
        while (await row.ReadAsync() && ++count <= first)
        {
            var (date, id) = (row.GetFieldValue<DateOnly>(1), row.GetInt32(0));
            last = (date, id);
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, id);
            writer.WriteDate("eventDate"u8, date);
            writer.WriteString("title"u8, row.GetString(2));
            writer.WriteString("state"u8, row.GetString(3));
            writer.WriteStartObject("agency"u8);
            writer.WriteString("abbreviation"u8, row.GetString(4));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePageInfo(count > first, last);
        writer.WriteEndObject();
    }

    // Begins an object with an agency, and leaves it open.
    private static void WriteAgency(Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, row.GetInt32(0));
        writer.WriteString("abbreviation"u8, row.GetString(1));
        writer.WriteString("name"u8, row.GetString(2));
    }
}
