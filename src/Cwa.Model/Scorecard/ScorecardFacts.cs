namespace Cwa.Model;

/// <summary>
/// All facts by which a scorecard of one day is judged. Each counts by its own date, whenever it was recorded; facts of
/// a later date may be among them and are ignored. Conversations and findings are already added up, as they stood at
/// the end of the day.
/// </summary>
/// <remarks>
/// A fact without a date counts with its record: the citation of a plan with the annual report that cites it, the
/// results of an event with the event's last day. Service areas always count.
/// </remarks>
public sealed class ScorecardFacts
{
    /// <summary>The Washington day at whose end the agencies are judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Everything stored by this instant is among them.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The judged agencies and those above them.</summary>
    public required IReadOnlyList<Agency> Agencies { get; init; }

    /// <summary>When monthly reports are due.</summary>
    public ReportingCalendar Calendar { get; init; } = new();

    /// <summary>Designations of liaisons.</summary>
    public IReadOnlyList<Liaison> Liaisons { get; init; } = [];

    /// <summary>Revisions of monthly reports that were sent to NPR: those of the year, and the first of any.</summary>
    public IReadOnlyList<ReportRevision> Reports { get; init; } = [];

    /// <summary>Conversations that touch the year.</summary>
    public IReadOnlyList<ConversationCount> Conversations { get; init; } = [];

    /// <summary>Where those were.</summary>
    public IReadOnlyList<ConversationPlace> Places { get; init; } = [];

    /// <summary>Programs that engage customers.</summary>
    public IReadOnlyList<ProgramRun> Programs { get; init; } = [];

    /// <summary>What was found in the year.</summary>
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];

    /// <summary>Where customers live and work.</summary>
    public IReadOnlyList<CustomerArea> Areas { get; init; } = [];

    /// <summary>How many customers there are in all.</summary>
    public IReadOnlyList<CustomersDeclared> CustomerBases { get; init; } = [];

    /// <summary>Ways in which customers can get a service.</summary>
    public IReadOnlyList<DeliveryOffer> Deliveries { get; init; } = [];

    /// <summary>Months of the year with complaint figures.</summary>
    public IReadOnlyList<ComplaintPeriod> ComplaintPeriods { get; init; } = [];

    /// <summary>Complaint processes.</summary>
    public IReadOnlyList<ProcessInPlace> Processes { get; init; } = [];

    /// <summary>Systemic problems with their changes.</summary>
    public IReadOnlyList<ProblemFound> Problems { get; init; } = [];

    /// <summary>Service standards.</summary>
    public IReadOnlyList<StandardInForce> Standards { get; init; } = [];

    /// <summary>Annual reports that were published.</summary>
    public IReadOnlyList<PublishedReport> AnnualReports { get; init; } = [];

    /// <summary>Analyses, surveys, benchmark studies and events that solved problems.</summary>
    public IReadOnlyList<DatedRecord> Records { get; init; } = [];
}

/// <summary>How many findings of one kind an agency made in the year until the day.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="About">What they are about.</param>
/// <param name="Count">How many there are.</param>
/// <param name="WithoutAction">How many of them had led to no action.</param>
/// <param name="FindingId">One of them.</param>
public sealed record FindingCount(Guid AgencyId, FindingAbout About, int Count, int WithoutAction, Guid FindingId);

/// <summary>A continuing program through which an agency engages its customers.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The program.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day; null while no end is set.</param>
public sealed record ProgramRun(Guid AgencyId, Guid Id, DateOnly StartsOn, DateOnly? EndsOn)
{
    /// <summary>Whether it runs on any day of the month.</summary>
    public bool RunsIn(ReportMonth month) => StartsOn <= month.LastDay && !(EndsOn < month.FirstDay);
}

/// <summary>An agency's customers in one state or territory.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The service area.</param>
/// <param name="State">The state or territory.</param>
/// <param name="Living">How many live there.</param>
/// <param name="Working">How many work there.</param>
public sealed record CustomerArea(Guid AgencyId, Guid Id, StateCode State, long Living, long Working);

/// <summary>How many customers an agency serves in all, from a day on.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The declaration.</param>
/// <param name="EffectiveFrom">The first day for which the number holds.</param>
/// <param name="Customers">The number.</param>
public sealed record CustomersDeclared(Guid AgencyId, Guid Id, DateOnly EffectiveFrom, long Customers);

/// <summary>One way in which customers can get a service.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The declaration.</param>
/// <param name="Service">The service.</param>
/// <param name="Means">The means of delivery.</param>
/// <param name="Provider">The source of the service; null if it is the agency itself.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while no end is set.</param>
public sealed record DeliveryOffer(
    Guid AgencyId,
    Guid Id,
    string Service,
    Channel Means,
    string? Provider,
    DateOnly From,
    DateOnly? Until = null
);

/// <summary>A month, a quarter or a year for which an agency gave complaint figures.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Month">The first month.</param>
/// <param name="LastMonth">The last month.</param>
/// <param name="MetricId">One of its figures.</param>
public sealed record ComplaintPeriod(Guid AgencyId, ReportMonth Month, ReportMonth LastMonth, Guid MetricId);

/// <summary>A complaint process.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The process.</param>
/// <param name="InPlaceOn">The first day on which customers could use it.</param>
/// <param name="Channels">Through how many channels they reach it.</param>
public sealed record ProcessInPlace(Guid AgencyId, Guid Id, DateOnly InPlaceOn, int Channels);

/// <summary>A systemic problem.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The problem.</param>
/// <param name="FoundOn">The day on which the agency recognized it.</param>
/// <param name="Changes">What was changed because of it.</param>
public sealed record ProblemFound(Guid AgencyId, Guid Id, DateOnly FoundOn, IReadOnlyList<ChangeMade> Changes);

/// <summary>A change to a process.</summary>
/// <param name="Id">The change.</param>
/// <param name="EffectiveOn">The first day on which the changed process was used.</param>
/// <param name="MeasuredOn">The day on which its effect was measured; null until then.</param>
public sealed record ChangeMade(Guid Id, DateOnly EffectiveOn, DateOnly? MeasuredOn);

/// <summary>A service standard.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The standard.</param>
/// <param name="EffectiveFrom">The first day of the promise.</param>
/// <param name="WithdrawnOn">The first day on which the promise no longer holds; null while it is in force.</param>
/// <param name="IsMeasured">Whether a measurement of the year had ended by the day.</param>
public sealed record StandardInForce(
    Guid AgencyId,
    Guid Id,
    DateOnly EffectiveFrom,
    DateOnly? WithdrawnOn,
    bool IsMeasured
);

/// <summary>An annual report that was published.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The revision.</param>
/// <param name="Year">The year that the results cover, which every revision shares.</param>
/// <param name="PublishedOn">The day from which the public could read it.</param>
/// <param name="CitesPlan">Whether it cites a plan.</param>
/// <param name="ReadabilityGrade">The school grade that it takes to read it.</param>
public sealed record PublishedReport(
    Guid AgencyId,
    Guid Id,
    ReportedYear Year,
    DateOnly PublishedOn,
    bool CitesPlan,
    double? ReadabilityGrade = null
);

/// <summary>Something an agency did on a day.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Id">The record.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">The day that it counts by.</param>
public sealed record DatedRecord(Guid AgencyId, Guid Id, RecordKind Kind, DateOnly On);

/// <summary>What an agency did.</summary>
public enum RecordKind
{
    /// <summary>It analyzed its complaint data.</summary>
    Analysis = 1,

    /// <summary>It asked its customers.</summary>
    CustomerSurvey = 2,

    /// <summary>It asked its employees.</summary>
    EmployeeSurvey = 3,

    /// <summary>It compared itself with the best in business.</summary>
    BenchmarkStudy = 4,

    /// <summary>
    /// It solved problems at an event that is no problem-solving day; the record is the event, its day the last one.
    /// </summary>
    OtherVenue = 5,
}
