using Cwa.Dashboard.Events;

namespace Cwa.Dashboard.Tests;

/// <summary>The states of the page of conversations that are hard to reach in a browser.</summary>
public sealed class EventsStatesTests : IDisposable
{
    private static readonly EventsData None = new(
        new(0, 0, 0, 0, [], [], [], [], []),
        new([]),
        new(new(HasNextPage: false, EndCursor: null), [])
    );

    private static readonly EventsData One = None with
    {
        EventCounts = None.EventCounts with { Total = 1, ByStatus = [new(EventStatus.Held, 1)] },
        Events = new(
            new(HasNextPage: false, EndCursor: null),
            [
                new(
                    "e1",
                    "Town hall",
                    "",
                    new(1998, 11, 3),
                    new(1998, 11, 3),
                    EventPlace.Place,
                    "CA",
                    "Fresno",
                    EventMedium.FaceToFace,
                    EventFormat.TownHall,
                    EventStatus.Held,
                    "ATTENDABLE",
                    new("SSA", "Social Security Administration")
                ),
            ]
        ),
    };

    private readonly Reader _npr = new(Reader.Npr);

    public EventsStatesTests() => _npr.Answer("EventAttendance", new EventAttendance(new([])));

    public void Dispose() => _npr.Dispose();

    [Theory]
    [InlineData("1999-02-01", "1999-02-28", "in February 1999", "No conversation is planned in February 1999 yet.")]
    [InlineData("1998-04-01", "1998-04-30", "in April 1998", "No conversation was reported in April 1998.")]
    [InlineData("1998-11-02", "1998-11-02", "on 2 November 1998", "No conversation was reported on 2 November 1998.")]
    public void A_period_without_conversations_is_told_in_words(string from, string to, string period, string said)
    {
        _npr.Answer("Events", None);

        var page = _npr.Open<EventsPage>($"/events?from={from}&to={to}");

        Assert.Equal($"No conversations {period}.", page.TextOf("h1"));
        Assert.Equal(said, page.TextOf(".empty"));
        Assert.Empty(page.FindAll("#list"));
    }

    [Fact]
    public void No_conversation_that_matches_is_an_offer_to_show_all()
    {
        _npr.Answer("Events", None);

        var page = _npr.Open<EventsPage>("/events?state=TX&agency=SSA");

        Assert.Equal("No conversations of SSA in Texas in November 1998.", page.TextOf("h1"));
        Assert.Equal("No conversation matches all of this.", page.TextOf(".empty"));
        Assert.Equal("Show all in November 1998", page.TextOf(".filter a"));
        Assert.Equal("/events?from=1998-11-01&to=1998-11-30", page.Find(".filter a").GetAttribute("href"));
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_left_out_and_told()
    {
        _npr.Answer("Events", One);

        var page = _npr.Open<EventsPage>("/events?from=1998-02-31&state=Texas");

        Assert.Equal("One conversation in November 1998.", page.TextOf("h1"));
        Assert.Equal(
            [
                "“1998-02-31” is not a day such as 1998-11-01. It was left out.",
                "“Texas” is not a state such as CA. It was left out.",
            ],
            page.FindAll("p.problem").Select(said => said.TextContent)
        );
    }

    [Fact]
    public void A_place_in_the_list_that_is_none_shows_the_list_from_its_beginning()
    {
        var asked = 0;
        _npr.Answer("Events", _ => asked++ == 0 ? Reader.Error("INVALID_CURSOR", "events") : new { data = One });

        var page = _npr.Open<EventsPage>("/events?after=nonsense");

        Assert.Equal("One conversation in November 1998.", page.TextOf("h1"));
        Assert.Equal(200, _npr.Http.Response.StatusCode);
        Assert.Empty(page.FindAll(".problem"));
    }

    [Fact]
    public void Where_it_cannot_be_read_how_many_came_the_list_stays()
    {
        _npr.Answer("Events", One);
        _npr.Answer("EventAttendance", _ => Reader.Error("INTERNAL_SERVER_ERROR", "events"));

        var page = _npr.Open<EventsPage>("/events");

        Assert.Equal("Town hall", page.TextOf(".events .name"));
        Assert.DoesNotContain("came", page.TextOf(".events"), StringComparison.Ordinal);
        Assert.Equal(200, _npr.Http.Response.StatusCode);
    }

    [Fact]
    public void The_public_is_told_what_is_shown_and_nothing_else_is_asked_for()
    {
        using var anybody = new Reader(viewer: null);
        anybody.Answer("Events", One);

        var page = anybody.Open<EventsPage>("/events");

        Assert.Equal(
            "Shown are conversations that are open to the public and whose reports NPR has accepted.",
            page.TextOf("p.soft.after")
        );
        Assert.DoesNotContain(anybody.Asked, text => text.Contains("attendance", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_cannot_be_read_says_so()
    {
        _npr.Answer("Events", _ => Reader.Error("INTERNAL_SERVER_ERROR", "eventCounts"));

        var page = _npr.Open<EventsPage>("/events");

        Assert.Equal("This page could not be read.", page.TextOf("h1"));
        Assert.Equal(500, _npr.Http.Response.StatusCode);
    }
}
