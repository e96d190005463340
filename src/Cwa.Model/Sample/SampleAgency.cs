namespace Cwa.Model;

/// <summary>One agency of the sample while its records are made, with what its later records build on.</summary>
internal sealed class SampleAgency(
    Agency agency,
    SampleTheme theme,
    IReadOnlyList<Agency> partners,
    SampleOptions options,
    SampleFeed feed
)
{
    public Agency Agency => agency;

    public SampleTheme Theme => theme;

    public SampleTraits Traits { get; } = SampleTraits.Of(agency);

    /// <summary>Agencies that may hold an event together with this one.</summary>
    public IReadOnlyList<Agency> Partners => partners;

    public int Scale => options.Scale;

    public DateOnly Today => options.Today;

    /// <summary>Who speaks for the agency in the sample; not a real person.</summary>
    public string Spokesperson { get; } = SampleNames.Of($"{agency.Abbreviation}/first liaison");

    /// <summary>The first events that were held, from which findings are drawn.</summary>
    public List<Event> Held { get; } = [];

    public List<Survey> Surveys { get; } = [];

    public List<AgencyTheme> OwnThemes { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<(ServiceStandard Standard, SamplePromise Promise)> Standards { get; } = [];

    public List<Measurement> Measurements { get; } = [];

    public List<AnnualReport> AnnualReports { get; } = [];

    public List<ComplaintCategory> Categories { get; } = [];

    public ComplaintProcess? Process { get; set; }

    public List<SampleRemedy> Remedies { get; } = [];

    /// <summary>
    /// A stream of random numbers for each part, so that a change to one part leaves the others alone.
    /// </summary>
    public SampleRandom Random(string part) =>
        new($"{(options.Seed == 0 ? "" : options.Seed)}{agency.Abbreviation}/{part}");

    /// <summary>The id of a record made at an instant. The name tells it from the agency's other records.</summary>
    public Guid Id(DateTime at, string name) => DeterministicGuid.V7(at, $"sample {agency.Abbreviation} {name}");

    /// <summary>Whether the day is over on the morning of the sample's day.</summary>
    public bool IsPast(DateOnly day) => day < options.Today;

    public void Announce(FeedKind kind, Guid subjectId, DateTime at) => feed.Announce(kind, agency.Id, subjectId, at);

    public AuditEntry Audit(string action, string subjectKind, Guid subjectId, string after, DateTime at) =>
        new(
            action,
            "sample",
            subjectKind,
            subjectId,
            agency.Id,
            before: null,
            after,
            Id(at, $"audit {action} {subjectId}"),
            at
        );

    /// <summary>A sentence that begins with "Customers", said of the agency's own.</summary>
    public string Said(string ofCustomers) =>
        $"{char.ToUpperInvariant(theme.Customers[0])}{theme.Customers[1..]}{ofCustomers["Customers".Length..]}";

    /// <summary>The text, marked as illustrative.</summary>
    public static string Marked(string text) => $"{text} {SamplePhrases.Mark}";

    /// <summary>A moment in Washington's office hours on a working day, that day or the one before it.</summary>
    public static DateTime OfficeHour(DateOnly day, SampleRandom random) =>
        Washington.At(WorkingDay(day), new TimeOnly(random.Between(8, 17), random.Between(0, 59)));

    /// <summary>The day itself, or the Friday before it.</summary>
    public static DateOnly WorkingDay(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
}
