namespace Cwa.Model;

/// <summary>
/// One agency on the day at whose end it is judged: the scorecard's day, or the agency's last day if that was earlier.
/// </summary>
internal sealed class JudgedAgency
{
    private readonly ScorecardIndex _index;

    public JudgedAgency(Agency agency, ScorecardIndex index)
    {
        (Agency, _index) = (agency, index);
        Day = agency.ActiveTo is { } ended && ended <= index.Facts.AsOf ? ended.AddDays(-1) : index.Facts.AsOf;
        Year = ScorecardYear.Of(index.Facts.AsOf);
        End = Washington.EndOf(Day);
        MonthsOver = [.. Year.FullMonths(agency.ActiveFrom, Day)];
    }

    public Agency Agency { get; }

    /// <summary>Whether the agency is only requested to do what others are directed to.</summary>
    public bool IsRequested => Agency.Directive == DirectiveStanding.Requested;

    /// <summary>How a day is named until which a duty is to be done: nothing is due of an agency that is only asked.</summary>
    public string DueBy(DateOnly day) =>
        IsRequested ? $"one is requested by {Words.Day(day)}" : $"the due day is {Words.Day(day)}";

    /// <summary>The day at whose end the agency is judged.</summary>
    public DateOnly Day { get; }

    /// <summary>The instant at which the day is over.</summary>
    public DateTime End { get; }

    public ScorecardYear Year { get; }

    /// <summary>
    /// Whether the year is over, so that its duties are decided. Never so if the agency ended earlier.
    /// </summary>
    public bool YearIsOver => Day >= Year.LastDay;

    /// <summary>The year's months that are over and throughout which the directive applied to the agency.</summary>
    public IReadOnlyList<ReportMonth> MonthsOver { get; }

    public ReportingCalendar Calendar => _index.Facts.Calendar;

    public Designations Designations => _index.Designations;

    public ReportDuties Duties => _index.Duties;

    /// <summary>The agency's own designations until the day, the earliest first.</summary>
    public IReadOnlyList<Liaison> Designated => [.. Designations.Of(Agency.Id).Where(l => l.DesignatedOn <= Day)];

    /// <summary>
    /// The liaison above who speaks for the agency on the day; null when it has one of its own, or nobody speaks for
    /// it.
    /// </summary>
    public Liaison? CoveredBy => Designations.Own(Agency.Id, Day) is null ? Designations.Covering(Agency, Day) : null;

    /// <summary>The report revisions sent to NPR until the day and not recalled by then, for any month.</summary>
    public IReadOnlyList<ReportRevision> Sent =>
        [.. _index.Reports[Agency.Id].Where(r => r.IsSentAt(End)).OrderBy(r => r.SubmittedAt)];

    public IEnumerable<ConversationCount> Conversations => _index.Conversations[Agency.Id];

    public IEnumerable<ConversationPlace> Places => _index.Places[Agency.Id];

    /// <summary>The programs that ran on any day of the year until the day, the latest first.</summary>
    public IReadOnlyList<ProgramRun> Programs =>
        [
            .. _index
                .Programs[Agency.Id]
                .Where(p => p.StartsOn <= Day && !(p.EndsOn < Year.FirstDay))
                .OrderByDescending(p => p.StartsOn),
        ];

    public IEnumerable<FindingCount> Findings => _index.Findings[Agency.Id];

    public IEnumerable<CustomerArea> Areas => _index.Areas[Agency.Id];

    /// <summary>How many customers the agency serves on the day; null if it has not declared that.</summary>
    public CustomersDeclared? Customers =>
        _index.CustomerBases[Agency.Id].Where(c => c.EffectiveFrom <= Day).MaxBy(c => c.EffectiveFrom);

    /// <summary>The ways in which customers can get a service on the day.</summary>
    public IReadOnlyList<DeliveryOffer> Deliveries =>
        [.. _index.Deliveries[Agency.Id].Where(d => d.From <= Day && !(d.Until < Day)).OrderBy(d => d.From)];

    public IEnumerable<ComplaintPeriod> ComplaintPeriods => _index.ComplaintPeriods[Agency.Id];

    /// <summary>The complaint processes until the day, the earliest first.</summary>
    public IReadOnlyList<ProcessInPlace> Processes =>
        [.. _index.Processes[Agency.Id].Where(p => p.InPlaceOn <= Day).OrderBy(p => p.InPlaceOn)];

    /// <summary>The problems found until the day.</summary>
    public IReadOnlyList<ProblemFound> Problems =>
        [.. _index.Problems[Agency.Id].Where(p => p.FoundOn <= Day).OrderBy(p => p.FoundOn)];

    /// <summary>The changes to processes that took effect in the year.</summary>
    public IEnumerable<ChangeMade> Changes =>
        _index.Problems[Agency.Id].SelectMany(p => p.Changes).Where(c => Counts(c.EffectiveOn));

    /// <summary>The standards in force on the day.</summary>
    public IReadOnlyList<StandardInForce> Standards =>
        [
            .. _index
                .Standards[Agency.Id]
                .Where(s => s.EffectiveFrom <= Day && (s.WithdrawnOn is null || s.WithdrawnOn > Day)),
        ];

    /// <summary>The annual reports published in the year until the day, the newest first.</summary>
    public IReadOnlyList<PublishedReport> AnnualReports =>
        [.. _index.AnnualReports[Agency.Id].Where(r => Counts(r.PublishedOn)).OrderByDescending(r => r.PublishedOn)];

    /// <summary>What the agency did in the year until the day, the newest first.</summary>
    public IReadOnlyList<DatedRecord> Done(RecordKind kind) =>
        [.. _index.Records[Agency.Id].Where(r => r.Kind == kind && Counts(r.On)).OrderByDescending(r => r.On)];

    /// <summary>Another agency, such as one above.</summary>
    public Agency Find(Guid agencyId) => _index.Agencies[agencyId];

    private bool Counts(DateOnly on) => Year.FirstDay <= on && on <= Day;
}

/// <summary>The facts, indexed by agency.</summary>
internal sealed class ScorecardIndex
{
    public ScorecardIndex(ScorecardFacts facts)
    {
        Facts = facts;
        Agencies = facts.Agencies.ToDictionary(a => a.Id);
        Designations = new(facts.Agencies, facts.Liaisons);
        Duties = new(Designations, facts.Calendar);
        // Ordered by id, so that evidence comes in the same order from any database.
        Reports = facts.Reports.ToLookup(r => r.AgencyId);
        Conversations = facts.Conversations.OrderBy(c => c.EventId).ToLookup(c => c.AgencyId);
        Places = facts.Places.ToLookup(p => p.AgencyId);
        Programs = facts.Programs.OrderBy(p => p.Id).ToLookup(p => p.AgencyId);
        Findings = facts.Findings.OrderBy(f => f.About).ToLookup(f => f.AgencyId);
        Areas = facts.Areas.OrderBy(a => a.Id).ToLookup(a => a.AgencyId);
        CustomerBases = facts.CustomerBases.ToLookup(c => c.AgencyId);
        Deliveries = facts.Deliveries.OrderBy(d => d.Id).ToLookup(d => d.AgencyId);
        ComplaintPeriods = facts.ComplaintPeriods.ToLookup(m => m.AgencyId);
        Processes = facts.Processes.OrderBy(p => p.Id).ToLookup(p => p.AgencyId);
        Problems = facts.Problems.OrderBy(p => p.Id).ToLookup(p => p.AgencyId);
        Standards = facts.Standards.OrderBy(s => s.Id).ToLookup(s => s.AgencyId);
        AnnualReports = facts.AnnualReports.OrderBy(r => r.Id).ToLookup(r => r.AgencyId);
        Records = facts.Records.OrderBy(r => r.Id).ToLookup(r => r.AgencyId);
    }

    public ScorecardFacts Facts { get; }
    public Dictionary<Guid, Agency> Agencies { get; }
    public Designations Designations { get; }
    public ReportDuties Duties { get; }
    public ILookup<Guid, ReportRevision> Reports { get; }
    public ILookup<Guid, ConversationCount> Conversations { get; }
    public ILookup<Guid, ConversationPlace> Places { get; }
    public ILookup<Guid, ProgramRun> Programs { get; }
    public ILookup<Guid, FindingCount> Findings { get; }
    public ILookup<Guid, CustomerArea> Areas { get; }
    public ILookup<Guid, CustomersDeclared> CustomerBases { get; }
    public ILookup<Guid, DeliveryOffer> Deliveries { get; }
    public ILookup<Guid, ComplaintPeriod> ComplaintPeriods { get; }
    public ILookup<Guid, ProcessInPlace> Processes { get; }
    public ILookup<Guid, ProblemFound> Problems { get; }
    public ILookup<Guid, StandardInForce> Standards { get; }
    public ILookup<Guid, PublishedReport> AnnualReports { get; }
    public ILookup<Guid, DatedRecord> Records { get; }
}
