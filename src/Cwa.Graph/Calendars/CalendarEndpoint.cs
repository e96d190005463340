using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>
/// Serves the events of an agency, of a state or under any conditions to calendar programs, as schema/EXPORTS.md
/// describes.
/// </summary>
internal static class CalendarEndpoint
{
    private const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Serves calendars under the path, such as `/calendar/SSA.ics` and `/calendar/states/CA.ics`.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder app, string path)
    {
        app.Map(
            path + "/{agency}.ics",
            (string agency, HttpContext http, Calendars calendars) =>
                http.ServeAsync(async () => await SendAsync(http, await calendars.OfAgencyAsync(agency, http)))
        );
        app.Map(
            path + "/states/{state}.ics",
            (string state, HttpContext http, Calendars calendars) =>
                http.ServeAsync(async () => await SendAsync(http, await calendars.OfStateAsync(state, http)))
        );
        app.Map(
            "/export/events.ics",
            (HttpContext http, Calendars calendars) =>
                http.ServeAsync(async () => await SendAsync(http, await calendars.OfListAsync(http)))
        );

        static Task SendAsync(HttpContext http, byte[] calendar) => TaggedFile.SendAsync(http, calendar, MediaType);
    }
}
