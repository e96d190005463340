using System.Net;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Tests;
using Ical.Net;

namespace Cwa.Graph.Tests;

/// <summary>A calendar of the list of events, under the list's own conditions.</summary>
public sealed class ListCalendarTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Path = "/export/events.ics";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_calendar_has_the_events_that_the_list_has_under_the_same_conditions(string provider)
    {
        var npr = await servers.OnAsync(provider);
        var where = new
        {
            startsOn = new { gte = "1998-11-01", lte = "1998-11-15" },
            or = new object[] { new { state = new { eq = "CA" } }, new { placeKind = new { eq = "VIRTUAL" } } },
        };
        foreach (var server in new[] { npr, npr.Public })
        {
            var listed = await server.AskAsync(
                "query ($where: EventFilterInput) { events(first: 100, where: $where) { totalCount nodes { id } } }",
                new { where }
            );

            var calendar = Calendar.Load(await server.Client.GetAsync(Path.With(where), token: null).TextAsync())!;

            var events = listed.GetProperty("events");
            Assert.InRange(events.Number("totalCount"), 5, 100);
            Assert.Equal(
                events
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(e => $"{NodeId.Decode(e.Text("id")!).Key}@conversations-with-america")
                    .Order(),
                calendar.Events.Select(e => e.Uid).Order()
            );
            var days = calendar.Events.Select(e => e.Start!.Date).ToList();
            Assert.Equal(days.Order(), days);
            Assert.StartsWith(
                "Illustrative data: ",
                (string)calendar.Properties["X-WR-CALDESC"]!.Value!,
                StringComparison.Ordinal
            );
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_list_longer_than_a_page_is_read_to_its_end_with_the_entries_of_other_calendars(string provider)
    {
        var server = await servers.OnAsync(provider);
        var where = new
        {
            state = new { eq = "CA" },
            endsOn = new { gte = "1998-03-03" },
            startsOn = new { lte = "1998-12-31" },
        };

        var ofList = Calendar.Load(await server.Client.GetAsync(Path.With(where), token: null).TextAsync())!;
        var ofState = Calendar.Load(
            await server
                .Client.GetAsync("/calendar/states/CA.ics?from=1998-03-03&to=1998-12-31", token: null)
                .TextAsync()
        )!;

        Assert.InRange(ofList.Events.Count, 101, 5_000);
        Assert.Equal(ofState.Events.Select(Entry), ofList.Events.Select(Entry));

        static string Entry(Ical.Net.CalendarComponents.CalendarEvent e) =>
            $"{e.Uid} {e.Summary} {e.Start} {e.End} {e.Location} {e.Status} {e.Description} {e.LastModified}";
    }

    [Theory]
    [InlineData(Path + "?where={\"colour\":1}", "BAD_USER_INPUT")]
    [InlineData(Path + "?where=nonsense", "BAD_REQUEST")]
    [InlineData(Path + "?columns=id", "BAD_REQUEST")]
    [InlineData("/export/liaisons.ics", "NOT_FOUND")]
    public async Task A_calendar_that_cannot_be_made_is_refused(string path, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        using var response = await server.Client.GetAsync(path, token: null);

        Assert.InRange(response.StatusCode, HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").Text("code"));
    }

    [Fact]
    public async Task A_program_that_has_the_calendar_is_not_sent_it_again()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;
        var path = Path.With(new { state = new { eq = "CA" }, startsOn = new { gte = "1998-11-01" } });
        using var first = await server.Client.GetAsync(path, token: null);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await server.Client.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType!.ToString());
    }
}
