using Cwa.Tests;
using static Cwa.Graph.Tests.BriefEvents;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>Events of which only a day and a description are said: listed, counted, amended and exported.</summary>
public sealed class UnsaidEventsTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Listed = """
        query ($where: EventFilterInput, $after: String) {
          events(where: $where, first: 1, after: $after, order: [{ endsOn: DESC }]) {
            totalCount pageInfo { endCursor }
            nodes { title medium format setting access topicScope languages placeKind state city startsOn listedAs }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_not_said_is_null(string provider)
    {
        var (server, agency) = await servers.HasAsync(provider, Brief("1998-04-14"));

        var events = (await server.As(agency).AskAsync(Listed, Where(agency))).GetProperty("events");

        Assert.Equal(
            """
            {"title":null,"medium":null,"format":null,"setting":null,"access":null,"topicScope":null,"languages":[],"placeKind":null,"state":null,"city":null,"startsOn":"1998-04-14","listedAs":null}
            """,
            Assert.Single(events.GetProperty("nodes").EnumerateArray()).GetRawText()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task They_are_found_by_what_is_not_said_and_by_what_they_are_not(string provider)
    {
        var (server, agency) = await servers.HasAsync(
            provider,
            Brief("1998-04-14"),
            Brief("1998-04-15", ("title", "Hearing"), ("medium", "WRITTEN")),
            Planned("Hall", "1998-04-16")
        );

        Assert.Equal(["1998-04-14"], await DaysAsync(("medium", new { eq = (string?)null })));
        Assert.Equal(["1998-04-16", "1998-04-14"], await DaysAsync(("medium", new { neq = "WRITTEN" })));
        Assert.Equal(["1998-04-16", "1998-04-14"], await DaysAsync(("medium", new { nin = new[] { "WRITTEN" } })));
        Assert.Equal(["1998-04-15"], await DaysAsync(("medium", new { @in = new[] { "WRITTEN", "TELEPHONE" } })));
        Assert.Equal(["1998-04-15", "1998-04-14"], await DaysAsync(("placeKind", new { eq = (string?)null })));
        Assert.Equal(["1998-04-14"], await DaysAsync(("title", new { eq = (string?)null })));
        Assert.Equal(["1998-04-16", "1998-04-14"], await DaysAsync(("title", new { neq = "hearing" })));
        Assert.Equal(["1998-04-15"], await DaysAsync(("title", new { contains = "earin" })));
        Assert.Equal(["1998-04-16"], await DaysAsync(("listedAs", new { eq = "ATTENDABLE" })));
        Assert.Equal(["1998-04-15", "1998-04-14"], await DaysAsync(("listedAs", new { eq = (string?)null })));
        Assert.Equal(3, (await DaysAsync()).Count);

        // Page by page, so that each cursor is used.
        async Task<IReadOnlyList<string>> DaysAsync(params (string Name, object Condition)[] conditions)
        {
            var days = new List<string>();
            string? after = null;
            do
            {
                var events = (await server.As(agency).AskAsync(Listed, Where(agency, after, conditions))).GetProperty(
                    "events"
                );
                days.AddRange(events.GetProperty("nodes").EnumerateArray().Select(e => e.Text("startsOn")!));
                after = events.GetProperty("pageInfo").Text("endCursor");
                if (days.Count >= events.GetProperty("totalCount").GetInt32())
                    return days;
            } while (true);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_not_said_is_counted_apart(string provider)
    {
        var (server, agency) = await servers.HasAsync(
            provider,
            Brief("1998-04-14"),
            Brief("1998-04-15", ("medium", "WRITTEN"), ("languages", new[] { "en" })),
            Planned("Hall", "1998-04-16")
        );
        var where = Where(agency);

        var counts = (
            await server
                .As(agency)
                .AskAsync(
                    """
                    query ($where: EventFilterInput) { eventCounts(where: $where) {
                      total national virtual placeNotSaid byState { state events }
                      byMedium { medium events } byFormat { format events }
                      notSaid { title medium format languages place }
                    } }
                    """,
                    where
                )
        ).GetProperty("eventCounts");
        var reach = (
            await server
                .As(agency)
                .AskAsync(
                    """
                    { reach(from: "1998-04-01", to: "1998-04-30") {
                      events placeNotSaid { events } byMedium { medium events } byFormat { format events } mediaUsed
                      byLanguage { language events }
                    } }
                    """
                )
        ).GetProperty("reach");

        Assert.Equal(
            """
            {"total":3,"national":0,"virtual":0,"placeNotSaid":2,"byState":[{"state":"CA","events":1}],"byMedium":[{"medium":"FACE_TO_FACE","events":1},{"medium":"WRITTEN","events":1},{"medium":null,"events":1}],"byFormat":[{"format":null,"events":2},{"format":"TOWN_HALL","events":1}],"notSaid":{"title":2,"medium":1,"format":2,"languages":2,"place":2}}
            """,
            counts.GetRawText()
        );
        Assert.Equal(
            """
            {"events":3,"placeNotSaid":{"events":2},"byMedium":[{"medium":"FACE_TO_FACE","events":1},{"medium":"WRITTEN","events":1},{"medium":null,"events":1}],"byFormat":[{"format":null,"events":2},{"format":"TOWN_HALL","events":1}],"mediaUsed":[],"byLanguage":[{"language":null,"events":2},{"language":"en","events":1}]}
            """,
            reach.GetRawText()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_fact_that_input_leaves_out_is_kept_and_null_withdraws_it(string provider)
    {
        var (server, agency) = await servers.HasAsync(
            provider,
            Planned("Hall", others: [("languages", new[] { "en" })])
        );

        var kept = await AmendAsync(Brief("1998-04-14", ("title", "Hall"), ("city", null)));
        var withdrawn = await AmendAsync(
            Brief("1998-04-14", ("title", "Hall"), ("medium", null), ("languages", null), ("placeKind", null))
        );

        Assert.Equal(("FACE_TO_FACE", "CA", 1), kept);
        Assert.Equal((null, null, 0), withdrawn);

        async Task<(string? Medium, string? State, int Languages)> AmendAsync(object planned)
        {
            await server.AcceptAsync(await server.SubmitAsync(agency, "We know more.", planned));
            var events = (await server.As(agency).AskAsync(Listed, Where(agency))).GetProperty("events");
            var now = Assert.Single(events.GetProperty("nodes").EnumerateArray());
            return (now.Text("medium"), now.Text("state"), now.GetProperty("languages").GetArrayLength());
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Files_leave_cells_empty_and_calendars_show_the_description(string provider)
    {
        var (server, agency) = await servers.HasAsync(
            provider,
            Brief("1998-04-14", ("access", "OPEN_TO_PUBLIC")),
            Brief("1998-04-15", ("medium", "TELEPHONE"))
        );
        var where = Uri.EscapeDataString($"{{\"agency\":{{\"abbreviation\":{{\"eq\":\"{agency.Abbreviation}\"}}}}}}");

        var file = await server.As(agency).GetAsync($"/export/events.csv?where={where}").CsvAsync();
        var calendar = await server.As(agency).GetAsync(CalendarFile.Path(agency)).TextAsync();

        Assert.All(
            ["title", "format", "setting", "topic_scope", "languages", "place_kind", "state", "city"],
            column => Assert.All(file.Rows, row => Assert.Equal("", row[column]))
        );
        Assert.Equal(["", "TELEPHONE"], file.Rows.Select(row => row["medium"]));
        Assert.Equal(2, calendar.Split("SUMMARY:We listen to customers.").Length - 1);
        Assert.Contains("STATUS:TENTATIVE", calendar, StringComparison.Ordinal);
        Assert.Contains("LOCATION:By telephone", calendar, StringComparison.Ordinal);
        Assert.Contains("CATEGORIES:Telephone", calendar, StringComparison.Ordinal);
        Assert.Single(calendar.Split('\n'), line => line.StartsWith("LOCATION", StringComparison.Ordinal));
    }
}
