using System.Linq.Expressions;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Makes calendars of the events that the caller may see.</summary>
internal sealed class Calendars(
    Snapshots snapshots,
    Caller caller,
    DomainClock clock,
    Notices notices,
    ExportTransport exports
)
{
    private const string Components = "components";

    private static readonly ListExport Ids = new EventIds();

    private const int MostEvents = 5_000;

    /// <summary>
    /// The events that an agency holds, alone or with others; with `components`, also those of all agencies below it.
    /// </summary>
    public async Task<byte[]> OfAgencyAsync(string abbreviation, HttpContext http)
    {
        http.Request.CheckReads();
        http.Request.CheckParameters(CalendarWindow.FromName, CalendarWindow.ToName, Components);
        var (window, withComponents) = (CalendarWindow.Of(http.Request, clock.Today), AreComponentsAsked(http.Request));
        return await snapshots.ReadAsync(
            async (db, _) =>
            {
                var searched = SearchText.Normalize(abbreviation);
                var agency =
                    await db.Agencies.SingleOrDefaultAsync(a => a.AbbreviationSearch == searched, http.RequestAborted)
                    ?? throw RequestError.NotFound(
                        "There is no agency with that abbreviation. The query `agencies` lists them."
                    );
                var hosts = withComponents
                    ? await db
                        .Agencies.Where(a =>
                            a.Id == agency.Id || a.ParentId == agency.Id || a.Parent!.ParentId == agency.Id
                        )
                        .Select(a => a.Id)
                        .ToArrayAsync(http.RequestAborted)
                    : [agency.Id];
                return await WriteAsync(
                    db,
                    $"{agency.Abbreviation}: Conversations with America",
                    window,
                    e => db.EventHosts.Where(h => hosts.Contains(h.AgencyId)).Select(h => h.EventId).Contains(e.Id),
                    http.RequestAborted
                );
            },
            http.RequestAborted
        );
    }

    /// <summary>The events at places in a state or territory.</summary>
    public async Task<byte[]> OfStateAsync(string code, HttpContext http)
    {
        http.Request.CheckReads();
        http.Request.CheckParameters(CalendarWindow.FromName, CalendarWindow.ToName);
        var window = CalendarWindow.Of(http.Request, clock.Today);
        if (!Enum.GetNames<StateCode>().Contains(code, StringComparer.OrdinalIgnoreCase))
            throw RequestError.NotFound("There is no state or territory with that code. Codes are as in CA.ics.");
        var state = Enum.Parse<StateCode>(code, ignoreCase: true);
        return await snapshots.ReadAsync(
            (db, _) =>
                WriteAsync(
                    db,
                    $"{state}: Conversations with America",
                    window,
                    e => e.State == state,
                    http.RequestAborted
                ),
            http.RequestAborted
        );
    }

    /// <summary>The events of the list `events` under the request's conditions.</summary>
    public async Task<byte[]> OfListAsync(HttpContext http)
    {
        var lines = new List<CalendarLine>();
        await foreach (var page in exports.ReadAsync(http, Ids))
        {
            Guid[] ids = [.. page.Select(row => NodeId.Decode((string)row[0]!).Key)];
            if (lines.Count + ids.Length > MostEvents)
                throw RequestError.Limit($"There are more than {MostEvents} events. Narrow `where`.");

            lines.AddRange(
                await snapshots.ReadAsync(
                    (db, _) => LinesAsync(db, events => events.Where(e => ids.Contains(e.Id)), http.RequestAborted),
                    http.RequestAborted
                )
            );
        }

        return EventCalendar.Write(
            "Conversations with America",
            notices.Text,
            lines.OrderBy(line => line.Event.StartsOn).ThenBy(line => line.Event.Id)
        );
    }

    private async Task<byte[]> WriteAsync(
        CwaDbContext db,
        string name,
        CalendarWindow window,
        Expression<Func<Event, bool>> where,
        CancellationToken cancellationToken
    )
    {
        var events = await LinesAsync(
            db,
            all =>
                all.Where(e => e.EndsOn >= window.From && e.StartsOn <= window.To)
                    .Where(where)
                    .OrderBy(e => e.StartsOn)
                    .ThenBy(e => e.Id)
                    .Take(MostEvents + 1),
            cancellationToken
        );
        return events.Count <= MostEvents
            ? EventCalendar.Write(name, notices.Text, events)
            : throw RequestError.Limit(
                $"There are more than {MostEvents} events from {window.From:O} to {window.To:O}. "
                    + "Narrow `from` and `to`."
            );
    }

    private Task<List<CalendarLine>> LinesAsync(
        CwaDbContext db,
        Func<IQueryable<Event>, IQueryable<Event>> choose,
        CancellationToken cancellationToken
    ) =>
        choose(caller.Sees(db.Events))
            // In one statement, SQLite would first join all hosts of all events to their agencies.
            .AsSplitQuery()
            .Select(e => new CalendarLine(e, e.Hosts.Select(h => h.Agency.Name).ToList()))
            .ToListAsync(cancellationToken);

    private static bool AreComponentsAsked(HttpRequest request) =>
        request.Query.TryGetValue(Components, out var said)
        && (
            bool.TryParse(said, out var asked)
                ? asked
                : throw RequestError.Input($"`{Components}`: {ValueText.Not(said.ToString(), ValueText.Flag)}")
        );

    /// <summary>The list `events`, of which only the ids are read.</summary>
    private sealed class EventIds() : ListExport("events", "events", new ExportColumn("id", "id"));
}
