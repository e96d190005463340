using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Reads and checks the events that an agency plans.</summary>
internal static class PlannedEvents
{
    /// <summary>The events in their order. They can be used only if the check is still good.</summary>
    public static async Task<IReadOnlyList<PlannedEvent>> ReadAsync(
        IReadOnlyList<PlannedEventInput> inputs,
        Guid agencyId,
        ReportMonth month,
        Work work,
        Check check,
        CancellationToken cancellationToken
    )
    {
        if (inputs.Count > MonthlyReport.MaxEvents)
        {
            check.Refuse(new TooManyEvents(inputs.Count), "events");
            return [];
        }

        var agencies = await AgenciesAsync(inputs, work, cancellationToken);
        var events = new List<PlannedEvent>();
        foreach (var (i, input) in inputs.Index())
        {
            var at = check.In("events", i);
            EventRules.Check(input, at);
            EventRules.CheckMonth(input.StartsOn, month, at);
            var eventId = EventId(input, at);
            var coHosts = CoHosts(input, agencyId, agencies, at);
            if (check.IsGood)
                events.Add(new(input.Facts, coHosts, eventId) { Said = input.Said });
        }

        foreach (
            var twice in inputs
                .Index()
                .GroupBy(e => (SearchText.Normalize(e.Item.Title ?? e.Item.Description), e.Item.StartsOn))
                .SelectMany(same => same.Skip(1))
        )
            check
                .In("events", twice.Index)
                .Warn(ReportWarnings.ListedTwice, twice.Item.Title is null ? "description" : "title");
        return events;
    }

    /// <summary>Matches the planned events with earlier ones, checks the result, and tells what it changes.</summary>
    /// <param name="heldLeftOut">What to do if events that were held are left out.</param>
    public static async Task<IReadOnlyList<MatchedEvent>> MatchAsync(
        this ReportChain chain,
        IReadOnlyList<PlannedEvent> events,
        Work work,
        Check check,
        Action<IReadOnlyList<Event>> heldLeftOut,
        CancellationToken cancellationToken
    )
    {
        var matched = await chain.MatchAsync(events, cancellationToken);
        chain.Check(matched, work.Today, At);
        foreach (var (i, @event) in matched.Index())
        {
            if (ReportWarnings.OfEvent(@event) is { } odd)
                At(i).Warn(odd, "title");
        }

        matched = [.. matched.Select(e => e.WithId())];
        var effect = await chain.EffectAsync(matched, cancellationToken);
        if (effect.HeldLeftOut is { Count: > 0 } held)
            heldLeftOut(held);
        foreach (var (i, @event) in matched.Index())
        {
            if (effect.Like(@event) is { } like)
                At(i).Warn(ReportWarnings.LooksLike(like), like, "eventId");
        }

        if (check.IsGood)
            work.Tell(effect.Changes);
        return matched;

        // The events of a draft are not in the input that submits it.
        Check At(int i) => events[i].IsDrafted ? check.Of("month") : check.In("events", i);
    }

    private static Guid? EventId(PlannedEventInput input, Check at)
    {
        if (input.EventId is not { } id)
            return null;

        var key = id.Key;
        if (key is null)
            at.Refuse(new RecordNotFound(), "eventId");
        return key;
    }

    private static List<Guid> CoHosts(PlannedEventInput input, Guid agencyId, HashSet<Guid> agencies, Check at)
    {
        var others = (input.CoHostIds ?? [])
            .Index()
            .Select(host => (host.Index, Key: host.Item.Key))
            .Where(host => host.Key != agencyId)
            .ToList();
        if (!EventRules.CheckHosts(others.Count, at))
            return [];

        var hosts = new List<Guid>();
        foreach (var (i, key) in others)
        {
            if (key is { } id && agencies.Contains(id))
                hosts.Add(id);
            else
                at.In("coHostIds", i).Refuse(new AgencyNotFound());
        }

        return hosts;
    }

    private static async Task<HashSet<Guid>> AgenciesAsync(
        IReadOnlyList<PlannedEventInput> inputs,
        Work work,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. inputs.SelectMany(e => e.CoHostIds ?? []).Select(id => id.Key).OfType<Guid>().Distinct()];
        return ids is []
            ? []
            :
            [
                .. await work
                    .Db.Agencies.Where(a => ids.Contains(a.Id))
                    .Select(a => a.Id)
                    .ToListAsync(cancellationToken),
            ];
    }
}
