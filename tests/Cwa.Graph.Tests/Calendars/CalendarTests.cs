using System.Net;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;
using Ical.Net.CalendarComponents;
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
    public async Task A_calendar_has_only_what_its_reader_may_see(string provider)
    {
        var server = await servers.OnAsync(provider);
        var department = await server.HasAgencyAsync();
        var (bureau, partner) = (await server.HasAgencyAsync(department), await server.HasAgencyAsync());
        await server.HasAcceptedAsync(
            bureau,
            Planned("Open"),
            Planned("Closed", others: [("access", "BY_INVITATION"), ("coHostIds", new[] { partner.Id() })])
        );
        await server.SubmitAsync(partner, null, Planned("Not accepted"));
        var site = server.Public;

        Assert.Equal(["Open"], await TitlesAsync(site.Client.GetAsync(Path(bureau), token: null)));
        Assert.Equal([], await TitlesAsync(site.Client.GetAsync(Path(department), token: null)));
        Assert.Equal(
            ["Open"],
            await TitlesAsync(site.Client.GetAsync(Path(department, "&components=true"), token: null))
        );
        Assert.Equal([], await TitlesAsync(site.Client.GetAsync(Path(partner), token: null)));
        Assert.Equal(
            ["Closed", "Open"],
            await TitlesAsync(server.As(department).GetAsync(Path(department, "&components=true")))
        );
        Assert.Equal(["Closed", "Open"], await TitlesAsync(server.As(bureau).GetAsync(Path(bureau))));
        Assert.Equal(["Closed", "Open"], await TitlesAsync(server.As(partner).GetAsync(Path(bureau))));
        Assert.Equal(["Closed", "Not accepted"], await TitlesAsync(server.As(partner).GetAsync(Path(partner))));
        Assert.Equal(["Closed"], await TitlesAsync(server.As(bureau).GetAsync(Path(partner))));
        Assert.Equal(["Closed", "Not accepted"], await TitlesAsync(server.AsReviewer().GetAsync(Path(partner))));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_calendar_of_a_state_has_the_events_that_take_place_there(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(
            agency,
            Planned("In Guam", others: ("state", "GU")),
            Planned("In Guam later", "1998-04-30", ("state", "GU"), ("endsOn", "1998-05-02")),
            Planned("In Maine", others: ("state", "ME"))
        );

        Assert.Equal(
            ["In Guam", "In Guam later"],
            await TitlesAsync(server.As(agency).GetAsync("/calendar/states/GU.ics?from=1998-04-01"))
        );
        Assert.Equal(
            ["In Guam later"],
            await TitlesAsync(server.As(agency).GetAsync("/calendar/states/gu.ics?from=1998-05-02&to=1998-05-02"))
        );
        Assert.Equal([], await TitlesAsync(server.As(agency).GetAsync("/calendar/states/GU.ics?from=1998-05-03")));
        Assert.Equal([], await TitlesAsync(server.As(agency).GetAsync("/calendar/states/GU.ics")));
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

    [Fact]
    public async Task A_calendar_is_sent_again_only_when_it_has_changed()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var ids = (await server.HasAcceptedAsync(agency, Planned())).EventIds();
        using var first = await AgainAsync(null);
        var tag = first.Headers.ETag!.ToString();

        using var same = await AgainAsync(tag);
        await server.As(agency).DoneAsync("cancelEvent", new { eventId = ids[0], reason = "Snow." }, "event { id }");
        using var changed = await AgainAsync(tag);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK),
            (first.StatusCode, same.StatusCode, changed.StatusCode)
        );
        Assert.Equal("text/calendar; charset=utf-8", changed.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache, private", changed.Headers.CacheControl!.ToString());

        Task<HttpResponseMessage> AgainAsync(string? ifNoneMatch)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Path(agency));
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
            request.Headers.Authorization = new("Bearer", server.As(agency).Token);
            return server.Client.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("NONE.ics", 404, ErrorCodes.NotFound)]
    [InlineData("states/XX.ics", 404, ErrorCodes.NotFound)]
    [InlineData("states/1.ics", 404, ErrorCodes.NotFound)]
    [InlineData("SSA.ics?from=yesterday", 400, ErrorCodes.BadUserInput)]
    [InlineData("SSA.ics?from=1998-05-01&to=1998-04-30", 400, ErrorCodes.BadUserInput)]
    [InlineData("SSA.ics?from=1998-01-01&to=2000-01-04", 400, ErrorCodes.BadUserInput)]
    [InlineData("SSA.ics?to=9999-12-31", 400, ErrorCodes.BadUserInput)]
    [InlineData("SSA.ics?components=1", 400, ErrorCodes.BadUserInput)]
    [InlineData("SSA.ics?since=1998-01-01", 400, ErrorCodes.BadRequest)]
    [InlineData("states/CA.ics?components=true", 400, ErrorCodes.BadRequest)]
    public async Task A_request_for_an_unknown_calendar_is_refused_with_a_code(string path, int status, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await Answer.OfAsync(await server.AsReviewer().GetAsync($"/calendar/{path}"));

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    private static string Path(Agency agency, string more = "") =>
        $"/calendar/{agency.Abbreviation}.ics?from=1998-04-01{more}";

    private static async Task<IEnumerable<string?>> TitlesAsync(Task<HttpResponseMessage> answer) =>
        Calendar.Load(await answer.TextAsync())!.Events.Select(e => e.Summary).Order(StringComparer.Ordinal);
}
