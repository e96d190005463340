using System.Globalization;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Reporting;

/// <summary>An event as a person typed it: a text for each field of the form.</summary>
public sealed class WrittenEvent
{
    // In the order of the form. What is chosen from a list is taken over by the next event.
    private static readonly (string Name, bool IsChosen)[] Each =
    [
        ("eventId", false),
        ("startsOn", false),
        ("place", true),
        ("description", false),
        ("title", false),
        ("endsOn", false),
        ("city", false),
        ("access", true),
        ("medium", true),
        ("format", true),
        ("setting", true),
        ("topicScope", true),
        ("languages", true),
        ("expectedReach", false),
        ("coHosts", false),
    ];

    /// <summary>The fields of the form, in its order.</summary>
    public static readonly IReadOnlyList<string> Fields = [.. Each.Select(field => field.Name)];

    /// <summary>The fields that need not be filled in, under "say more".</summary>
    public static readonly IReadOnlyList<string> More =
    [
        .. Fields.Except(["eventId", "startsOn", "place", "description"]),
    ];

    private static readonly IReadOnlyList<string> Chosen =
    [
        .. Each.Where(field => field.IsChosen).Select(field => field.Name),
    ];

    // Null would say nothing about them.
    private static readonly IReadOnlyList<string> Needed = ["eventId", "startsOn", "description"];

    private static readonly char[] Separators = [';', ',', ' '];

    private readonly Dictionary<string, string> _texts = [];

    /// <summary>The text of a field; empty if nothing was typed.</summary>
    public string this[string field] => _texts.GetValueOrDefault(field, "");

    /// <summary>Whether nothing was typed. Such an event is not sent.</summary>
    public bool IsBlank => Fields.Except(Chosen).All(name => string.IsNullOrWhiteSpace(this[name]));

    /// <summary>The abbreviations of the agencies that hold it too.</summary>
    public IReadOnlyList<string> CoHosts => Items("coHosts");

    /// <summary>The event at a position of a posted form.</summary>
    public static WrittenEvent Of(IFormCollection form, int position)
    {
        var written = new WrittenEvent();
        foreach (var field in Fields)
            written._texts[field] = form[$"events.{position}.{field}"].ToString();
        return written;
    }

    /// <summary>An event that was reported or drafted before.</summary>
    /// <param name="isDraft">Whether a draft says so. Otherwise the event's days are those on which it is now.</param>
    public static WrittenEvent Of(ReportedEvent reported, bool isDraft)
    {
        var (facts, now) = (reported.Facts, reported.Event);
        var (startsOn, endsOn) = now is null || isDraft ? (facts.StartsOn, facts.EndsOn) : (now.StartsOn, now.EndsOn);
        return new()
        {
            _texts =
            {
                ["eventId"] = now?.Id ?? "",
                ["title"] = facts.Title ?? "",
                ["description"] = facts.Description,
                ["startsOn"] = Say.Iso(startsOn),
                ["endsOn"] = endsOn == startsOn ? "" : Say.Iso(endsOn),
                ["medium"] = facts.Medium is { } medium ? Asked.CodeOf(medium) : "",
                ["format"] = facts.Format is { } format ? Asked.CodeOf(format) : "",
                ["setting"] = facts.Setting ?? "",
                ["access"] = facts.Access ?? "",
                ["topicScope"] = facts.TopicScope ?? "",
                ["languages"] = string.Join("; ", facts.Languages),
                ["place"] = facts.State ?? (facts.PlaceKind is { } place ? Asked.CodeOf(place) : ""),
                ["city"] = facts.City ?? "",
                ["expectedReach"] = facts.ExpectedReach?.ToString(CultureInfo.InvariantCulture) ?? "",
                ["coHosts"] = string.Join("; ", reported.CoHosts.Select(host => host.Abbreviation)),
            },
        };
    }

    /// <summary>A new event, of the kind of the one before it.</summary>
    public static WrittenEvent After(WrittenEvent? before)
    {
        var written = new WrittenEvent();
        foreach (var field in Chosen)
            written._texts[field] = before?[field] ?? "";
        return written;
    }

    /// <summary>
    /// The event as the schema takes it, `PlannedEventInput`. A field in which nothing was typed is left out; if it is
    /// empty for an event that was reported before, null withdraws what was said.
    /// </summary>
    /// <param name="ids">The ids of agencies by their abbreviations. Other agencies are left out.</param>
    public Dictionary<string, object?> Input(IReadOnlyDictionary<string, string> ids)
    {
        var said = Fields
            .Except(["place", "languages", "coHosts", "expectedReach"])
            .ToDictionary(field => field, object? (field) => this[field].Trim() is { Length: > 0 } text ? text : null);
        var place = this["place"].Trim();
        var isElsewhere = place is "NATIONAL" or "VIRTUAL";
        said["placeKind"] =
            place == "" ? null
            : isElsewhere ? place
            : "PLACE";
        said["state"] = place == "" || isElsewhere ? null : place;
        said["languages"] = Items("languages") is { Length: > 0 } languages ? languages : null;
        said["coHostIds"] = CoHosts.Where(ids.ContainsKey).Select(host => ids[host]).ToList() is { Count: > 0 } hosts
            ? hosts
            : null;
        said["expectedReach"] = this["expectedReach"].Trim().Replace(",", "", StringComparison.Ordinal) switch
        {
            "" => null,
            var reach => int.TryParse(reach, CultureInfo.InvariantCulture, out var number) ? number : reach,
        };
        var isReported = said["eventId"] is not null;
        return said.Where(field => field.Value is not null || (isReported && !Needed.Contains(field.Key)))
            .ToDictionary();
    }

    private string[] Items(string field) => this[field].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
