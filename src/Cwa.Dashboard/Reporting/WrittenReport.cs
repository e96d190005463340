using System.Globalization;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Reporting;

/// <summary>A month's report as a person typed it.</summary>
/// <param name="Events">At least one, which may be blank.</param>
/// <param name="BasedOn">The number of the revision that the person saw; null if there was none.</param>
/// <param name="Reason">Why an accepted report is amended.</param>
/// <param name="Key">Under which the report is sent once, however often the form is.</param>
public sealed record WrittenReport(IReadOnlyList<WrittenEvent> Events, int? BasedOn, string Reason, string Key)
{
    private const int MostEvents = 500;

    /// <summary>The events in which something was typed, each with its position in the form.</summary>
    public IReadOnlyList<(int Position, WrittenEvent Event)> Filled => [.. Events.Index().Where(e => !e.Item.IsBlank)];

    /// <summary>The fields of the form, in its order.</summary>
    public IEnumerable<string> Fields =>
        Events.SelectMany((_, i) => WrittenEvent.Fields.Select(name => $"events.{i}.{name}")).Append("reason");

    /// <summary>A form that begins with these events.</summary>
    public static WrittenReport Begin(IEnumerable<WrittenEvent> events, int? basedOn, string? reason) =>
        new(AtLeastOne([.. events]), basedOn, reason ?? "", Guid.NewGuid().ToString());

    /// <summary>The posted form.</summary>
    public static WrittenReport Of(IFormCollection form)
    {
        var count = int.TryParse(form["count"], CultureInfo.InvariantCulture, out var said) ? said : 1;
        return new(
            [.. Enumerable.Range(0, Math.Clamp(count, 1, MostEvents)).Select(i => WrittenEvent.Of(form, i))],
            int.TryParse(form["basedOn"], CultureInfo.InvariantCulture, out var revision) ? revision : null,
            form["reason"].ToString(),
            form["key"] is [{ Length: > 0 and <= 200 } key] ? key : Guid.NewGuid().ToString()
        );
    }

    public WrittenReport WithOneMore() =>
        this with
        {
            Events = Events.Count < MostEvents ? [.. Events, WrittenEvent.After(Events[^1])] : Events,
        };

    public WrittenReport Without(int position) =>
        this with
        {
            Events = AtLeastOne([.. Events.Where((_, i) => i != position)]),
        };

    /// <summary>What is sent or kept: `SubmitMonthlyReportInput` and `SaveMonthlyReportDraftInput` without what only one has.</summary>
    public Dictionary<string, object?> Input(
        string agencyId,
        Month month,
        bool nil,
        IReadOnlyDictionary<string, string> ids
    ) =>
        new()
        {
            ["agencyId"] = agencyId,
            ["month"] = month,
            ["nil"] = nil,
            ["events"] = Filled.Select(e => e.Event.Input(ids)).ToList(),
        };

    /// <summary>The field of a place in the input, such as `events.0.title`; null if the form has none.</summary>
    public string? FieldOf(string place)
    {
        if (place == "reason")
            return place;
        if (place.Split('.') is not ["events", var number, var name, ..])
            return null;
        var position = Filled[int.Parse(number, CultureInfo.InvariantCulture)].Position;
        var field = name switch
        {
            "coHostIds" => "coHosts",
            "eventId" => "description",
            "placeKind" or "state" => "place",
            _ => name,
        };
        return $"events.{position}.{field}";
    }

    private static IReadOnlyList<WrittenEvent> AtLeastOne(IReadOnlyList<WrittenEvent> events) =>
        events is [] ? [WrittenEvent.After(null)] : events;
}
