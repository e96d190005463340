using System.Net;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using static Cwa.Graph.Tests.CalendarFile;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>Which calendar is sent, to whom, and when not.</summary>
public sealed class CalendarRequestTests(WritingServers servers) : IClassFixture<WritingServers>
{
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
}
