using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Reads the events that an agency plans, and says all that is wrong with them.</summary>
internal static class PlannedEvents
{
    /// <summary>The events in their order; of use only when the check is still good.</summary>
    public static async Task<IReadOnlyList<PlannedEvent>> ReadAsync(
        IReadOnlyList<PlannedEventInput> inputs,
        Guid agencyId,
        ReportMonth month,
        WriteSession session,
        InputCheck check,
        CancellationToken cancellationToken
    )
    {
        if (inputs.Count > MonthlyReport.MaxEvents)
        {
            check.Refuse(new TooManyEvents(inputs.Count, check.Path("events")));
            return [];
        }

        var agencies = await AgenciesAsync(inputs, session, cancellationToken);
        var events = new List<PlannedEvent>();
        foreach (var (i, input) in inputs.Index())
        {
            var at = check.In("events", i);
            Check(input, month, at);
            var eventId = EventId(input, at);
            var coHosts = CoHosts(input, agencyId, agencies, at);
            if (check.IsGood)
                events.Add(new(FactsOf(input), coHosts, eventId));
        }

        foreach (
            var twice in inputs.Index().GroupBy(e => (e.Item.Title, e.Item.StartsOn)).SelectMany(same => same.Skip(1))
        )
            check.In("events", twice.Index).Warn(ReportWarnings.ListedTwice, "title");
        return events;
    }

    /// <summary>Finds the events that the planned ones go on telling, and says what is wrong or odd about it.</summary>
    public static async Task<IReadOnlyList<MatchedEvent>> MatchAsync(
        this ReportChain chain,
        IReadOnlyList<PlannedEvent> events,
        WriteSession session,
        InputCheck check,
        CancellationToken cancellationToken
    )
    {
        var matched = await chain.MatchAsync(events, cancellationToken);
        foreach (var problem in await chain.ProblemsAsync(matched, session.Today, cancellationToken))
            check.Refuse(RefusalOf(problem, field => PathOf(problem.Index, field)));
        foreach (var (i, @event) in matched.Index())
        {
            if (ReportWarnings.OfEvent(@event) is not { } odd)
                continue;
            if (@event.Planned.IsDrafted)
                check.Warn(odd, "month");
            else
                check.In("events", i).Warn(odd, "title");
        }

        return matched;

        // The events of a draft are not in the input that submits it.
        IReadOnlyList<string> PathOf(int i, string field) =>
            events[i].IsDrafted ? check.Path("month") : check.In("events", i).Path(field);
    }

    private static IUserError RefusalOf(EventProblem found, Func<string, IReadOnlyList<string>> at) =>
        found.Kind switch
        {
            EventProblemKind.NotFound => new RecordNotFound(at("eventId")),
            EventProblemKind.ListedTwice => new EventListedTwice(at("eventId")),
            EventProblemKind.HeldInFuture => new HeldInFuture(found.Reason, at("startsOn")),
            EventProblemKind.AchievementRecorded => new AchievementRecorded(found.Reason, at("format")),
            EventProblemKind.MovedOn => new EventMovedOn(found.Reason, at("title")),
            _ => throw new ArgumentOutOfRangeException(nameof(found), found.Kind, "Not a kind of problem."),
        };

    private static void Check(PlannedEventInput input, ReportMonth month, InputCheck at)
    {
        at.Text(input.Title, 200, "title");
        at.Text(input.Description, 500, "description");
        at.Text(input.City, 100, "city");
        at.Texts(input.Languages, EventFacts.MaxLanguages, LanguageTag.Longest, "languages");
        foreach (var (i, language) in input.Languages.Take(EventFacts.MaxLanguages).Index())
        {
            if (
                language.Length <= LanguageTag.Longest
                && !PlainText.IsEmpty(language)
                && LanguageTag.WhyNot(language) is { } wrong
            )
                at.Refuse(new NotALanguageTag(wrong, at.In("languages", i).Path()));
        }

        at.NotNegative(input.ExpectedReach, "expectedReach");
        at.InOrder(input.StartsOn, input.EndsOn, "endsOn");
        if (!month.Contains(input.StartsOn))
            at.Refuse(new EventOutsideMonth(month, at.Path("startsOn")));
        if (input.PlaceKind == PlaceKind.Place != input.State is not null)
            at.Refuse(new PlaceMismatch(at.Path("state")));
        if (input.PlaceKind != PlaceKind.Place && input.City is not null)
            at.Refuse(new PlaceMismatch(at.Path("city")));
    }

    private static Guid? EventId(PlannedEventInput input, InputCheck at)
    {
        if (input.EventId is not { } id)
            return null;

        var key = NodeId.KeyOf(nameof(Event), id);
        if (key is null)
            at.Refuse(new RecordNotFound(at.Path("eventId")));
        return key;
    }

    private static List<Guid> CoHosts(PlannedEventInput input, Guid agencyId, HashSet<Guid> agencies, InputCheck at)
    {
        var others = input
            .CoHostIds.Index()
            .Select(host => (host.Index, Key: NodeId.KeyOf(nameof(Agency), host.Item)))
            .Where(host => host.Key != agencyId)
            .ToList();
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

    private static EventFacts FactsOf(PlannedEventInput input) =>
        new(
            input.Title,
            input.Description,
            input.StartsOn,
            input.EndsOn ?? input.StartsOn,
            input.Medium,
            input.Format,
            input.Setting,
            input.Access,
            input.TopicScope,
            input.Languages,
            input.PlaceKind,
            input.State,
            input.City,
            input.ExpectedReach
        );

    private static async Task<HashSet<Guid>> AgenciesAsync(
        IReadOnlyList<PlannedEventInput> inputs,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids =
        [
            .. inputs
                .SelectMany(e => e.CoHostIds)
                .Select(id => NodeId.KeyOf(nameof(Agency), id))
                .OfType<Guid>()
                .Distinct(),
        ];
        return ids is []
            ? []
            :
            [
                .. await session
                    .Db.Agencies.Where(a => ids.Contains(a.Id))
                    .Select(a => a.Id)
                    .ToListAsync(cancellationToken),
            ];
    }
}
