using System.Globalization;
using System.Text;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>An event with the names of the agencies that hold it.</summary>
internal sealed record CalendarLine(Event Event, IEnumerable<string> Hosts);

/// <summary>Writes events as a calendar (RFC 5545) to which calendar programs can subscribe.</summary>
internal static class EventCalendar
{
    // The same on every server, so that subscribers keep their entries when the data move to another address.
    private const string UidSpace = "conversations-with-america";

    public static byte[] Write(string name, string notice, IEnumerable<CalendarLine> events)
    {
        var calendar = new StringBuilder();
        calendar
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", "-//Conversations with America//CwA Graph//EN")
            .Text("X-WR-CALNAME", name)
            .Text("X-WR-CALDESC", notice);
        foreach (var line in events)
            calendar.Add(line);
        return ContentLines.Fold(calendar.Line("END", "VCALENDAR").ToString());
    }

    private static void Add(this StringBuilder calendar, CalendarLine line)
    {
        var (e, isOff) = (line.Event, line.Event is { Status: EventStatus.Postponed, PostponedFrom: null });
        calendar
            .Line("BEGIN", "VEVENT")
            .Line("UID", $"{e.Id}@{UidSpace}")
            // Without a METHOD, the stamp is the time of the last change, so the file stays the same until something
            // changes.
            .Line("DTSTAMP", Instant(e.UpdatedAt))
            .Line("CREATED", Instant(e.RecordedAt))
            .Line("LAST-MODIFIED", Instant(e.UpdatedAt))
            .Line("SEQUENCE", $"{SequenceOf(e)}")
            .Line("DTSTART;VALUE=DATE", Day(e.StartsOn));
        // The day after the last one. 9999-12-31 has none: a longer event that ends then ends a day early, and a
        // one-day event has no end.
        if (e.EndsOn.Plus(1) is var after && after > e.StartsOn)
            calendar.Line("DTEND;VALUE=DATE", Day(after));
        calendar
            .Text("SUMMARY", isOff ? $"Postponed: {NameOf(e)}" : NameOf(e))
            .Text(
                "DESCRIPTION",
                $"{e.Description}\n\nHeld by {string.Join(", ", line.Hosts.Order(StringComparer.Ordinal))}."
            )
            .Optional("LOCATION", PlaceOf(e))
            .Values("CATEGORIES", KindsOf(e))
            .Line(
                "STATUS",
                e.Status == EventStatus.Cancelled ? "CANCELLED"
                    : isOff || e.ListedAs() == EventListing.Announced ? "TENTATIVE"
                    : "CONFIRMED"
            )
            .Line("TRANSP", "TRANSPARENT")
            .Line("END", "VEVENT");
    }

    private static StringBuilder Line(this StringBuilder calendar, string property, string value) =>
        calendar.Append(property).Append(':').Append(value).Append("\r\n");

    // The comma between the values is not part of any.
    private static StringBuilder Values(this StringBuilder calendar, string property, IReadOnlyList<string> values) =>
        values is [] ? calendar : calendar.Line(property, string.Join(',', values));

    private static StringBuilder Optional(this StringBuilder calendar, string property, string? text) =>
        text is null ? calendar : calendar.Text(property, text);

    // A text may contain what would end a value or its line (RFC 5545 3.3.11).
    private static StringBuilder Text(this StringBuilder calendar, string property, string text) =>
        calendar.Line(
            property,
            PlainText
                .Mended(text)
                .Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace(";", "\\;", StringComparison.Ordinal)
                .Replace(",", "\\,", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal)
        );

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Grows with every change: the seconds from the first storing of the event to its last change.</summary>
    private static int SequenceOf(Event e) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling((e.UpdatedAt - e.RecordedAt).TotalSeconds));

    private static string NameOf(Event e) => e.Title ?? e.Description;

    private static IReadOnlyList<string> KindsOf(Event e) =>
        [.. new[] { e.Format?.ToString(), e.Medium?.ToString() }.OfType<string>().Select(Words)];

    private static string? PlaceOf(Event e) =>
        e.PlaceKind switch
        {
            null => e.Medium == Medium.Telephone ? "By telephone" : null,
            PlaceKind.National => "Nationwide",
            PlaceKind.Virtual => "On line",
            _ => e.City is null ? $"{e.State}" : $"{e.City}, {e.State}",
        };

    private static string Words(string name) =>
        string.Concat(
            name.Select(
                (letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"
            )
        );
}
