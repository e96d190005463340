namespace Cwa.Model;

// The kinds whose rows are what a verb is told.
internal static partial class ImportExamples
{
    public static IReadOnlyDictionary<string, string> OfStandards { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["statement"] = "We answer your call within five minutes.",
            ["measure"] = "Calls answered within five minutes",
            ["unit"] = "percent",
            ["target"] = "95",
            ["direction"] = "AT_LEAST",
            ["customer_group"] = "BENEFICIARIES",
            ["effective_from"] = "1998-01-01",
        };

    public static IReadOnlyDictionary<string, string> OfMeasurements { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["standard"] = "We answer your call within five minutes.",
            ["from_month"] = "1998-04",
            ["to_month"] = "1998-04",
            ["value"] = "93.5",
        };

    public static IReadOnlyDictionary<string, string> OfSurveys { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["kind"] = "CUSTOMER",
            ["title"] = "How did we do?",
            ["conducted_from"] = "1998-04-01",
            ["conducted_to"] = "1998-04-30",
            ["channel"] = "TELEPHONE",
            ["service"] = "The 800 number",
            ["question"] = "How satisfied were you with our service?",
            ["population"] = "40000",
            ["offered"] = "2000",
            ["responses"] = "800",
            ["ratings"] = "20;40;120;320;300",
        };

    public static IReadOnlyDictionary<string, string> OfBenchmarkStudies { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["measure"] = "Calls answered within three rings",
            ["partner"] = "A catalog house",
            ["partner_score"] = "98.5",
            ["own_score"] = "87",
            ["unit"] = "percent",
            ["conducted_on"] = "1998-06-30",
        };

    public static IReadOnlyDictionary<string, string> OfServiceAreas { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["state"] = "CA",
            ["customers_living"] = "4200000",
            ["customers_working"] = "12500000",
        };

    public static IReadOnlyDictionary<string, string> OfCustomerBases { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["customers"] = "44000000",
            ["effective_from"] = "1997-10-01",
            ["source"] = "Beneficiaries on our rolls in September 1997",
        };

    public static IReadOnlyDictionary<string, string> OfDeliveryChoices { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["service"] = "Replacing a Social Security card",
            ["means"] = "MAIL",
            ["provider"] = "Post offices",
            ["offered_from"] = "1998-01-01",
        };

    public static IReadOnlyDictionary<string, string> OfPrograms { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["name"] = "Customers at the table",
            ["purpose"] = "Panels of customers meet every month and tell us what to mend first.",
            ["starts_on"] = "1998-03-01",
        };

    public static IReadOnlyDictionary<string, string> OfThemes { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["name"] = "Lines at field offices",
            ["theme"] = "WAITING",
        };

    public static IReadOnlyDictionary<string, string> OfFindings { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["about"] = "SATISFACTION",
            ["theme"] = "WAITING",
            ["text"] = "Nobody says how long the wait will be.",
            ["found_on"] = "1998-04-22",
            ["customer_group"] = "BENEFICIARIES",
            ["people"] = "35",
            ["event"] = "Fresno town hall",
            ["starts_on"] = "1998-04-21",
        };

    public static IReadOnlyDictionary<string, string> OfLiaisons { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["name"] = "Maria Flores",
            ["title"] = "Director of Communications",
            ["office"] = "Office of the Commissioner",
            ["phone"] = "(410) 555-0134",
            ["email"] = "maria.flores@ssa.example",
            ["coverage"] = "SELF_AND_COMPONENTS",
            ["designated_on"] = "1998-03-16",
        };

    public static IReadOnlyDictionary<string, string> OfAttendance { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["event"] = "Fresno town hall",
            ["attendance"] = "180",
            ["count_method"] = "COUNTED",
            ["starts_on"] = "1998-04-21",
        };

    public static IReadOnlyDictionary<string, string> OfOutcomes { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["event"] = "Fresno problem-solving day",
            ["appointments"] = "40",
            ["walk_ins"] = "25",
            ["solved_by_phone"] = "12",
            ["cases_opened"] = "30",
            ["cases_resolved"] = "22",
            ["top_issues"] = "Lost checks;Long waits",
            ["starts_on"] = "1998-04-21",
        };

    public static IReadOnlyDictionary<string, string> OfEventCompletions { get; } =
        new Dictionary<string, string>
        {
            ["agency"] = "SSA",
            ["event"] = "How long is too long to wait? We listen, and answer.",
            ["title"] = "Fresno town hall",
            ["medium"] = "FACE_TO_FACE",
            ["format"] = "TOWN_HALL",
            ["setting"] = "INFORMAL",
            ["access"] = "OPEN_TO_PUBLIC",
            ["topic_scope"] = "OPEN_TOPIC",
            ["languages"] = "en;es",
            ["place_kind"] = "PLACE",
            ["state"] = "CA",
            ["city"] = "Fresno",
            ["expected_reach"] = "200",
            ["starts_on"] = "1998-04-21",
        };
}
