using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <inheritdoc cref="ReportChange"/>
[SignedIn]
public sealed class ReportChangeType() : ObjectType<ReportChange>(c => c.AgencyId, c => c.EventId)
{
    /// <summary>The reporting agency.</summary>
    public static IDataLoaderResult<Agency> Agency(ReportChange change, ById<Agency> agencies) =>
        agencies.Load(change.AgencyId);

    /// <summary>The event as it stands now; null for one that is not stored yet.</summary>
    public static IDataLoaderResult<Event?>? Event(ReportChange change, ById<Event> events) =>
        events.Find(change.EventId);
}
