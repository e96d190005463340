using System.Text.Json;

namespace Cwa.Model;

/// <summary>Reads a row of events as a mutation's input, and checks it by the same rules.</summary>
internal static class EventRow
{
    /// <summary>What the row reports; null when something is wrong, which has then been added to the errors.</summary>
    public static PlannedRow? Read(ImportRow row, ImportSession session, Agency agency, ReportMonth? month)
    {
        var id = session.EventId(row, "id");
        var input = Input(row);
        var check = row.CheckOf(ColumnOf);
        CheckLanguages(input.Languages ?? [], check);
        EventRules.Check(input, check);
        var coHostIds = CoHosts(row, session, agency, check);
        var said = EventCells.Read(row);
        if (row.IsGood)
            return new(row.Line, new(input.Facts, coHostIds, id) { Said = input.Said }, said);

        // A good row's month is checked later, with the whole report.
        if (month is { } of && check.IsRead(nameof(input.StartsOn)))
            EventRules.CheckMonth(input.StartsOn, of, check);
        return null;
    }

    // An empty cell says that nothing is known. A column that the file does not have says nothing.
    private static PlannedEventInput Input(ImportRow row)
    {
        var input = new PlannedEventInput
        {
            Description = row.Required("description", EventFacts.LongestDescription) ?? "",
            StartsOn = row.RequiredDay("starts_on") ?? default,
        };
        if (row.Has("title"))
            input.Title = row.Text("title", EventFacts.LongestTitle);
        if (row.Has("ends_on"))
            input.EndsOn = row.Day("ends_on");
        if (row.Has("medium"))
            input.Medium = row.Choice<Medium>("medium");
        if (row.Has("format"))
            input.Format = row.Choice<EventFormat>("format");
        if (row.Has("setting"))
            input.Setting = row.Choice<Setting>("setting");
        if (row.Has("access"))
            input.Access = row.Choice<Access>("access");
        if (row.Has("topic_scope"))
            input.TopicScope = row.Choice<TopicScope>("topic_scope");
        if (row.Has("languages"))
            input.Languages = row.Languages("languages");
        if (row.Has("place_kind"))
            input.PlaceKind = row.Choice<PlaceKind>("place_kind");
        if (row.Has("state"))
            input.State = row.State("state");
        if (row.Has("city"))
            input.City = row.Text("city", EventFacts.LongestCity);
        if (row.Has("expected_reach"))
            input.ExpectedReach = (int?)row.Count("expected_reach", int.MaxValue);
        if (row.Has("co_hosts"))
            input.CoHostIds = [];
        return input;
    }

    /// <summary>Checks only the texts. A mutation, too, has its texts checked whatever its agency.</summary>
    public static void CheckTexts(ImportRow row)
    {
        row.Text("title", EventFacts.LongestTitle);
        row.Required("description", EventFacts.LongestDescription);
        row.Text("city", EventFacts.LongestCity);
        row.Text("reason", MonthlyReport.LongestReason);
        CheckLanguages(row.Languages("languages"), row.CheckOf(ColumnOf));
    }

    /// <summary>The column of a field of <see cref="PlannedEventInput"/>.</summary>
    public static string ColumnOf(string field) =>
        field switch
        {
            "eventId" => "id",
            "coHostIds" => "co_hosts",
            _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(field),
        };

    private static void CheckLanguages(IReadOnlyList<string> languages, Check check) =>
        check.Texts(languages, EventFacts.MaxLanguages, LanguageTag.Longest, nameof(PlannedEventInput.Languages));

    private static List<Guid> CoHosts(ImportRow row, ImportSession session, Agency agency, Check check)
    {
        // An export names the leading agency among the hosts.
        var others = session.AgenciesOf(row, "co_hosts")?.Where(host => host.Id != agency.Id).ToList() ?? [];
        return EventRules.CheckHosts(others.Count, check) ? [.. others.Select(host => host.Id).Distinct()] : [];
    }
}
