using Cwa.Graph.Engine;
using Cwa.Tests;
using Ical.Net.CalendarComponents;
using static Cwa.Graph.Tests.CalendarFile;
using static Cwa.Graph.Tests.Reporting;
using Calendar = Ical.Net.Calendar;

namespace Cwa.Graph.Tests;

public sealed class CalendarTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Entries_have_whole_days_and_places_and_hosts(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, partner) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var ids = (
            await server.HasAcceptedAsync(
                agency,
                Planned(
                    "Hall; with, \"signs\"\nand 🎃 \tto",
                    others: [("endsOn", "1998-04-16"), ("city", "Fresno"), ("coHostIds", new[] { partner.Id() })]
                ),
                Planned(
                    "Chat",
                    "1998-04-20",
                    ("medium", "ELECTRONIC"),
                    ("format", "ONLINE_CHAT"),
                    ("placeKind", "VIRTUAL"),
                    ("state", null)
                )
            )
        ).EventIds();

        var calendar = Calendar.Load(await server.As(agency).GetAsync(Path(agency)).TextAsync())!;

        Assert.Equal($"{agency.Abbreviation}: Conversations with America", calendar.Properties["X-WR-CALNAME"]!.Value);
        Assert.Equal(
            Cwa.Model.Directive.ConversationsWithAmerica.JudicialReview,
            calendar.Properties["X-WR-CALDESC"]!.Value
        );
        var (hall, chat) = (calendar.Events[0]!, calendar.Events[1]!);
        Assert.Equal($"{NodeId.Decode(ids[0]).Key}@conversations-with-america", hall.Uid);
        Assert.Equal("Hall; with, \"signs\"\nand 🎃 \tto", hall.Summary);
        Assert.Equal((new DateOnly(1998, 4, 14), new DateOnly(1998, 4, 17)), (hall.Start!.Date, hall.End!.Date));
        Assert.False(hall.Start.HasTime || hall.End.HasTime);
        Assert.Equal(("Fresno, CA", "CONFIRMED"), (hall.Location, hall.Status));
        Assert.Equal(
            "We ask what to do better.\n\nHeld by Board of Conversations, Board of Conversations.",
            hall.Description
        );
        Assert.Equal(["Online chat", "Electronic"], chat.Categories);
        Assert.Equal(("On line", new DateOnly(1998, 4, 21)), (chat.Location, chat.End!.Date));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_change_keeps_the_entrys_UID_and_raises_its_sequence(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (await server.HasAcceptedAsync(agency, Planned("One"), Planned("Two"), Planned("Three"))).EventIds();
        var first = await EntriesAsync();
        server.Clock.MoveOn(TimeSpan.FromSeconds(2));

        await server.As(agency).DoneAsync("cancelEvent", new { eventId = ids[0], reason = "Snow." }, "event { id }");
        await server.As(agency).DoneAsync("postponeEvent", new { eventId = ids[1], reason = "Snow." }, "event { id }");
        await server
            .As(agency)
            .DoneAsync(
                "postponeEvent",
                new
                {
                    eventId = ids[2],
                    reason = "Snow.",
                    startsOn = "1998-12-01",
                },
                "event { id }"
            );
        var second = await EntriesAsync();

        Assert.Equal(first.Keys.Order(), second.Keys.Order());
        Assert.Equal(["CANCELLED", "TENTATIVE", "CONFIRMED"], Of(second).Select(e => e.Status));
        Assert.Equal(["One", "Postponed: Two", "Three"], Of(second).Select(e => e.Summary));
        Assert.Equal(new DateOnly(1998, 12, 1), Of(second)[2].Start!.Date);
        Assert.All(first.Keys, uid => Assert.True(second[uid].Sequence > first[uid].Sequence));
        Assert.All(first.Keys, uid => Assert.True(second[uid].LastModified!.AsUtc > first[uid].LastModified!.AsUtc));

        async Task<Dictionary<string, CalendarEvent>> EntriesAsync() =>
            Calendar
                .Load(await server.As(agency).GetAsync(Path(agency, "&to=1998-12-31")).TextAsync())!
                .Events.ToDictionary(e => e.Uid!);

        CalendarEvent[] Of(Dictionary<string, CalendarEvent> entries) =>
            [.. ids.Select(id => entries[$"{NodeId.Decode(id).Key}@conversations-with-america"])];
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_that_lasts_until_the_year_9999_breaks_no_calendar(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(
            agency,
            Planned("For ever", others: [("state", "AS"), ("endsOn", "9999-12-31")]),
            Planned("For a day", others: ("state", "AS"))
        );
        var file = Importing.Events(
            Importing.Hall(agency, "9999-12").Replace("9999-12-14", "9999-12-31", StringComparison.Ordinal)
        );
        Assert.Equal((1, 1, 0, 0), (await server.As(agency).ImportAsync("events", file)).Counts());

        Assert.Equal(["For a day", "For ever"], await TitlesAsync(server.As(agency).GetAsync(Path(agency))));
        Assert.Equal(
            ["For a day", "For ever"],
            await TitlesAsync(server.AsReviewer().GetAsync("/calendar/states/AS.ics?from=1998-04-01"))
        );
        Assert.Equal(
            ["For ever"],
            await TitlesAsync(server.As(agency).GetAsync("/calendar/states/AS.ics?from=1998-05-01"))
        );
        var last = Calendar
            .Load(
                await server
                    .As(agency)
                    .GetAsync($"/calendar/{agency.Abbreviation}.ics?from=9999-12-01&to=9999-12-31")
                    .TextAsync()
            )!
            .Events;
        Assert.Equal(
            [("For ever", DateOnly.MaxValue), ("Town hall", null)],
            last.Select(e => (e.Summary, e.End?.Date))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_fold_leaves_every_character_whole(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var titles = Enumerable.Range(50, 30).Select(i => $"{new string('x', i)}😀 👩‍👩‍👧 é").ToList();
        await server.HasAcceptedAsync(agency, [.. titles.Select(title => Planned(title))]);

        var calendar = await server.As(agency).GetAsync(Path(agency)).TextAsync();

        Assert.DoesNotContain("\uFFFD", calendar, StringComparison.Ordinal);
        Assert.Equal(
            titles.Order(StringComparer.Ordinal),
            Calendar.Load(calendar)!.Events.Select(e => e.Summary).Order(StringComparer.Ordinal)
        );
    }
}
