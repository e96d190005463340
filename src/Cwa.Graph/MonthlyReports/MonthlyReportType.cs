using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>One revision of a monthly report.</summary>
[SignedIn]
public sealed class MonthlyReportType()
    : NodeType<MonthlyReport>(
        r => r.AgencyId,
        r => r.SubmissionRecordedAt,
        r => r.DecisionRecordedAt,
        r => r.RecallRecordedAt,
        r => r.AmendmentRecordedAt
    )
{
    /// <summary>The agency whose events it announces.</summary>
    public static IDataLoaderResult<Agency> Agency(MonthlyReport report, ById<Agency> agencies) =>
        agencies.Load(report.AgencyId);

    /// <summary>
    /// The last day, in Washington, on which the agency's report of this month is in time. An agency that began after
    /// the common due day has thirteen days from its own first day.
    /// </summary>
    public static IDataLoaderResult<DateOnly> DueOn(MonthlyReport report, DueDayByReport days) =>
        days.Load((report.AgencyId, report.Month));

    /// <summary>
    /// The events that this revision lists, as they stand now. Empty for a revision that was returned or replaced: see
    /// `eventsAsReported`.
    /// </summary>
    public static IDataLoaderResult<Connection<Event>> Events(MonthlyReport report, Page<Event> page) =>
        page.Of(report.Id, e => e.ReportId);

    /// <summary>The events as this revision reported them; they never change.</summary>
    public static IDataLoaderResult<Connection<EventRevision>> EventsAsReported(
        MonthlyReport report,
        Page<EventRevision> page
    ) => page.Of(report.Id, e => e.ReportId);

    /// <summary>The events that a draft lists; empty once it is submitted.</summary>
    public static IDataLoaderResult<Connection<DraftEvent>> DraftEvents(MonthlyReport report, Page<DraftEvent> page) =>
        page.Of(report.Id, d => d.ReportId);

    /// <summary>What NPR remarked on single events when it returned this revision.</summary>
    // On an earlier day the report was not returned yet.
    public static IDataLoaderResult<Connection<EventRemark>> Remarks(MonthlyReport report, Page<EventRemark> page) =>
        page.Of(report.ReturnReason is null ? Guid.Empty : report.Id, r => r.ReportId);

    /// <summary>
    /// The report in the shape in which it is written, so that what is read can be sent: what a draft lists, or what a
    /// sent revision reported together with what the agency has said of its events since.
    /// </summary>
    public static ReportToSend AsInput(MonthlyReport report) =>
        new(report.Id, report.AgencyId, report.Month, report.Nil, report.Reason);
}

/// <summary>
/// An event in the draft of a monthly report. Submitting the draft makes it an event, or the next revision of one.
/// </summary>
[SignedIn]
public sealed class DraftEventType() : NodeType<DraftEvent>(d => d.ReportId, d => d.EventId, d => d.CoHostIds)
{
    /// <summary>The event as it stands now; null if no submitted report has listed it.</summary>
    public static IDataLoaderResult<Event?>? Event(DraftEvent draft, ById<Event> events) => events.Find(draft.EventId);

    /// <summary>The agencies that are to hold it together with the reporting agency; at most 19.</summary>
    [ListSize(Cwa.Model.Event.MaxHosts - 1)]
    public static IDataLoaderResult<IReadOnlyList<Agency>> CoHosts(DraftEvent draft, ById<Agency> agencies) =>
        agencies.FindAll(draft.CoHostIds);

    /// <summary>What the draft says about it.</summary>
    public static EventFacts Facts(DraftEvent draft) => draft.Facts;
}

/// <summary>What events of drafts can be filtered and ordered by.</summary>
public sealed class DraftEventTerms : ListTerms<DraftEvent>
{
    /// <summary>In the order of the draft.</summary>
    public DraftEventTerms()
        : base(d => d.UpdatedAt)
    {
        Sort(d => d.RecordedAt);
        Value(d => d.Position);
        Sort(d => d.Position);
        DefaultSort("position");
    }
}

/// <summary>An event as one revision of a monthly report lists it.</summary>
[SignedIn]
public sealed class EventRevisionType() : NodeType<EventRevision>(r => r.EventId, r => r.ReportId, r => r.CoHostIds)
{
    /// <summary>The event as it stands now.</summary>
    public static IDataLoaderResult<Event?>? Event(EventRevision revision, ById<Event> events) =>
        events.Find(revision.EventId);

    /// <summary>The agencies that this revision names as hosts besides the reporting agency; at most 19.</summary>
    [ListSize(Cwa.Model.Event.MaxHosts - 1)]
    public static IDataLoaderResult<IReadOnlyList<Agency>> CoHosts(EventRevision revision, ById<Agency> agencies) =>
        agencies.FindAll(revision.CoHostIds);

    /// <summary>What the revision says about it.</summary>
    public static EventFacts Facts(EventRevision revision) => revision.Facts;
}

/// <summary>What a revision of a report says about an event.</summary>
[SignedIn]
public sealed class EventFactsType : ObjectType<EventFacts>;

/// <summary>What events as reported can be filtered and ordered by.</summary>
public sealed class EventRevisionTerms : ListTerms<EventRevision>
{
    /// <summary>In the order of the report.</summary>
    public EventRevisionTerms()
        : base(r => r.RecordedAt)
    {
        Value(r => r.Position);
        Sort(r => r.Position);
        DefaultSort("position");
    }
}
