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
        ("title", false),
        ("startsOn", false),
        ("endsOn", false),
        ("description", false),
        ("medium", true),
        ("format", true),
        ("setting", true),
        ("access", true),
        ("topicScope", true),
        ("placeKind", true),
        ("state", true),
        ("city", false),
        ("languages", true),
        ("expectedReach", false),
        ("coHosts", false),
    ];

    /// <summary>The fields of the form, in its order.</summary>
    public static readonly IReadOnlyList<string> Fields = [.. Each.Select(field => field.Name)];

    private static readonly IReadOnlyList<string> Chosen =
    [
        .. Each.Where(field => field.IsChosen).Select(field => field.Name),
    ];

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
    public static WrittenEvent Of(ReportedEvent reported)
    {
        var (facts, now) = (reported.Facts, reported.Event);
        var (startsOn, endsOn) = now is null ? (facts.StartsOn, facts.EndsOn) : (now.StartsOn, now.EndsOn);
        return new()
        {
            _texts =
            {
                ["eventId"] = now?.Id ?? "",
                ["title"] = facts.Title,
                ["description"] = facts.Description,
                ["startsOn"] = Say.Iso(startsOn),
                ["endsOn"] = endsOn == startsOn ? "" : Say.Iso(endsOn),
                ["medium"] = Asked.CodeOf(facts.Medium),
                ["format"] = Asked.CodeOf(facts.Format),
                ["setting"] = facts.Setting,
                ["access"] = facts.Access,
                ["topicScope"] = facts.TopicScope,
                ["languages"] = string.Join("; ", facts.Languages),
                ["placeKind"] = Asked.CodeOf(facts.PlaceKind),
                ["state"] = facts.State ?? "",
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

    /// <summary>The event as the schema takes it, `PlannedEventInput`. A field in which nothing was typed is left out.</summary>
    /// <param name="ids">The ids of agencies by their abbreviations. Other agencies are left out.</param>
    public Dictionary<string, object> Input(IReadOnlyDictionary<string, string> ids)
    {
        var input = new Dictionary<string, object>();
        foreach (var (field, text) in _texts)
        {
            if (!string.IsNullOrWhiteSpace(text) && field is not ("languages" or "coHosts" or "expectedReach"))
                input[field] = text.Trim();
        }

        if (Items("languages") is { Length: > 0 } languages)
            input["languages"] = languages;
        if (CoHosts.Where(ids.ContainsKey).Select(host => ids[host]).ToList() is { Count: > 0 } coHosts)
            input["coHostIds"] = coHosts;
        if (this["expectedReach"].Trim().Replace(",", "", StringComparison.Ordinal) is { Length: > 0 } reach)
            input["expectedReach"] = int.TryParse(reach, CultureInfo.InvariantCulture, out var number) ? number : reach;
        return input;
    }

    private string[] Items(string field) => this[field].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
