using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A conversation with customers.</summary>
public sealed class EventType : NodeType<Event>
{
    /// <summary>What the public may not read stays out of its filters as well: see <see cref="EventTerms"/>.</summary>
    public EventType()
        : base(e => e.AgencyId, e => e.ReportId, e => e.TitleSearch, e => e.ProblemSolvingOutcomes)
    {
        SignedIn(nameof(Event.IsPublic));
        WholeOnly(
            nameof(Event.Setting),
            nameof(Event.Access),
            nameof(Event.TopicScope),
            nameof(Event.ExpectedReach),
            nameof(Event.Attendance),
            nameof(Event.CountMethod),
            nameof(Event.PostponedFrom)
        );
    }

    /// <summary>The agency that leads and reports the event, and that alone may change it.</summary>
    public static IDataLoaderResult<Agency> Agency(Event e, ById<Agency> agencies) => agencies.Load(e.AgencyId);

    /// <summary>The agencies that hold the event together, including the one that reports it; at most 20.</summary>
    [ListSize(Cwa.Model.Event.MaxHosts)]
    public static IDataLoaderResult<IReadOnlyList<Agency>> Hosts(Event e, HostsByEvent hosts) => hosts.Load(e.Id);

    /// <summary>
    /// The event's status today: HELD, CANCELLED and POSTPONED as recorded; PLANNED until the event is over, then
    /// UNCONFIRMED until the agency says what became of it.
    /// </summary>
    [Reads(nameof(Event.Status), nameof(Event.EndsOn), nameof(Event.PostponedFrom))]
    public static EventStatus Status(Event e, DomainClock clock) => e.StatusOn(clock.Today);

    /// <summary>
    /// How an event that is open to the public is listed: ATTENDABLE once the agency has said where it is, or that it is
    /// by telephone, online or nationwide; until then ANNOUNCED. Null for an event that is not open to the public, or of
    /// which that is not said.
    /// </summary>
    [Reads(nameof(Event.Access), nameof(Event.PlaceKind), nameof(Event.Medium))]
    public static EventListing? ListedAs(Event e) => e.ListedAs();

    /// <summary>
    /// How hard the description is to read, as information, not a judgement (action 6). Null if it has no words.
    /// </summary>
    [Reads(nameof(Event.PlainLanguage), nameof(Event.Description))]
    public static MeasuredText? PlainLanguage(Event e) => MeasuredText.Of(e);

    /// <summary>
    /// The revision of the monthly report that lists the event: the newest accepted one or, before any is accepted, the
    /// submitted one. Null if you may not read the report.
    /// </summary>
    public static IDataLoaderResult<MonthlyReport?>? Report(Event e, ById<MonthlyReport> reports) =>
        reports.Find(e.ReportId);

    /// <summary>What the event solved, whatever its format (action 4); null until it is recorded.</summary>
    public static IDataLoaderResult<ProblemSolvingOutcome?> ProblemSolvingOutcome(
        Event e,
        ProblemSolvingOutcomeByEvent outcomes
    ) => outcomes.Load(e.Id);

    /// <summary>What was learned at the event.</summary>
    public static IDataLoaderResult<Connection<Finding>> Findings(Event e, Page<Finding> page) =>
        page.Where("is from an event", f => f.EventId != null).Of(e.Id, f => f.EventId!.Value);

    /// <summary>Confirmations, cancellations and postponements, in the order in which they were reported.</summary>
    public static IDataLoaderResult<Connection<EventOutcome>> Outcomes(Event e, Page<EventOutcome> page) =>
        page.Of(e.Id, o => o.EventId);
}

/// <summary>What a problem-solving day or another event achieved.</summary>
[SignedIn]
public sealed class ProblemSolvingOutcomeType() : NodeType<ProblemSolvingOutcome>(o => o.EventId, o => o.CurrentId)
{
    /// <summary>The event at which problems were solved.</summary>
    public static IDataLoaderResult<Event?>? Event(ProblemSolvingOutcome outcome, ById<Event> events) =>
        events.Find(outcome.EventId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<ProblemSolvingOutcome>> Earlier(
        ProblemSolvingOutcome record,
        EarlierVersions<ProblemSolvingOutcome> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>A confirmation, cancellation or postponement.</summary>
[SignedIn]
public sealed class EventOutcomeType() : NodeType<EventOutcome>(o => o.EventId);
