using Cwa.Model;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using EventStatus = Cwa.Model.EventStatus;

namespace Cwa.Graph;

/// <summary>An event with the names of those who hold it.</summary>
internal sealed record CalendarLine(Event Event, IEnumerable<string> Hosts);

/// <summary>Writes events as a calendar (RFC 5545) that calendar programs follow.</summary>
internal static class EventCalendar
{
    // The same for every server: whoever moves the data to another address keeps the entries of those who follow it.
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
            // Without a method, the stamp too is of the last change; so the file stays the same while nothing changes.
            DtStamp = changed,
            LastModified = changed,
            Created = new CalDateTime(e.RecordedAt, CalDateTime.UtcTzId, hasTime: true),
            Transparency = TransparencyType.Transparent,
        };
        entry.Categories.Add(Words(e.Format.ToString()));
        entry.Categories.Add(Words(e.Medium.ToString()));
        return entry;
    }

    // The first day after it. The calendar's last day has none: an event until then ends a day early, one of that day
    // says no end.
    private static CalDateTime? EndOf(Event e) =>
        e.EndsOn.Plus(1) is var after && after > e.StartsOn ? new(after) : null;

    /// <summary>Grows with every change: how many seconds it came after the event was first stored.</summary>
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
