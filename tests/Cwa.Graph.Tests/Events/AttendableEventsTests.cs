using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.BriefEvents;

namespace Cwa.Graph.Tests;

/// <summary>Whether the public can attend an event that little is said of, or only knows of it.</summary>
public sealed class AttendableEventsTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_public_sees_an_event_as_announced_until_it_is_said_where_it_is(string provider)
    {
        var (server, agency) = await servers.HasAsync(provider, Brief("1998-04-14", ("access", "OPEN_TO_PUBLIC")));

        var announced = await ListedAsync();
        var completed = await CompleteAsync(server, agency, new() { ["city"] = "Fresno", ["state"] = "CA" });
        var attendable = await ListedAsync();

        Assert.Empty(completed.Refusals());
        Assert.Equal(("ANNOUNCED", null), announced);
        Assert.Equal(("ATTENDABLE", "Fresno"), attendable);

        async Task<(string?, string?)> ListedAsync()
        {
            var answer = await server.Public.AskAsync(
                "query ($where: EventFilterInput) { events(where: $where) { nodes { listedAs city } } }",
                Where(agency)
            );
            var only = Assert.Single(answer.GetProperty("events").GetProperty("nodes").EnumerateArray());
            return (only.Text("listedAs"), only.Text("city"));
        }
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, "medium", "TELEPHONE")]
    [InlineData(TestDatabase.PostgreSql, "medium", "ELECTRONIC")]
    [InlineData(TestDatabase.Sqlite, "placeKind", "VIRTUAL")]
    [InlineData(TestDatabase.PostgreSql, "placeKind", "NATIONAL")]
    public async Task By_telephone_online_and_nationwide_everybody_can_take_part(
        string provider,
        string fact,
        string value
    )
    {
        var (server, agency) = await servers.HasAsync(
            provider,
            Brief("1998-04-14", ("access", "OPEN_TO_PUBLIC"), (fact, value)),
            Brief("1998-04-15", ("access", "OPEN_TO_PUBLIC"), ("medium", "WRITTEN")),
            Brief("1998-04-16", ("access", "BY_INVITATION"), (fact, value))
        );

        var answer = await server
            .As(agency)
            .AskAsync(
                "query ($where: EventFilterInput) { events(where: $where) { nodes { listedAs } } }",
                Where(agency)
            );

        Assert.Equal(
            ["ATTENDABLE", "ANNOUNCED", null],
            answer.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(e => e.Text("listedAs"))
        );
    }

    private static async Task<JsonElement> CompleteAsync(
        CwaServer server,
        Agency agency,
        Dictionary<string, object?> facts
    )
    {
        var events = (
            await server
                .As(agency)
                .AskAsync("query ($where: EventFilterInput) { events(where: $where) { nodes { id } } }", Where(agency))
        ).GetProperty("events");
        facts["eventId"] = events.GetProperty("nodes")[0].Text("id");
        return await server.As(agency).DoAsync("completeEvent", facts, "event { id }");
    }
}
