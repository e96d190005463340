using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A conversation with customers. It shows what the newest accepted revision of its report says, and what has become of
/// the event since.
/// </summary>
/// <remarks>Its id stays the same in every revision, and in the report of a later month if it is postponed.</remarks>
public sealed partial class Event : IAgencyRecord
{
    /// <summary>The most agencies that can host an event together, the lead included.</summary>
    public const int MaxHosts = 20;

    private readonly List<EventHost> _hosts = [];
    private readonly List<ProblemSolvingOutcome> _problemSolvingOutcomes = [];

    private Event() { } // EF Core

    /// <exception cref="ArgumentException">The event does not start in the report's month, or the report is a
    /// draft.</exception>
    public Event(
        MonthlyReport report,
        EventFacts facts,
        IEnumerable<Guid> coHostIds,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = report.AgencyId;
        Status = EventStatus.Planned;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
        Restate(report, facts, coHostIds);
    }

    /// <summary>The event's stable id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that reports the event.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that leads and reports the event. No other agency can change it.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The id of the revision of the report that describes the event.</summary>
    public Guid ReportId { get; private set; }

    /// <summary>
    /// The revision of the monthly report that describes the event: the newest accepted one, or until then the
    /// submitted one.
    /// </summary>
    public MonthlyReport Report { get; private init; } = null!;

    /// <summary>What the event is called; null if the agency has not said. Show the description instead.</summary>
    [MaxLength(EventFacts.LongestTitle)]
    public string? Title { get; private set; }

    /// <summary>The title in the form in which it is searched.</summary>
    [Derived]
    [MaxLength(EventFacts.LongestTitle * SearchText.MostExpansion)]
    public string? TitleSearch { get; private set; }

    /// <summary>The brief description that action 2 of the memorandum asks for.</summary>
    [MaxLength(EventFacts.LongestDescription)]
    public string Description { get; private set; } = "";

    /// <summary>How hard the description is to read.</summary>
    [Derived]
    public PlainLanguage PlainLanguage { get; private set; } = PlainLanguage.OfNothing;

    /// <summary>The event's first day. The event belongs to the report of this day's month.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>
    /// The event's last day; for an event of one day, the first. An event counts in every month in which it takes
    /// place.
    /// </summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>How the event reaches people; null if the agency has not said.</summary>
    public Medium? Medium { get; private set; }

    /// <summary>The form that the event takes; null if the agency has not said.</summary>
    public EventFormat? Format { get; private set; }

    /// <summary>Whether the event follows an agenda; null if the agency has not said.</summary>
    public Setting? Setting { get; private set; }

    /// <summary>Who may attend; null if the agency has not said.</summary>
    public Access? Access { get; private set; }

    /// <summary>What the event may be about; null if the agency has not said.</summary>
    public TopicScope? TopicScope { get; private set; }

    /// <summary>The languages spoken, at most 20, as language tags such as `en` or `es`; empty if not said.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Whether the event is in one state, across the nation or online; null if the agency has not said.</summary>
    public PlaceKind? PlaceKind { get; private set; }

    /// <summary>The state or territory of the event; null unless `placeKind` is PLACE.</summary>
    public StateCode? State { get; private set; }

    /// <summary>The city; null if it is not stated or `placeKind` is not PLACE.</summary>
    [MaxLength(EventFacts.LongestCity)]
    public string? City { get; private set; }

    /// <summary>How many customers the agency expects to reach, 0 or more; null if it does not say.</summary>
    public int? ExpectedReach { get; private set; }

    /// <summary>
    /// What was last recorded about the event. Once its last day has passed it may read UNCONFIRMED instead.
    /// </summary>
    public EventStatus Status { get; private set; }

    /// <summary>
    /// The event's first day before it was postponed to its present days; null if it was not postponed or has no new
    /// days yet.
    /// </summary>
    public DateOnly? PostponedFrom { get; private set; }

    /// <summary>
    /// How many people took part, 0 or more; null until the event is confirmed, or if the number is not known.
    /// </summary>
    public int? Attendance { get; private set; }

    /// <summary>Whether the attendance was counted or estimated; null if there is none.</summary>
    public CountMethod? CountMethod { get; private set; }

    /// <summary>Whether anyone may read about the event: it is open to the public and its report is accepted.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>The agencies that host the event, the lead included.</summary>
    public IReadOnlyList<EventHost> Hosts => _hosts;

    /// <summary>What it solved, in all versions, as far as they are loaded.</summary>
    public IReadOnlyList<ProblemSolvingOutcome> ProblemSolvingOutcomes => _problemSolvingOutcomes;

    /// <summary>When the event was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When anything about the event was last changed, in UTC, even something that you may not read.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Makes the event say what the given revision of its report says. The hosts must be loaded.</summary>
    /// <param name="coHostIds">The agencies that it names as hosts besides its own.</param>
    /// <param name="keepsOutcome">Whether an outcome was recorded after the revision was submitted. If so, status and
    /// days stay; if not, a postponed event is planned again.</param>
    /// <exception cref="ArgumentException">The report is another agency's, unsubmitted, or of another month than the
    /// event starts in.</exception>
    public void Restate(MonthlyReport report, EventFacts facts, IEnumerable<Guid> coHostIds, bool keepsOutcome = false)
    {
        if (report.AgencyId != AgencyId)
            throw new ArgumentException("Only the agency that leads an event reports it.", nameof(report));
        if (report.Status == MonthlyReportStatus.Draft)
            throw new ArgumentException("Only a submitted revision describes an event.", nameof(report));
        facts.MustStartIn(report.Month);

        ReportId = report.Id;
        Description = facts.Description;
        PlainLanguage = PlainLanguage.Measure(facts.Description);
        Describe(report, facts);
        if (!keepsOutcome)
        {
            (StartsOn, EndsOn) = (facts.StartsOn, facts.EndsOn);
            if (Status == EventStatus.Postponed)
                (Status, PostponedFrom) = (EventStatus.Planned, null);
        }

        HashSet<Guid> hostIds = [AgencyId, .. coHostIds];
        if (hostIds.Count > MaxHosts)
            throw new ArgumentException($"{hostIds.Count} agencies are more than {MaxHosts}.", nameof(coHostIds));

        _hosts.RemoveAll(host => !hostIds.Remove(host.AgencyId));
        _hosts.AddRange(hostIds.Select(host => new EventHost(Id, host, isLead: host == AgencyId)));
    }

    /// <summary>Says what the report has left out. The report must be loaded; it is not amended.</summary>
    /// <param name="said">The facts. Those that the event has already stay as they are.</param>
    /// <param name="at">When the agency says so.</param>
    /// <param name="by">Who says so.</param>
    internal EventCompletion Complete(EventFacts said, DateTime at, string by)
    {
        var completion = new EventCompletion(this, said, at, by);
        Describe(Report, Facts().Filled([completion]));
        return completion;
    }

    // What a report may leave out and the agency may say later.
    private void Describe(MonthlyReport report, EventFacts facts)
    {
        Title = facts.Title;
        TitleSearch = facts.Title is { } title ? SearchText.Normalize(title) : null;
        (Medium, Format, Setting) = (facts.Medium, facts.Format, facts.Setting);
        (Access, TopicScope) = (facts.Access, facts.TopicScope);
        Languages = facts.Languages;
        (PlaceKind, State, City) = (facts.PlaceKind, facts.State, facts.City);
        ExpectedReach = facts.ExpectedReach;
        IsPublic =
            Access is Cwa.Model.Access.OpenToPublic
            && report.Status is MonthlyReportStatus.Accepted or MonthlyReportStatus.Amended;
    }

    /// <summary>
    /// The status on a day: UNCONFIRMED if the last day has passed and the agency has not said what became of the
    /// event.
    /// </summary>
    public EventStatus StatusOn(DateOnly today) => StatusOf(Status, EndsOn < today, PostponedFrom is not null);

    /// <summary>The status of an event with this recorded one.</summary>
    /// <param name="recorded">What the agency last said.</param>
    /// <param name="isOver">Whether the last day has passed.</param>
    /// <param name="hasNewDay">Whether it was moved to another day.</param>
    public static EventStatus StatusOf(EventStatus recorded, bool isOver, bool hasNewDay) =>
        isOver && (recorded == EventStatus.Planned || (recorded == EventStatus.Postponed && hasNewDay))
            ? EventStatus.Unconfirmed
            : recorded;

    /// <summary>What the event says now.</summary>
    internal EventFacts Facts() =>
        new(
            Title,
            Description,
            StartsOn,
            EndsOn,
            Medium,
            Format,
            Setting,
            Access,
            TopicScope,
            Languages,
            PlaceKind,
            State,
            City,
            ExpectedReach
        );

    /// <summary>The agencies that hold the event with the one that reports it.</summary>
    internal IReadOnlyList<Guid> CoHostIds() =>
        [.. _hosts.Select(host => host.AgencyId).Where(host => host != AgencyId)];
}
