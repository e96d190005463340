using System.Globalization;

namespace Cwa.Model.Tests;

/// <summary>A history of agencies, to be judged as of any day.</summary>
internal sealed class Case
{
    public List<Agency> Agencies { get; } = [];
    public List<Liaison> Liaisons { get; } = [];
    public List<ReportRevision> Reports { get; } = [];
    public Dictionary<ReportMonth, DateOnly> DueDays { get; } = [];
    public List<EventHistory> Events { get; } = [];
    public List<(Guid AgencyId, FindingAbout About, DateOnly FoundOn, DateOnly? ActedOn)> Findings { get; } = [];
    public List<ComplaintPeriod> ComplaintPeriods { get; } = [];
    public List<ProcessInPlace> Processes { get; } = [];
    public List<ProblemFound> Problems { get; } = [];
    public List<(
        Guid AgencyId,
        Guid Id,
        DateOnly EffectiveFrom,
        DateOnly? WithdrawnOn,
        ReportMonth? MeasuredTo
    )> Standards { get; } = [];
    public List<PublishedReport> AnnualReports { get; } = [];
    public List<DatedRecord> Records { get; } = [];
    public List<CustomerArea> Areas { get; } = [];
    public List<CustomersDeclared> CustomerBases { get; } = [];
    public List<ProgramRun> Programs { get; } = [];
    public List<DeliveryOffer> Deliveries { get; } = [];

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTime At(string instant) =>
        DateTime.Parse(
            instant,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
        );

    public Agency Has(
        string abbreviation = "SSA",
        Agency? parent = null,
        DirectiveStanding directive = DirectiveStanding.Directed,
        string? began = null,
        string? ended = null,
        long? customers = null
    )
    {
        var agency = new Agency(
            abbreviation,
            abbreviation,
            parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
            parent,
            directive,
            "As the test says",
            activeFrom: began is null ? null : Day(began),
            activeTo: ended is null ? null : Day(ended)
        );
        if (customers is { } served)
            Declares(agency, "1998-03-03", served);
        Agencies.Add(agency);
        return agency;
    }

    public Liaison Designates(
        Agency agency,
        string on,
        string? told = null,
        Coverage coverage = Coverage.Self,
        string? ended = null
    )
    {
        var liaison = Samples.Liaison(
            agency,
            coverage: coverage,
            designatedOn: Day(on),
            reportedAt: told is null ? null : At(told)
        );
        if (ended is not null)
            liaison.End(Day(ended));
        Liaisons.Add(liaison);
        return liaison;
    }

    public ReportRevision Sends(
        Agency agency,
        string month,
        string at,
        int revision = 1,
        string? accepted = null,
        string? returned = null,
        string? recalled = null
    )
    {
        var report = new ReportRevision
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency.Id,
            Month = ReportMonth.Parse(month),
            Revision = revision,
            SubmittedAt = At(at),
            DecidedAt = (accepted ?? returned) is { } decided ? At(decided) : null,
            Returned = returned is not null,
            RecalledAt = recalled is null ? null : At(recalled),
        };
        Reports.Add(report);
        return report;
    }

    /// <summary>A one-day event that was reported on the last day before its month.</summary>
    public EventHistory Holds(
        Agency agency,
        string on,
        string? until = null,
        EventFormat format = EventFormat.TownHall,
        Medium? medium = Medium.FaceToFace,
        string? told = null,
        StateCode? state = null,
        Agency? with = null,
        params EventSaid[] said
    )
    {
        var @event = new EventHistory
        {
            EventId = Guid.CreateVersion7(),
            Said = said,
            Told =
            [
                new()
                {
                    SubmittedAt = At(told ?? on[..8] + "01"),
                    AcceptedAt = At(told ?? on[..8] + "01").AddHours(1),
                    HostIds = with is null ? [agency.Id] : [agency.Id, with.Id],
                    StartsOn = Day(on),
                    EndsOn = Day(until ?? on),
                    Format = format,
                    Medium = medium,
                    PlaceKind = state is null ? PlaceKind.National : PlaceKind.Place,
                    State = state,
                },
            ],
        };
        Events.Add(@event);
        return @event;
    }

    /// <summary>Adds a conversation in the middle of each month.</summary>
    public void HoldsInMonths(Agency agency, int from, int to)
    {
        for (var month = from; month <= to; month++)
            Holds(agency, $"1998-{month:D2}-14");
    }

    public void Finds(Agency agency, FindingAbout about, string on, string? acted = null) =>
        Findings.Add((agency.Id, about, Day(on), acted is null ? null : Day(acted)));

    /// <summary>The finding that stands for those of a kind.</summary>
    public static Guid FindingId(FindingAbout about) => new((int)about, 0, 0, new byte[8]);

    public Guid Does(Agency agency, RecordKind kind, string on)
    {
        var record = new DatedRecord(agency.Id, Guid.CreateVersion7(), kind, Day(on));
        Records.Add(record);
        return record.Id;
    }

    public Guid PutsInPlace(Agency agency, string on, int channels = 2)
    {
        var process = new ProcessInPlace(agency.Id, Guid.CreateVersion7(), Day(on), channels);
        Processes.Add(process);
        return process.Id;
    }

    /// <summary>One set of figures for all of the months.</summary>
    public void GivesFigures(Agency agency, ReportMonth from, ReportMonth to) =>
        ComplaintPeriods.Add(new(agency.Id, from, to, Guid.CreateVersion7()));

    public IReadOnlyList<Guid> GivesFigures(Agency agency, int from, int to)
    {
        var figures = Enumerable
            .Range(from, to - from + 1)
            .Select(month => new ReportMonth(1998, month))
            .Select(month => new ComplaintPeriod(agency.Id, month, month, Guid.CreateVersion7()))
            .ToList();
        ComplaintPeriods.AddRange(figures);
        return [.. figures.Select(m => m.MetricId)];
    }

    public ProblemFound FindsProblem(
        Agency agency,
        string on,
        params (string EffectiveOn, string? MeasuredOn)[] changes
    )
    {
        var problem = new ProblemFound(
            agency.Id,
            Guid.CreateVersion7(),
            Day(on),
            [
                .. changes.Select(c => new ChangeMade(
                    Guid.CreateVersion7(),
                    Day(c.EffectiveOn),
                    c.MeasuredOn is null ? null : Day(c.MeasuredOn)
                )),
            ]
        );
        Problems.Add(problem);
        return problem;
    }

    public Guid Promises(Agency agency, string from, string? measuredTo = null, string? withdrawn = null)
    {
        var id = Guid.CreateVersion7();
        Standards.Add(
            (
                agency.Id,
                id,
                Day(from),
                withdrawn is null ? null : Day(withdrawn),
                measuredTo is null ? null : ReportMonth.Parse(measuredTo)
            )
        );
        return id;
    }

    public Guid Publishes(Agency agency, string on, int year = 1998, bool cites = false, double? grade = 8.14)
    {
        var id = Guid.CreateVersion7();
        AnnualReports.Add(new(agency.Id, id, new(year, YearBasis.Fiscal), Day(on), cites, grade));
        return id;
    }

    public Guid Declares(Agency agency, string from, long customers)
    {
        CustomerBases.Add(new(agency.Id, Guid.CreateVersion7(), Day(from), customers));
        return CustomerBases[^1].Id;
    }

    public Guid Runs(Agency agency, string from, string? until = null)
    {
        Programs.Add(new(agency.Id, Guid.CreateVersion7(), Day(from), until is null ? null : Day(until)));
        return Programs[^1].Id;
    }

    public Guid Serves(Agency agency, StateCode state, long living, long working)
    {
        Areas.Add(new(agency.Id, Guid.CreateVersion7(), state, living, working));
        return Areas[^1].Id;
    }
}
