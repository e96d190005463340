namespace Cwa.Model;

/// <summary>
/// What people write above the columns of their files. Case, spaces, hyphens and what stands in brackets do not matter.
/// </summary>
internal static partial class ColumnWords
{
    public static readonly string[] Agency =
    [
        "agency abbreviation",
        "agency code",
        "agency component",
        "bureau",
        "department",
        "lead agency",
        "organization",
        "reporting agency",
    ];

    private static readonly string[] Month = ["month of report", "period", "report month", "reporting month"];

    public static IReadOnlyDictionary<string, string[]> OfAgencies { get; } =
        new Dictionary<string, string[]>
        {
            ["abbreviation"] = ["abbr", "acronym", "agency abbreviation", "agency code", "code"],
            ["name"] = ["agency", "agency name", "full name"],
            ["kind"] = ["agency type", "type", "type of agency"],
            ["parent_abbreviation"] = ["component of", "department", "parent", "parent agency", "parent code"],
            ["directive"] = ["directed or requested", "standing"],
            ["basis"] = ["authority", "directive basis", "reason"],
            ["high_impact"] = ["high impact agency", "is high impact"],
            ["active_to"] = ["abolished", "abolished on", "active until", "closed", "end date"],
        };

    public static IReadOnlyDictionary<string, string[]> OfComplaints { get; } =
        new Dictionary<string, string[]>
        {
            ["agency"] = Agency,
            ["month"] = [.. Month, "calendar year", "fiscal year", "FY", "quarter", "year"],
            ["covers"] = ["covered period", "frequency", "length of period", "period length", "reporting frequency"],
            ["category"] = ["agency category", "complaint category", "complaint type", "type of complaint"],
            ["top_category"] = ["category group", "main category", "top level category"],
            ["channel"] = ["how received", "received by", "received through", "source"],
            ["pending_start"] =
            [
                "beginning balance",
                "carried over",
                "open at beginning of year",
                "open at start",
                "open at start of year",
                "open at the beginning",
                "open at the start",
                "opening balance",
                "pending at beginning of year",
                "pending at start",
                "pending at start of month",
                "pending at start of year",
                "pending at the start",
                "pending beginning",
                "pending beginning of month",
                "start pending",
            ],
            ["received"] =
            [
                "complaints received",
                "new",
                "new complaints",
                "number received",
                "opened",
                "total received",
            ],
            ["resolved"] =
            [
                "closed",
                "complaints closed",
                "complaints processed",
                "complaints resolved",
                "number resolved",
                "processed",
                "total resolved",
            ],
            ["pending_end"] =
            [
                "closing balance",
                "end pending",
                "ending balance",
                "open at end",
                "open at end of year",
                "open at the end",
                "pending at end",
                "pending at end of month",
                "pending at end of year",
                "pending at the end",
                "pending end of month",
                "still open",
                "still pending",
            ],
            ["within_target"] = ["in time", "on time", "resolved on time", "resolved within target", "within goal"],
            ["counts_missing"] = ["reason counts missing", "why counts are missing"],
            ["median_days"] =
            [
                "days median",
                "median",
                "median days to resolution",
                "median days to resolve",
                "median number of days",
                "median time",
            ],
            ["median_days_missing"] = ["reason median missing", "why the median is missing"],
        };

    public static IReadOnlyDictionary<string, string[]> OfEvents { get; } =
        new Dictionary<string, string[]>
        {
            ["agency"] = Agency,
            ["month"] = Month,
            ["title"] = ["activity", "event", "event name", "event title", "name", "name of event", "subject"],
            ["description"] =
            [
                "brief description",
                "comments",
                "description of event",
                "event details",
                "details",
                "event description",
                "short description",
                "summary",
                "what",
                "what happened",
                "what happens",
                "what we did",
                "what we do",
                "what we will do",
                "what will happen",
            ],
            ["starts_on"] =
            [
                "begins",
                "begin date",
                "date",
                "date of event",
                "day",
                "event date",
                "first day",
                "from",
                "start",
                "start date",
                "starting date",
                "when",
            ],
            ["ends_on"] = ["end", "end date", "ending date", "ends", "last day", "to", "until"],
            ["medium"] = ["how", "media", "method", "mode"],
            ["format"] = ["event format", "event type", "kind of event", "type", "type of event"],
            ["setting"] = ["formal or informal", "formality"],
            ["access"] = ["attendance by", "open to", "who may attend"],
            ["topic_scope"] = ["scope"],
            ["languages"] = ["language", "languages spoken", "spoken languages"],
            ["place_kind"] = ["kind of place", "place type", "type of place"],
            ["state"] = ["state or territory", "st"],
            ["city"] = ["city or town", "location city", "town"],
            ["co_hosts"] = ["co-hosting agencies", "co-sponsors", "other agencies", "partner agencies", "partners"],
            ["expected_reach"] =
            [
                "estimated attendance",
                "expected attendance",
                "expected attendees",
                "expected number of customers",
                "expected number of participants",
            ],
            ["id"] = ["event id"],
            ["status"] = ["event status"],
            ["attendance"] = ["actual attendance", "attendees", "number attending", "number of attendees"],
            ["count_method"] = ["counted how", "how counted"],
            ["postponed_from"] = ["moved from", "original date", "rescheduled from"],
            ["reason"] = ["reason for amendment", "reason for change"],
        };
}
