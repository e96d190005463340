using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Benchmarks;

/// <summary>
/// The calendar's response as a careful author would write it without GraphQL: it reads the same body within the same
/// limit, runs the same compiled queries and writes the same JSON.
/// </summary>
internal static class CalendarByHand
{
    private const int MostBytes = 256 * 1024;

    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly Func<CwaDbContext, StateCode[], DateOnly, DateOnly, int, IAsyncEnumerable<Event>> Events =
        EF.CompileAsyncQuery(
            (CwaDbContext db, StateCode[] states, DateOnly from, DateOnly to, int most) =>
                db
                    .Events.AsNoTracking()
                    .Where(e =>
                        e.IsPublic
                        && Enumerable.Contains(states, e.State!.Value)
                        && e.StartsOn >= from
                        && e.StartsOn <= to
                    )
                    .OrderBy(e => e.StartsOn)
                    .ThenBy(e => e.Id)
                    .Take(most)
        );

    private static readonly Func<
        CwaDbContext,
        StateCode[],
        DateOnly,
        DateOnly,
        CancellationToken,
        Task<int>
    > EventCount = EF.CompileAsyncQuery(
        (CwaDbContext db, StateCode[] states, DateOnly from, DateOnly to, CancellationToken token) =>
            db
                .Events.AsNoTracking()
                .Count(e =>
                    e.IsPublic && Enumerable.Contains(states, e.State!.Value) && e.StartsOn >= from && e.StartsOn <= to
                )
    );

    private static readonly Func<CwaDbContext, Guid[], IAsyncEnumerable<Agency>> Agencies = EF.CompileAsyncQuery(
        (CwaDbContext db, Guid[] ids) => db.Agencies.AsNoTracking().Where(a => Enumerable.Contains(ids, a.Id))
    );

    private sealed record Asked(StateCode[] States, DateOnly From, DateOnly To, int First, bool Counted);

    public static async Task HandleAsync(HttpContext http)
    {
        var token = http.RequestAborted;
        if (http.Request.ContentLength > MostBytes)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var asked = await ReadAsync(http);
        var contexts = http.RequestServices.GetRequiredService<IDbContextFactory<CwaDbContext>>();
        var events = new List<Event>(asked.First + 1);
        await using (var db = await contexts.CreateDbContextAsync(token))
        {
            await foreach (
                var e in Events(db, asked.States, asked.From, asked.To, asked.First + 1).WithCancellation(token)
            )
                events.Add(e);
        }

        var goesOn = events.Count > asked.First;
        if (goesOn)
            events.RemoveAt(asked.First);

        int? count = null;
        if (asked.Counted)
        {
            await using var db = await contexts.CreateDbContextAsync(token);
            count = await EventCount(db, asked.States, asked.From, asked.To, token);
        }

        var agencies = new Dictionary<Guid, Agency>();
        await using (var db = await contexts.CreateDbContextAsync(token))
        {
            await foreach (
                var agency in Agencies(db, [.. events.Select(e => e.AgencyId).Distinct()]).WithCancellation(token)
            )
                agencies.Add(agency.Id, agency);
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        Write(http, events, agencies, goesOn, count);
        await http.Response.BodyWriter.FlushAsync(token);
    }

    private static async Task<Asked> ReadAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var given = body.RootElement.GetProperty("variables");
        return new(
            [
                .. given
                    .GetProperty("states")
                    .EnumerateArray()
                    .Select(s => Enum.Parse<StateCode>(s.GetString()!, ignoreCase: true)),
            ],
            DateOnly.ParseExact(given.GetProperty("from").GetString()!, "O", CultureInfo.InvariantCulture),
            DateOnly.ParseExact(given.GetProperty("to").GetString()!, "O", CultureInfo.InvariantCulture),
            given.GetProperty("first").GetInt32(),
            body.RootElement.GetProperty("query").GetString()!.Contains("totalCount", StringComparison.Ordinal)
        );
    }

    private static void Write(
        HttpContext http,
        List<Event> events,
        Dictionary<Guid, Agency> agencies,
        bool goesOn,
        int? count
    )
    {
        var today = http.RequestServices.GetRequiredService<DomainClock>().Today;
        using var json = new Utf8JsonWriter(http.Response.BodyWriter, Json);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("events");
        if (count is { } counted)
            json.WriteNumber("totalCount", counted);
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", goesOn);
        var end =
            events.Count == 0
                ? null
                : http
                    .RequestServices.GetRequiredService<Cursors>()
                    .Write(
                        "Event startsOn,id",
                        [events[^1].StartsOn.ToString("O", CultureInfo.InvariantCulture), events[^1].Id.ToString()]
                    );
        json.WriteString("endCursor", end);
        json.WriteEndObject();
        json.WriteStartArray("nodes");
        foreach (var e in events)
        {
            json.WriteStartObject();
            json.WriteString("title", e.Title);
            json.WriteString("description", e.Description);
            json.WriteString("startsOn", e.StartsOn.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("endsOn", e.EndsOn.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("medium", e.Medium is { } medium ? EnumNames<Medium>.Of(medium) : null);
            json.WriteString("format", e.Format is { } format ? EnumNames<EventFormat>.Of(format) : null);
            json.WriteString("status", EnumNames<EventStatus>.Of(e.StatusOn(today)));
            json.WriteString("state", EnumNames<StateCode>.Of(e.State!.Value));
            json.WriteString("city", e.City);
            json.WriteStartObject("agency");
            json.WriteString("abbreviation", agencies[e.AgencyId].Abbreviation);
            json.WriteString("name", agencies[e.AgencyId].Name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static class EnumNames<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Names = Enum.GetValues<T>()
            .ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

        public static string Of(T value) => Names[value];
    }
}
