using System.Text.Json;

namespace Cwa.Model;

/// <summary>Reads a row of events as a mutation's input, and checks it by the same rules.</summary>
internal static class EventRow
{
    /// <summary>What the row reports; null when something is wrong, which has then been added to the errors.</summary>
    public static PlannedRow? Read(ImportRow row, ImportSession session, Agency agency, ReportMonth? month)
    {
        var id = session.EventId(row, "id");
        var input = new PlannedEventInput
        {
            Title = row.Required("title", EventFacts.LongestTitle) ?? "",
            Description = row.Required("description", EventFacts.LongestDescription) ?? "",
            StartsOn = row.RequiredDay("starts_on") ?? default,
            EndsOn = row.Day("ends_on"),
            Medium = row.RequiredChoice<Medium>("medium") ?? default,
            Format = row.RequiredChoice<EventFormat>("format") ?? default,
            Setting = row.RequiredChoice<Setting>("setting") ?? default,
            Access = row.RequiredChoice<Access>("access") ?? default,
            TopicScope = row.RequiredChoice<TopicScope>("topic_scope") ?? default,
            Languages = row.Languages("languages"),
            PlaceKind = row.RequiredChoice<PlaceKind>("place_kind") ?? default,
            State = row.State("state"),
            City = row.Text("city", EventFacts.LongestCity),
            ExpectedReach = (int?)row.Count("expected_reach", int.MaxValue),
        };
        var check = row.CheckOf(ColumnOf);
        CheckLanguages(input.Languages, check);
        EventRules.Check(input, check);
        var coHostIds = CoHosts(row, session, agency, check);
        var said = EventCells.Read(row);
        if (row.IsGood)
            return new(row.Line, new(input.Facts, coHostIds, id), said);

        // A good row's month is checked later, with the whole report.
        if (month is { } of && check.IsRead(nameof(input.StartsOn)))
            EventRules.CheckMonth(input.StartsOn, of, check);
        return null;
    }

    /// <summary>Checks only the texts. A mutation, too, has its texts checked whatever its agency.</summary>
    public static void CheckTexts(ImportRow row)
    {
        row.Required("title", EventFacts.LongestTitle);
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
