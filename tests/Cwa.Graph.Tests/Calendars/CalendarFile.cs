using Cwa.Model;
using Calendar = Ical.Net.Calendar;

namespace Cwa.Graph.Tests;

/// <summary>The file of a calendar.</summary>
internal static class CalendarFile
{
    public static string Path(Agency agency, string more = "") =>
        $"/calendar/{agency.Abbreviation}.ics?from=1998-04-01{more}";

    public static async Task<IEnumerable<string?>> TitlesAsync(Task<HttpResponseMessage> answer) =>
        Calendar.Load(await answer.TextAsync())!.Events.Select(e => e.Summary).Order(StringComparer.Ordinal);
}
