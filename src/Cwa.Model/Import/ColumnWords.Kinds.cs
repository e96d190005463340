namespace Cwa.Model;

// The kinds whose rows are what a verb is told.
internal static partial class ColumnWords
{
    public static IReadOnlyDictionary<string, string[]> OfSurveys { get; } =
        new Dictionary<string, string[]>
        {
            ["kind"] = ["kind of survey", "survey kind", "survey type", "type", "who was asked"],
            ["title"] = ["name", "name of survey", "survey", "survey name", "survey title"],
            ["conducted_from"] =
            [
                "begin date",
                "conducted on",
                "date",
                "first day",
                "from",
                "period start",
                "start",
                "start date",
                "survey date",
            ],
            ["conducted_to"] = ["end", "end date", "last day", "period end", "to", "until"],
            ["channel"] = ["how received", "how reached", "mode", "survey channel"],
            ["service"] = ["program", "service name", "service provided"],
            ["question"] = ["item", "question text", "survey item", "survey question"],
            ["population"] = ["customers", "number of customers", "volume of customers"],
            ["offered"] = ["distributed", "number offered", "sent", "surveys offered", "surveys sent"],
            ["responses"] =
            [
                "answers",
                "completed surveys",
                "number answering",
                "number of answers",
                "number of responses",
                "number responding",
                "respondents",
                "returned",
            ],
            ["counts_missing"] = ["reason counts missing", "why counts are missing"],
            ["ratings"] = ["counts", "rating counts"],
            ["mean_rating"] =
            [
                "average",
                "average rating",
                "average score",
                "mean",
                "mean score",
                "rating",
                "satisfaction",
                "score",
            ],
        };

    public static IReadOnlyDictionary<string, string[]> OfMeasurements { get; } =
        new Dictionary<string, string[]>
        {
            ["standard"] = ["promise", "service standard", "standard id", "statement"],
            ["from_month"] = ["from", "month", "month of result", "period", "period start", "start month"],
            ["to_month"] = ["end month", "period end", "to", "through"],
            ["value"] = ["actual", "measured", "measurement", "performance", "result"],
            ["value_missing"] = ["reason value missing", "why the value is missing"],
        };

    public static IReadOnlyDictionary<string, string[]> OfStandards { get; } =
        new Dictionary<string, string[]>
        {
            ["statement"] = ["promise", "service standard", "standard", "text"],
            ["measure"] = ["indicator", "measured by", "metric", "what is measured"],
            ["unit"] = ["measured in", "unit of measure", "units"],
            ["target"] = ["goal", "target value"],
            ["direction"] = ["at least or at most", "target direction"],
            ["customer_group"] = ["customers", "customer type", "group", "serves", "who is served"],
            ["effective_from"] =
            [
                "date",
                "effective",
                "effective date",
                "from",
                "in effect from",
                "start",
                "start date",
            ],
        };

    public static IReadOnlyDictionary<string, string[]> OfPrograms { get; } =
        new Dictionary<string, string[]>
        {
            ["name"] = ["program", "program name", "title"],
            ["purpose"] = ["description", "goal", "objective", "what it is for"],
            ["starts_on"] = ["begin date", "began", "from", "start", "start date"],
            ["ends_on"] = ["end", "end date", "ended", "to", "until"],
        };

    public static IReadOnlyDictionary<string, string[]> OfBenchmarkStudies { get; } =
        new Dictionary<string, string[]>
        {
            ["measure"] = ["indicator", "metric", "what was compared"],
            ["partner"] = ["benchmark", "benchmark partner", "best in business", "compared with", "company"],
            ["partner_score"] = ["benchmark score", "best in business score", "partner result", "partner value"],
            ["own_score"] = ["agency score", "our score", "own result", "own value"],
            ["unit"] = ["measured in", "unit of measure", "units"],
            ["conducted_on"] = ["completed", "completed on", "date", "date of study", "finished", "study date"],
        };

    public static IReadOnlyDictionary<string, string[]> OfThemes { get; } =
        new Dictionary<string, string[]>
        {
            ["name"] = ["our theme", "own theme", "subtheme", "theme name", "title"],
            ["theme"] = ["common theme", "category", "top theme", "under"],
        };

    public static IReadOnlyDictionary<string, string[]> OfFindings { get; } =
        new Dictionary<string, string[]>
        {
            ["about"] = ["kind", "question", "topic", "type"],
            ["text"] = ["comment", "customers said", "description", "finding", "what was heard"],
            ["found_on"] = ["date", "date found", "found", "heard on"],
            ["event"] = ["event id", "event title", "heard at"],
            ["survey"] = ["survey id", "survey title"],
            ["program"] = ["program id", "program name"],
            ["theme"] = ["category", "priority", "subject"],
            ["own_theme"] = ["agency theme", "detail", "our theme", "own category", "subcategory", "subtheme"],
            ["customer_group"] = ["customers", "customer type", "group", "who said so"],
            ["people"] =
            [
                "how many",
                "how many said so",
                "mentions",
                "number of people",
                "number who said so",
                "times mentioned",
            ],
            ["starts_on"] = ["date of event", "event date", "event day"],
        };

    public static IReadOnlyDictionary<string, string[]> OfServiceAreas { get; } =
        new Dictionary<string, string[]>
        {
            ["state"] = ["st", "state or territory"],
            ["customers_living"] = ["customers who live there", "living", "living there", "residents"],
            ["customers_working"] = ["customers who work there", "workers", "working", "working there"],
        };

    public static IReadOnlyDictionary<string, string[]> OfCustomerBases { get; } =
        new Dictionary<string, string[]>
        {
            ["customers"] =
            [
                "customer base",
                "customers in all",
                "customers served",
                "number of customers",
                "people served",
                "population served",
                "total customers",
            ],
            ["effective_from"] = ["as of", "date", "effective", "effective date", "from", "start", "start date"],
            ["source"] = ["data source", "source of data", "where from"],
        };

    public static IReadOnlyDictionary<string, string[]> OfDeliveryChoices { get; } =
        new Dictionary<string, string[]>
        {
            ["service"] = ["name of service", "service name", "what"],
            ["means"] = ["channel", "delivery", "how", "means of delivery", "way"],
            ["provider"] = ["by whom", "from whom", "office", "source", "source of service"],
            ["offered_from"] =
            [
                "available from",
                "begins",
                "date",
                "first day",
                "from",
                "since",
                "start",
                "start date",
            ],
            ["offered_to"] = ["available until", "end", "end date", "ends", "last day", "to", "until"],
        };

    public static IReadOnlyDictionary<string, string[]> OfLiaisons { get; } =
        new Dictionary<string, string[]>
        {
            ["name"] = ["contact", "contact name", "liaison", "liaison name", "name of liaison", "primary liaison"],
            ["title"] = ["job title", "liaison title", "position"],
            ["office"] = ["division", "office name"],
            ["phone"] = ["phone number", "telephone", "telephone number"],
            ["email"] = ["e-mail address", "electronic mail"],
            ["coverage"] = ["covers", "speaks for"],
            ["designated_on"] =
            [
                "date",
                "date designated",
                "date of designation",
                "designated",
                "effective date",
                "start date",
            ],
            ["replace"] = ["replaces present liaison", "replaces the present liaison"],
        };

    public static IReadOnlyDictionary<string, string[]> OfAttendance { get; } =
        new Dictionary<string, string[]>
        {
            ["event"] = ["event id", "event name", "event title", "id", "name of event", "title"],
            ["starts_on"] = ["date", "date of event", "day", "event date", "start date", "when"],
            ["attendance"] =
            [
                "actual attendance",
                "attended",
                "attendees",
                "number attending",
                "number of attendees",
                "participants",
            ],
            ["count_method"] = ["counted how", "counted or estimated", "how counted"],
        };

    public static IReadOnlyDictionary<string, string[]> OfOutcomes { get; } =
        new Dictionary<string, string[]>
        {
            ["event"] = ["event id", "event name", "event title", "id", "name of event", "title"],
            ["starts_on"] = ["date", "date of event", "day", "event date", "start date", "when"],
            ["appointments"] = ["by appointment", "with appointment"],
            ["walk_ins"] = ["without appointment"],
            ["solved_by_phone"] = ["by phone", "by telephone", "solved by telephone"],
            ["cases_opened"] = ["new cases", "opened"],
            ["cases_resolved"] = ["cases closed", "closed", "resolved"],
            ["top_issues"] = ["issues", "main issues", "most frequent issues"],
        };

    public static IReadOnlyDictionary<string, string[]> OfEventCompletions =>
        new Dictionary<string, string[]>(OfEventFacts)
        {
            ["event"] = ["event id", "id"],
            ["starts_on"] = ["date", "date of event", "day", "event date", "start date", "when"],
        };

    // What is said of an event later is called what a report calls it. Its title may be said, too.
    private static Dictionary<string, string[]> OfEventFacts =>
        OfEvents
            .Where(words => words.Key != "title" && EventCompletionRows.Facts.Contains(words.Key))
            .ToDictionary(words => words.Key, words => words.Value);
}
