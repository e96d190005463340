namespace Cwa.Benchmarks;

/// <summary>A table of the peers.</summary>
internal sealed record Table(string Name, string Columns, IEnumerable<object?[]> Rows);

/// <summary>
/// The rows that everybody answers from: 120 agencies, 36 months, about 130,000 events, 35,000 complaint metrics. They
/// are the same in every run.
/// </summary>
internal sealed class Rows
{
    /// <summary>Changes with the rows, so that a kept database is loaded again.</summary>
    public const int Version = 1;

    /// <summary>The number of agencies.</summary>
    public const int Agencies = 120;

    private const int Months = 36,
        EventsOfReport = 30,
        LastYear = 2025;

    // Only names that our enumerations have too, so that all can give the same text.
    private static readonly string[] Kinds = Split(
        "TOWN_HALL ONLINE_CHAT CONFERENCE WORKSHOP OPEN_HOUSE LISTENING_SESSION"
    );
    private static readonly string[] Media = Split("FACE_TO_FACE TELEPHONE ELECTRONIC ELECTRONIC WRITTEN ELECTRONIC");
    private static readonly string[] Categories = Split(
        "TIMELINESS ACCURACY COURTESY ACCESS OUTCOME COST CLARITY OTHER"
    );
    private static readonly string[] Standards = Split(
        "ANSWER_TIME FIRST_CONTACT WRITTEN_REPLY ACCURACY COURTESY PLAIN_LANGUAGE ONLINE_AVAILABILITY APPEAL_TIME "
            + "SATISFACTION ACCESSIBILITY"
    );
    private static readonly string[] Kinships = Split("Office Bureau Administration Service Commission Agency");
    private static readonly string[] Titles = ["Director", "Deputy Director", "Public Affairs Officer", "Manager"];
    private static readonly string[] First = Split("Ada Ben Carla Dev Elena Frank Grace Hugo Iris Jamal Kim Luis Maya");
    private static readonly string[] Last = Split("Adams Brooks Chen Diaz Evans Fisher Garcia Hughes Ito Jones Kaur");
    private static readonly string[] Cities = Split("Springfield Franklin Georgetown Salem Fairview Madison");
    private static readonly string[] States = Weighted(
        "CA TX FL NY PA IL OH GA NC MI NJ VA WA AZ MA TN IN MD MO WI CO MN SC AL LA KY OR OK CT UT IA NV AR MS KS NM "
            + "NE ID WV HI NH ME RI MT DE SD ND AK VT WY DC PR"
    );
    private static readonly string[] Words = Split(
        "public service customer federal benefit outreach community veteran family business tax disaster health rural "
            + "online phone office language access program notice claim review response center partner training survey "
            + "record request timely accurate local regional annual quarterly new improved guidance support network"
    );

    private readonly Random _random = new(20251);
    private readonly List<(int Id, int Agency, DateOnly Month)> _reports = [];

    /// <summary>The tables. They must be read to their ends in this order.</summary>
    public IEnumerable<Table> Tables() =>
        [
            new("agencies", "id, parent_id, abbreviation, name, website", AgencyRows()),
            new(
                "liaisons",
                "id, agency_id, name, title, email, phone, is_primary, start_date, end_date",
                LiaisonRows()
            ),
            new("monthly_reports", "id, agency_id, month, revision, status, submitted_by, narrative", ReportRows()),
            new(
                "events",
                "id, report_id, agency_id, event_date, title, description, kind, media, city, state, zip, "
                    + "customers_reached",
                EventRows()
            ),
            new(
                "complaint_metrics",
                "id, agency_id, month, category, received, resolved, backlog, median_days",
                ComplaintRows()
            ),
            new("annual_results", "id, agency_id, year, standard, target, actual, summary", ResultRows()),
        ];

    private IEnumerable<object?[]> AgencyRows()
    {
        for (var id = 1; id <= Agencies; id++)
            yield return
            [
                id,
                id <= 20 ? null : _random.Next(1, 21),
                $"AG{id:000}",
                $"{One(Kinships)} of {Text(14)} {id}",
                $"https://www.ag{id:000}.example",
            ];
    }

    // Every agency had some liaisons before today's, each with a deputy.
    private IEnumerable<object?[]> LiaisonRows()
    {
        var id = 0;
        for (var agency = 1; agency <= Agencies; agency++)
        {
            var (past, start) = (_random.Next(1, 5), new DateOnly(2015, 1, 1).AddDays(_random.Next(500)));
            for (var term = 0; term <= past; term++)
            {
                DateOnly? end = term == past ? null : start.AddDays(_random.Next(200, 700));
                foreach (var isPrimary in new[] { true, false })
                {
                    var (first, last) = (One(First), One(Last));
                    yield return
                    [
                        ++id,
                        agency,
                        $"{first} {last}",
                        One(Titles),
                        $"{first}.{last}.{id}@ag{agency:000}.example",
                        $"202-555-{_random.Next(10_000):0000}",
                        isPrimary,
                        start,
                        end,
                    ];
                }

                start = end ?? start;
            }
        }
    }

    private IEnumerable<object?[]> ReportRows()
    {
        foreach (var (month, agency) in MonthsOfAgencies())
        {
            _reports.Add((_reports.Count + 1, agency, month));
            yield return [_reports.Count, agency, month, 0, "ACCEPTED", $"{One(First)} {One(Last)}", Text(200)];
        }
    }

    private IEnumerable<object?[]> EventRows()
    {
        var id = 0;
        foreach (var (report, agency, month) in _reports)
        {
            for (var left = _random.Next(EventsOfReport - 8, EventsOfReport + 9); left > 0; left--)
                yield return
                [
                    ++id,
                    report,
                    agency,
                    month.AddDays(_random.Next(28)),
                    Text(44),
                    Text(120),
                    One(Kinds),
                    One(Media),
                    One(Cities),
                    One(States),
                    $"{_random.Next(100_000):00000}",
                    _random.Next(5, 5001),
                ];
        }
    }

    // A backlog at the end of a year only, and one median a year: so the sum of the backlogs is also the last one, and
    // the largest median also the mean. Servers that define a year's figures either way give the same values.
    private IEnumerable<object?[]> ComplaintRows()
    {
        var id = 0;
        var before = new Dictionary<(int, string), int>();
        var medians = new Dictionary<(int, string, int), int>();
        foreach (var (month, agency) in MonthsOfAgencies())
        {
            foreach (var category in Categories)
            {
                var received = _random.Next(901);
                var backlog = month.Month == 12 ? _random.Next(received + 1) : 0;
                medians.TryAdd((agency, category, month.Year), _random.Next(1, 61));
                var resolved = before.GetValueOrDefault((agency, category)) + received - backlog;
                before[(agency, category)] = backlog;
                var median = medians[(agency, category, month.Year)];
                yield return [++id, agency, month, category, received, resolved, backlog, median];
            }
        }
    }

    private IEnumerable<object?[]> ResultRows()
    {
        var id = 0;
        for (var year = LastYear - 2; year <= LastYear; year++)
        {
            for (var agency = 1; agency <= Agencies; agency++)
            {
                foreach (var standard in Standards)
                    yield return
                    [
                        ++id,
                        agency,
                        year,
                        standard,
                        _random.Next(60, 100),
                        _random.Next(50, 101),
                        Text(300),
                    ];
            }
        }
    }

    private static IEnumerable<(DateOnly Month, int Agency)> MonthsOfAgencies() =>
        from month in Enumerable.Range(0, Months)
        from agency in Enumerable.Range(1, Agencies)
        select (new DateOnly(LastYear, 12, 1).AddMonths(month + 1 - Months), agency);

    private static string[] Split(string words) => words.Split(' ');

    // The first state is met forty times as often as the last.
    private static string[] Weighted(string states) =>
        [.. Split(states).SelectMany((state, place) => Enumerable.Repeat(state, Math.Max(1, 40 - place)))];

    private string One(string[] of) => of[_random.Next(of.Length)];

    private string Text(int length) => string.Join(' ', Enumerable.Range(0, length / 6).Select(_ => One(Words)));
}
