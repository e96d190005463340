using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A conversation with customers, as the newest accepted revision of its report and later outcomes tell it.
/// </summary>
/// <remarks>Its id stays the same through every revision, and into a later month when it is postponed.</remarks>
public sealed partial class Event : IAgencyRecord
{
    /// <summary>The most agencies that hold one event together, the lead among them.</summary>
    public const int MaxHosts = 20;

    private readonly List<EventHost> _hosts = [];

    private Event() { } // EF Core

    /// <exception cref="ArgumentException">The event does not start in the report's month, or no revision was
    /// submitted.</exception>
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

    /// <summary>The agency that leads and reports the event, and that alone may change it.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The id of the revision of the report that the event is told by.</summary>
    public Guid ReportId { get; private set; }

    /// <summary>
    /// The revision of the monthly report that the event is told by: the newest accepted one, until then the submitted
    /// one.
    /// </summary>
    public MonthlyReport Report { get; private init; } = null!;

    /// <summary>What the event is called.</summary>
    [MaxLength(EventFacts.LongestTitle)]
    public string Title { get; private set; } = "";

    /// <summary>The title as it is searched, whatever the case.</summary>
    [Derived]
    [MaxLength(EventFacts.LongestTitle * SearchText.MostExpansion)]
    public string TitleSearch { get; private set; } = "";

    /// <summary>The brief description that action 2 asks for.</summary>
    [MaxLength(EventFacts.LongestDescription)]
    public string Description { get; private set; } = "";

    /// <summary>How hard the description is to read.</summary>
    [Derived]
    public PlainLanguage PlainLanguage { get; private set; } = PlainLanguage.OfNothing;

    /// <summary>The event's first day. The event belongs to the report of this day's month.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>
    /// The event's last day, the first one for an event of one day. It counts in every month that it touches.
    /// </summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>How the event reaches people.</summary>
    public Medium Medium { get; private set; }

    /// <summary>The form the event takes.</summary>
    public EventFormat Format { get; private set; }

    /// <summary>Whether the event follows an agenda.</summary>
    public Setting Setting { get; private set; }

    /// <summary>Who may come.</summary>
    public Access Access { get; private set; }

    /// <summary>What the event may be about.</summary>
    public TopicScope TopicScope { get; private set; }

    /// <summary>The languages spoken, as language tags such as en or es, at most 20; empty when not said.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Whether the event is at a place, across the nation or on line.</summary>
    public PlaceKind PlaceKind { get; private set; }

    /// <summary>The state or territory of an event at a place; null for any other.</summary>
    public StateCode? State { get; private set; }

    /// <summary>The city; null when not said or not at a place.</summary>
    [MaxLength(EventFacts.LongestCity)]
    public string? City { get; private set; }

    /// <summary>How many customers the agency expects to reach, 0 or more; null when it does not say.</summary>
    public int? ExpectedReach { get; private set; }

    /// <summary>
    /// What was last recorded about the event. An event whose last day has passed may read UNCONFIRMED instead.
    /// </summary>
    public EventStatus Status { get; private set; }

    /// <summary>
    /// The first day that was set before the event was put off to its present dates; null when it was not, or has no
    /// new dates yet.
    /// </summary>
    public DateOnly? PostponedFrom { get; private set; }

    /// <summary>How many people took part, 0 or more; null while not confirmed or not known.</summary>
    public int? Attendance { get; private set; }

    /// <summary>Whether the attendance was counted or estimated; null exactly when there is none.</summary>
    public CountMethod? CountMethod { get; private set; }

    /// <summary>Whether anyone may read of the event: it is open to the public in an accepted report.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>The agencies that hold the event together, the lead among them.</summary>
    public IReadOnlyList<EventHost> Hosts => _hosts;

    /// <summary>When the event was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When anything of the event was last changed, in UTC, also where you may not read what.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>
    /// Tells the event as the given revision of a report does. A postponed one is planned again. The hosts must be
    /// loaded.
    /// </summary>
    /// <param name="report">The revision.</param>
    /// <param name="facts">What it says.</param>
    /// <param name="coHostIds">The agencies that it names as hosts beside its own.</param>
    /// <param name="keepsOutcome">Whether an outcome was recorded after the revision was sent, so that it and its dates
    /// stay.</param>
    /// <exception cref="ArgumentException">The report is another agency's, unsubmitted, or of another month than the
    /// event starts in.</exception>
    public void Restate(MonthlyReport report, EventFacts facts, IEnumerable<Guid> coHostIds, bool keepsOutcome = false)
    {
        if (report.AgencyId != AgencyId)
            throw new ArgumentException("Only the agency that leads an event reports it.", nameof(report));
        if (report.Status == MonthlyReportStatus.Draft)
            throw new ArgumentException("A draft tells nothing yet.", nameof(report));
        facts.MustStartIn(report.Month);

        ReportId = report.Id;
        Title = facts.Title;
        TitleSearch = SearchText.Normalize(facts.Title);
        Description = facts.Description;
        PlainLanguage = PlainLanguage.Measure(facts.Description);
        (Medium, Format, Setting) = (facts.Medium, facts.Format, facts.Setting);
        (Access, TopicScope) = (facts.Access, facts.TopicScope);
        Languages = facts.Languages;
        (PlaceKind, State, City) = (facts.PlaceKind, facts.State, facts.City);
        ExpectedReach = facts.ExpectedReach;
        IsPublic =
            Access == Access.OpenToPublic
            && report.Status is MonthlyReportStatus.Accepted or MonthlyReportStatus.Amended;
        if (!keepsOutcome)
        {
            (StartsOn, EndsOn) = (facts.StartsOn, facts.EndsOn);
            if (Status == EventStatus.Postponed)
                (Status, PostponedFrom) = (EventStatus.Planned, null);
        }

        var hostIds = coHostIds.Append(AgencyId).ToHashSet();
        if (hostIds.Count > MaxHosts)
            throw new ArgumentException($"{hostIds.Count} agencies are more than {MaxHosts}.", nameof(coHostIds));

        _hosts.RemoveAll(host => !hostIds.Remove(host.AgencyId));
        _hosts.AddRange(hostIds.Select(host => new EventHost(Id, host)));
    }

    /// <summary>
    /// The status as it reads on the day: UNCONFIRMED when the last day has passed and nothing was said.
    /// </summary>
    public EventStatus StatusOn(DateOnly today) =>
        EndsOn < today
        && (Status == EventStatus.Planned || (Status == EventStatus.Postponed && PostponedFrom is not null))
            ? EventStatus.Unconfirmed
            : Status;

    /// <summary>What the event says as it stands.</summary>
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
}
