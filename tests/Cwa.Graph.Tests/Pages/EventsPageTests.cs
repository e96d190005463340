using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Cwa.Tests;
using Ical.Net;

namespace Cwa.Graph.Tests.Pages;

public sealed class EventsPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Counted = """
        query ($where: EventFilterInput) { eventCounts(where: $where) {
          total national virtual byStatus { events } byMedium { events } byFormat { events }
        } }
        """;

    private static readonly object California = new
    {
        startsOn = new { gte = "1998-11-01", lte = "1998-11-30" },
        state = new { eq = "CA" },
    };

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Heading_calendar_map_list_and_files_are_under_the_filter_of_the_address(string provider)
    {
        var npr = await servers.OnAsync(provider);
        foreach (var server in new[] { npr, npr.Public })
        {
            var counts = (await server.AskAsync(Counted, new { where = California })).GetProperty("eventCounts");
            var total = counts.Number("total");

            var page = await server.PageAsync("/events?from=1998-11-01&to=1998-11-30&state=CA");

            Assert.InRange(total, 10, 1_000);
            Assert.Equal($"{total} conversations in California in November 1998.", page.TextOf("h1"));
            Assert.Equal(Events(counts, "byStatus"), page.NumbersOf("main > .key b"));
            Assert.Equal(total, page.NumbersOf(".calendar a").Sum());
            Assert.Equal([total], page.NumbersOf(".tile b"));
            Assert.Equal(
                [.. Events(counts, "byMedium"), .. Events(counts, "byFormat")],
                page.NumbersOf("[aria-labelledby=how] td.number")
            );
            Assert.Equal(Math.Min(50, total), page.QuerySelectorAll(".events > li").Length);
            Assert.Equal(total, (await server.Client.GetAsync(File(page, ".csv"), null).CsvAsync()).Rows.Count);
            Assert.Equal(
                total,
                Calendar.Load(await server.Client.GetAsync(File(page, ".ics"), null).TextAsync())!.Events.Count
            );
        }
    }

    [Fact]
    public async Task The_list_goes_on_until_each_event_was_shown_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var shown = new List<int>();

        for (var address = "/events?from=1998-11-01&state=CA"; address is not null; )
        {
            var page = await server.PageAsync(address);
            shown.Add(page.QuerySelectorAll(".events > li").Length);
            Assert.Equal(shown.Count > 1, page.QuerySelector("nav.turn a[href*='from=']:not([rel])") is not null);
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            if (address is null)
                Assert.StartsWith($"{shown.Sum()} conversations", page.TextOf("h1"), StringComparison.Ordinal);
        }

        Assert.True(shown.Count > 1);
        Assert.All(shown[..^1], count => Assert.Equal(50, count));
    }

    [Fact]
    public async Task Each_number_leads_to_the_list_that_it_counts()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/events?from=1998-10-01&to=1998-11-30&medium=FACE_TO_FACE");
        string[] numbers =
        [
            "main > .key li:nth-child(2) a",
            "[aria-labelledby=when] a",
            ".tile-4",
            "[aria-labelledby=how] a",
        ];

        foreach (var link in numbers.Select(selector => page.QuerySelector(selector)!))
        {
            var counted = link.QuerySelector("b") ?? link.Closest("tr")!.QuerySelector("td.number")!;
            var list = await server.PageAsync(link.GetAttribute("href")!);
            Assert.StartsWith($"{counted.TextContent} conversations", list.TextOf("h1"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("from=nonsense", "“nonsense” is not a day such as 1998-11-01. It was left out.")]
    [InlineData("from=0001-01-01", "“0001-01-01” is not a day such as 1998-11-01. It was left out.")]
    [InlineData("state=ZZ", "“ZZ” is not a state such as CA. It was left out.")]
    [InlineData("format=<b>", "“<b>” is not a format such as TOWN_HALL. It was left out.")]
    [InlineData("agency=%00", "The value of “agency” is too long or cannot be read. It was left out.")]
    public async Task A_value_that_cannot_be_read_is_left_out_and_said(string parameter, string sentence)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/events?" + parameter);

        Assert.Equal(sentence, page.TextOf(".problem"));
        Assert.EndsWith(" in November 1998.", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(50, page.QuerySelectorAll(".events > li").Length);
    }

    [Fact]
    public async Task A_cursor_that_is_not_of_the_list_shows_its_beginning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        using var answer = await server.Client.GetAsync("/events?after=nonsense");
        var page = await server.PageAsync("/events?after=nonsense");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(page.QuerySelector(".problem"));
        Assert.Equal(50, page.QuerySelectorAll(".events > li").Length);
    }

    [Theory]
    [InlineData("from=1999-06-01&to=1999-06-30", "No conversation is planned in June 1999 yet.")]
    [InlineData("from=1997-06-01&to=1997-06-30", "No conversation was reported in June 1997.")]
    [InlineData("agency=<i>xyz</i>", "No conversation matches all of this.")]
    public async Task Where_there_is_nothing_words_say_so(string parameters, string sentence)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/events?" + parameters);

        Assert.Equal(sentence, page.TextOf(".empty"));
        Assert.StartsWith("No conversations", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".events, main i"));
    }

    [Fact]
    public async Task Only_who_may_read_the_attendance_is_shown_it()
    {
        var npr = await servers.OnAsync(TestDatabase.Sqlite);
        const string october = "/events?from=1998-10-01&to=1998-10-31&status=HELD";

        var (read, open) = (await npr.PageAsync(october), await npr.Public.PageAsync(october));

        Assert.Equal("Only: held.", read.TextOf(".lead"));
        Assert.Contains(" came", read.QuerySelector(".events")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(" came", open.QuerySelector(".events")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Shown are conversations that are open", open.TextOf("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Shown are conversations that are open", read.TextOf("main"), StringComparison.Ordinal);
    }

    private static string File(IHtmlDocument page, string kind) =>
        page.QuerySelectorAll("a[download]")
            .Select(a => a.GetAttribute("href")!)
            .Single(a => a.Contains(kind, StringComparison.Ordinal));

    private static IEnumerable<int> Events(JsonElement counts, string list) =>
        counts.GetProperty(list).EnumerateArray().Select(count => count.Number("events"));
}

/// <summary>What agencies write is text on the page, whatever it contains.</summary>
public sealed class EventsPageTextTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [Fact]
    public async Task Markup_and_right_to_left_text_are_text_apart_from_what_surrounds_them()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        const string title = "<script>alert(1)</script> שלום";
        await server.HasAcceptedAsync(agency, Reporting.Planned(title));

        var page = await server.PageAsync($"/events?from=1998-04-01&to=1998-04-30&agency={agency.Abbreviation}");

        Assert.Equal(title, page.TextOf(".events summary > bdi"));
        Assert.Empty(page.QuerySelectorAll("main script"));
    }
}
