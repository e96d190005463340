namespace Cwa.Model;

/// <summary>The example row of each kind's template, by column.</summary>
internal static partial class ImportExamples
{
    public static IReadOnlyDictionary<string, string> OfAgencies { get; } =
        new Dictionary<string, string>
        {
            ["abbreviation"] = "NWS",
            ["name"] = "National Weather Service",
            ["kind"] = "BUREAU",
            ["parent_abbreviation"] = "NOAA",
            ["directive"] = "DIRECTED",
            ["basis"] = "Component of a department covered by Executive Order 12862",
            ["high_impact"] = "true",
        };

    public static IReadOnlyDictionary<string, string> OfComplaints { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["month"] = "1998-04",
            ["covers"] = "MONTH",
            ["category"] = "Long waits",
            ["top_category"] = "TIMELINESS",
            ["channel"] = "TELEPHONE",
            ["pending_start"] = "120",
            ["received"] = "340",
            ["resolved"] = "310",
            ["pending_end"] = "150",
            ["within_target"] = "280",
            ["median_days"] = "12.5",
        };

    public static IReadOnlyDictionary<string, string> OfEvents { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["month"] = "1998-04",
            ["title"] = "Fresno town hall",
            ["description"] = "How long is too long to wait? We listen, and answer.",
            ["starts_on"] = "1998-04-21",
            ["medium"] = "FACE_TO_FACE",
            ["format"] = "TOWN_HALL",
            ["setting"] = "INFORMAL",
            ["access"] = "OPEN_TO_PUBLIC",
            ["topic_scope"] = "OPEN_TOPIC",
            ["languages"] = "en;es",
            ["place_kind"] = "PLACE",
            ["state"] = "CA",
            ["city"] = "Fresno",
            ["co_hosts"] = "HCFA",
            ["expected_reach"] = "200",
        };
}
