using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Cwa.Benchmarks;

/// <summary>What several of the limit's operations write.</summary>
internal static class AdoJson
{
    /// <summary>The columns that <see cref="WriteEvent"/> reads, in its order.</summary>
    public const string EventColumns =
        "e.id, e.event_date, e.title, e.kind, e.media, e.city, e.state, e.customers_reached";

    /// <summary>Adds a positional parameter.</summary>
    public static void Bind<T>(this NpgsqlParameterCollection parameters, T value) =>
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

    /// <summary>Begins an object with an event, and leaves it open.</summary>
    public static (DateOnly Date, int Id) WriteEvent(this Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        var (id, date) = (row.GetInt32(0), row.GetFieldValue<DateOnly>(1));
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, id);
        writer.WriteDate("eventDate"u8, date);
        writer.WriteString("title"u8, row.GetString(2));
        writer.WriteString("kind"u8, row.GetString(3));
        writer.WriteString("media"u8, row.GetString(4));
        writer.WriteString("city"u8, row.GetString(5));
        writer.WriteString("state"u8, row.GetString(6));
        writer.WriteNumber("customersReached"u8, row.GetInt32(7));
        return (date, id);
    }

    public static void WriteDate(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly date)
    {
        Span<byte> text = stackalloc byte[10];
        date.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteString(name, text);
    }

    /// <summary>Whether there are more events, and a cursor to the last one.</summary>
    public static void WritePageInfo(this Utf8JsonWriter writer, bool hasMore, (DateOnly Date, int Id)? last)
    {
        writer.WriteStartObject("pageInfo"u8);
        writer.WriteBoolean("hasNextPage"u8, hasMore);
        writer.WriteString(
            "endCursor"u8,
            last is var (date, id) ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{date:yyyy-MM-dd}|{id}")) : null
        );
        writer.WriteEndObject();
    }

    /// <summary>What a cursor points to.</summary>
    public static (DateOnly Date, int Id) ReadCursor(string cursor)
    {
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(cursor)).Split('|');
        return (
            DateOnly.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture)
        );
    }
}
