using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>One revision of a monthly report.</summary>
[SignedIn]
public sealed class MonthlyReportType() : NodeType<MonthlyReport>(r => r.AgencyId, r => r.UpdatedAt)
{
    /// <summary>The agency that reports.</summary>
    public static IDataLoaderResult<Agency> Agency(MonthlyReport report, ById<Agency> agencies) => agencies.Load(report.AgencyId);

    /// <summary>The last Washington day on which a report of this month is in time.</summary>
    public static IDataLoaderResult<DateOnly> DueOn(MonthlyReport report, DueDayByMonth days) => days.Load(report.Month);

    /// <summary>
    /// The events that this revision tells, as they stand now. A revision that a later one replaced tells none any more, nor does
    /// one that was returned: see `eventsAsReported`.
    /// </summary>
    public static IDataLoaderResult<Connection<Event>> Events(MonthlyReport report, Page<Event> page) => page.Of(report.Id, e => e.ReportId);

    /// <summary>The events as this revision reported them; they never change.</summary>
    public static IDataLoaderResult<Connection<EventRevision>> EventsAsReported(MonthlyReport report, Page<EventRevision> page) =>
        page.Of(report.Id, e => e.ReportId);
}

/// <summary>An event as one revision of a monthly report told it.</summary>
[SignedIn]
public sealed class EventRevisionType() : NodeType<EventRevision>(r => r.EventId, r => r.ReportId, r => r.CoHostIds)
{
    /// <summary>The event as it stands now.</summary>
    public static IDataLoaderResult<Event?>? Event(EventRevision revision, ById<Event> events) => events.Find(revision.EventId);

    /// <summary>What the revision said of it.</summary>
    public static EventFacts Facts(EventRevision revision) => revision.Facts;
}

/// <summary>What a revision of a report said of an event.</summary>
[SignedIn]
public sealed class EventFactsType : ObjectType<EventFacts>;

/// <summary>What events as reported can be filtered and ordered by.</summary>
public sealed class EventRevisionTerms : ListTerms<EventRevision>
{
    /// <summary>In the order of the report.</summary>
    public EventRevisionTerms()
    {
        Value(r => r.Position);
        Sort(r => r.Position);
        DefaultSort("position");
    }
}
