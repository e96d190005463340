namespace Cwa.Model;

/// <summary>Reads a row of a file of events.</summary>
internal static class EventRow
{
    /// <summary>What the row reports; null when something is wrong, which is then reported.</summary>
    public static PlannedRow? Read(ImportRow row, ImportSession session, Agency agency, ReportMonth? month)
    {
        var id = session.EventId(row, "id");
        var title = row.Required("title", 200);
        var description = row.Required("description", 500);
        var startsOn = row.RequiredDay("starts_on");
        var endsOn = row.Day("ends_on") ?? startsOn;
        if (endsOn < startsOn)
            row.Error("ends_on", $"The event would end before it starts on {startsOn:O}.");

        var medium = row.RequiredChoice<Medium>("medium");
        var format = row.RequiredChoice<EventFormat>("format");
        var setting = row.RequiredChoice<Setting>("setting");
        var access = row.RequiredChoice<Access>("access");
        var topicScope = row.RequiredChoice<TopicScope>("topic_scope");
        var languages = row.Texts("languages", LanguageTag.Longest);
        foreach (var wrong in languages.Select(LanguageTag.WhyNot).OfType<string>())
            row.Error("languages", wrong);
        if (languages.Count > EventFacts.MaxLanguages)
            row.Error("languages", $"{languages.Count} languages are more than {EventFacts.MaxLanguages}.");
        var placeKind = row.RequiredChoice<PlaceKind>("place_kind");
        var state = row.Choice<StateCode>("state");
        var city = row.Text("city", 100);
        CheckPlace(row, placeKind, state, city);
        var expectedReach = row.Count("expected_reach", int.MaxValue);
        var coHostIds = CoHosts(row, session, agency);
        var said = EventCells.Read(row);
        if (!row.IsGood)
        {
            // A row that can be read may be out of its month: it is judged with the whole report.
            if (startsOn is { } first && month?.Contains(first) == false)
                row.Error("starts_on", OutsideMonth(first, month.Value));
            return null;
        }

        var facts = new EventFacts(
            title!,
            description!,
            startsOn!.Value,
            endsOn!.Value,
            medium!.Value,
            format!.Value,
            setting!.Value,
            access!.Value,
            topicScope!.Value,
            languages,
            placeKind!.Value,
            state,
            city,
            (int?)expectedReach
        );
        return new(row.Line, new(facts, coHostIds, id), said);
    }

    public static string OutsideMonth(DateOnly day, ReportMonth month) =>
        $"{day:O} is not in {month}, the month that the event is reported for.";

    private static void CheckPlace(ImportRow row, PlaceKind? kind, StateCode? state, string? city)
    {
        if (kind == PlaceKind.Place && state is null && row.Peek("state") is null or "")
            row.Error("state", "An event at a PLACE names its state or territory.");
        if (kind is PlaceKind.National or PlaceKind.Virtual && state is not null)
            row.Error("state", $"An event that is {Choices<PlaceKind>.Name(kind.Value)} is in no state or territory.");
        if (kind is PlaceKind.National or PlaceKind.Virtual && city is not null)
            row.Error("city", $"An event that is {Choices<PlaceKind>.Name(kind.Value)} is in no city.");
    }

    private static List<Guid> CoHosts(ImportRow row, ImportSession session, Agency agency)
    {
        // An export names the leading agency among the hosts.
        var others = row.Texts("co_hosts", 16)
            .Where(host => !SearchText.Same.Equals(host, agency.Abbreviation))
            .ToList();
        if (others.Count >= Event.MaxHosts)
        {
            row.Error("co_hosts", $"{others.Count} other agencies are more than {Event.MaxHosts - 1}.");
            return [];
        }

        var ids = new List<Guid>();
        foreach (var abbreviation in others)
        {
            if (session.FindAgency(abbreviation) is not { } host)
                row.Error("co_hosts", $"There is no agency {abbreviation}.");
            else if (host.Id != agency.Id && !ids.Contains(host.Id))
                ids.Add(host.Id);
        }

        return ids;
    }
}
