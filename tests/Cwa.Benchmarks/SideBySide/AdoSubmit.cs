using System.Text.Json;
using Npgsql;

namespace Cwa.Benchmarks;

/// <summary>A report to store, as the peers take it.</summary>
internal sealed record AdoReport(
    int AgencyId,
    DateOnly Month,
    int Revision,
    string SubmittedBy,
    string Narrative,
    AdoEvent[] Events
);

/// <summary>One of its events.</summary>
internal sealed record AdoEvent(
    DateOnly EventDate,
    string Title,
    string Description,
    string Kind,
    string Media,
    string City,
    string State,
    string Zip,
    int CustomersReached
);

/// <summary>The limit's M1: a report with its events, in one transaction of two statements.</summary>
internal static class AdoSubmit
{
    private const string Report = """
        INSERT INTO monthly_reports (agency_id, month, revision, status, submitted_by, narrative)
        VALUES ($1, $2, $3, 'SUBMITTED', $4, $5) RETURNING id
        """;

    private const string Events = """
        INSERT INTO events (report_id, agency_id, event_date, title, description, kind, media, city, state, zip,
          customers_reached)
        SELECT $1, $2, * FROM unnest($3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
          $9::text[], $10::text[], $11::int[])
        """;

    public static async Task StoreAsync(NpgsqlConnection connection, Utf8JsonWriter writer, AdoReport report)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand(Report, connection, transaction);
        insert.Parameters.Bind(report.AgencyId);
        insert.Parameters.Bind(report.Month);
        insert.Parameters.Bind(report.Revision);
        insert.Parameters.Bind(report.SubmittedBy);
        insert.Parameters.Bind(report.Narrative);
        var id = (int)(await insert.ExecuteScalarAsync())!;

        await using var insertEvents = new NpgsqlCommand(Events, connection, transaction);
        insertEvents.Parameters.Bind(id);
        insertEvents.Parameters.Bind(report.AgencyId);
        BindColumn(planned => planned.EventDate);
        BindColumn(planned => planned.Title);
        BindColumn(planned => planned.Description);
        BindColumn(planned => planned.Kind);
        BindColumn(planned => planned.Media);
        BindColumn(planned => planned.City);
        BindColumn(planned => planned.State);
        BindColumn(planned => planned.Zip);
        BindColumn(planned => planned.CustomersReached);
        await insertEvents.ExecuteNonQueryAsync();
        await transaction.CommitAsync();

        writer.WriteStartObject("submitReport"u8);
        writer.WriteStartObject("report"u8);
        writer.WriteNumber("id"u8, id);
        writer.WriteDate("month"u8, report.Month);
        writer.WriteNumber("revision"u8, report.Revision);
        writer.WriteEndObject();
        writer.WriteEndObject();

        void BindColumn<T>(Converter<AdoEvent, T> of) =>
            insertEvents.Parameters.Bind(Array.ConvertAll(report.Events, of));
    }
}
