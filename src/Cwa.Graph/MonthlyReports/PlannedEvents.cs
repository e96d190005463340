using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Reads the events that an agency plans, and says all that is wrong with them.</summary>
internal static class PlannedEvents
{
    /// <summary>The events in their order; of use only when the check is still good.</summary>
    public static async Task<IReadOnlyList<PlannedEvent>> ReadAsync(
        IReadOnlyList<PlannedEventInput> inputs, Guid agencyId, ReportMonth month, WriteSession session, InputCheck check,
        CancellationToken cancellationToken)
    {
        if (inputs.Count > MonthlyReport.MaxEvents)
        {
            check.Refuse(new TooManyEvents(inputs.Count, check.Path("events")));
            return [];
        }

        var own = await OwnEventsAsync(inputs, agencyId, session, cancellationToken);
        var agencies = await AgenciesAsync(inputs, session, cancellationToken);
        var listed = new HashSet<Guid>();
        var events = new List<PlannedEvent>();
        foreach (var (i, input) in inputs.Index())
        {
            var at = check.In("events", i);
            Check(input, month, at);
            var eventId = OwnId(input, own, listed, session.Today, at);
            var coHosts = CoHosts(input, agencyId, agencies, at);
            if (check.IsGood)
                events.Add(new(FactsOf(input), coHosts, eventId));
        }

        foreach (var twice in inputs.Index().GroupBy(e => (e.Item.Title, e.Item.StartsOn)).SelectMany(same => same.Skip(1)))
            check.In("events", twice.Index).Warn(ReportWarnings.ListedTwice, "title");
        return events;
    }

    private static void Check(PlannedEventInput input, ReportMonth month, InputCheck at)
    {
        at.Text(input.Title, 200, "title");
        at.Text(input.Description, 500, "description");
        at.Text(input.City, 100, "city");
        at.Texts(input.Languages, EventFacts.MaxLanguages, 35, "languages");
        at.NotNegative(input.ExpectedReach, "expectedReach");
        at.InOrder(input.StartsOn, input.EndsOn, "endsOn");
        if (!month.Contains(input.StartsOn))
            at.Refuse(new EventOutsideMonth(month, at.Path("startsOn")));
        if (input.PlaceKind == PlaceKind.Place != input.State is not null)
            at.Refuse(new PlaceMismatch(at.Path("state")));
        else if (input.City is not null && input.State is null)
            at.Refuse(new PlaceMismatch(at.Path("city")));
    }

    private static Guid? OwnId(PlannedEventInput input, Dictionary<Guid, Event> own, HashSet<Guid> listed, DateOnly today, InputCheck at)
    {
        if (input.EventId is not { } id)
            return null;

        if (NodeId.KeyOf(nameof(Event), id) is not { } key || !own.TryGetValue(key, out var @event))
            at.Refuse(new RecordNotFound(at.Path("eventId")));
        else if (!listed.Add(key))
            at.Refuse(new EventListedTwice(at.Path("eventId")));
        else if (@event.Status == EventStatus.Held && input.StartsOn > today)
            at.Refuse(new HeldInFuture(at.Path("startsOn")));
        else
            return key;
        return null;
    }

    private static List<Guid> CoHosts(PlannedEventInput input, Guid agencyId, HashSet<Guid> agencies, InputCheck at)
    {
        var others = input.CoHostIds.Index().Select(host => (host.Index, Key: NodeId.KeyOf(nameof(Agency), host.Item)))
            .Where(host => host.Key != agencyId).ToList();
        if (others.Count >= Event.MaxHosts)
        {
            at.Refuse(new TooMany(others.Count, Event.MaxHosts - 1, at.Path("coHostIds")));
            return [];
        }

        var hosts = new List<Guid>();
        foreach (var (i, key) in others)
        {
            if (key is { } id && agencies.Contains(id))
                hosts.Add(id);
            else
                at.Refuse(new AgencyNotFound(at.In("coHostIds", i).Path()));
        }

        return hosts;
    }

    private static EventFacts FactsOf(PlannedEventInput input) => new(
        input.Title, input.Description, input.StartsOn, input.EndsOn ?? input.StartsOn, input.Medium, input.Format, input.Setting, input.Access,
        input.TopicScope, input.Languages, input.PlaceKind, input.State, input.City, input.ExpectedReach);

    private static Task<Dictionary<Guid, Event>> OwnEventsAsync(
        IReadOnlyList<PlannedEventInput> inputs, Guid agencyId, WriteSession session, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. inputs.Select(e => e.EventId is { } id ? NodeId.KeyOf(nameof(Event), id) : null).OfType<Guid>()];
        return ids is []
            ? Task.FromResult(new Dictionary<Guid, Event>())
            : session.Db.Events.AsNoTracking().Where(e => e.AgencyId == agencyId && ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
    }

    private static async Task<HashSet<Guid>> AgenciesAsync(
        IReadOnlyList<PlannedEventInput> inputs, WriteSession session, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. inputs.SelectMany(e => e.CoHostIds).Select(id => NodeId.KeyOf(nameof(Agency), id)).OfType<Guid>().Distinct()];
        return ids is [] ? [] : [.. await session.Db.Agencies.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken)];
    }
}
