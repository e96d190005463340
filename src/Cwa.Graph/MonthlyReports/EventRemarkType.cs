using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <inheritdoc cref="EventRemark"/>
[SignedIn]
public sealed class EventRemarkType() : NodeType<EventRemark>(r => r.ReportId, r => r.EventId)
{
    /// <summary>The event as it stands now.</summary>
    public static IDataLoaderResult<Event?>? Event(EventRemark remark, ById<Event> events) =>
        events.Find(remark.EventId);
}

/// <summary>What remarks can be filtered and ordered by.</summary>
public sealed class EventRemarkTerms : ListTerms<EventRemark>
{
    /// <summary>In the order of the report.</summary>
    public EventRemarkTerms()
        : base(r => r.RecordedAt)
    {
        Value(r => r.Position);
        Sort(r => r.Position);
        DefaultSort("position");
    }
}
