using Cwa.Model;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using EventStatus = Cwa.Model.EventStatus;

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
        var calendar = new Calendar { ProductId = "-//Conversations with America//CwA Graph//EN" };
        calendar.AddProperty("X-WR-CALNAME", PlainText.Mended(name));
        calendar.AddProperty("X-WR-CALDESC", notice);
        foreach (var line in events)
            calendar.Events.Add(EntryOf(line));
        return ContentLines.Fold(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent EntryOf(CalendarLine line)
    {
        var (e, isOff) = (line.Event, line.Event is { Status: EventStatus.Postponed, PostponedFrom: null });
        var changed = new CalDateTime(e.UpdatedAt, CalDateTime.UtcTzId, hasTime: true);
        var entry = new CalendarEvent
        {
            Uid = $"{e.Id}@{UidSpace}",
            Summary = PlainText.Mended(isOff ? $"Postponed: {e.Title}" : e.Title),
            Description = PlainText.Mended(
                $"{e.Description}\n\nHeld by {string.Join(", ", line.Hosts.Order(StringComparer.Ordinal))}."
            ),
            Start = new CalDateTime(e.StartsOn),
            End = EndOf(e),
            Location = PlainText.Mended(PlaceOf(e)),
            Status =
                e.Status == EventStatus.Cancelled ? Ical.Net.EventStatus.Cancelled
                : isOff ? Ical.Net.EventStatus.Tentative
                : Ical.Net.EventStatus.Confirmed,
            Sequence = SequenceOf(e),
            // Without a METHOD, the stamp is the time of the last change, so the file stays the same until something
            // changes.
            DtStamp = changed,
            LastModified = changed,
            Created = new CalDateTime(e.RecordedAt, CalDateTime.UtcTzId, hasTime: true),
            Transparency = TransparencyType.Transparent,
        };
        entry.Categories.Add(Words(e.Format.ToString()));
        entry.Categories.Add(Words(e.Medium.ToString()));
        return entry;
    }

    // The day after the last one. 9999-12-31 has none: a longer event that ends then ends a day early, and a one-day
    // event has no end.
    private static CalDateTime? EndOf(Event e) =>
        e.EndsOn.Plus(1) is var after && after > e.StartsOn ? new(after) : null;

    /// <summary>Grows with every change: the seconds from the first storing of the event to its last change.</summary>
    private static int SequenceOf(Event e) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling((e.UpdatedAt - e.RecordedAt).TotalSeconds));

    private static string PlaceOf(Event e) =>
        e.PlaceKind switch
        {
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
