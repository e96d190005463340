using System.Text.Json;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>Who reads how much of an event.</summary>
[Collection(SignedIn.Name)]
public sealed class EventAccessTests(SignedInServer server)
{
    [Fact]
    public async Task An_agency_reads_of_another_agencys_open_event_only_what_the_public_reads()
    {
        var others = server
            .Held.Of("Event", "SSA")
            .Where(id => !server.Held.MaySeeWhole("Event", id, "SSA"))
            .Take(50)
            .Select(id => NodeId.Encode("Event", id));
        var own = server
            .Held.Of("Event", "SSA")
            .Where(id => server.Held.MaySeeWhole("Event", id, "SSA"))
            .Take(50)
            .Select(id => NodeId.Encode("Event", id));
        const string query = """
            query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event {
              setting access topicScope expectedReach attendance countMethod postponedFrom
              report { id } problemSolvingOutcome { id }
            } } }
            """;

        var ofOthers = await server.AskAsync("SSA", query, new { ids = others });
        var ofOwn = await server.AskAsync("SSA", query, new { ids = own });

        Assert.NotEmpty(ofOthers.GetProperty("nodes").EnumerateArray());
        Assert.NotEmpty(ofOwn.GetProperty("nodes").EnumerateArray());
        Assert.All(
            ofOthers.GetProperty("nodes").EnumerateArray(),
            e => Assert.All(e.EnumerateObject(), f => Assert.Equal(JsonValueKind.Null, f.Value.ValueKind))
        );
        Assert.All(
            ofOwn.GetProperty("nodes").EnumerateArray(),
            e => Assert.Equal(JsonValueKind.String, e.GetProperty("setting").ValueKind)
        );
    }

    [Fact]
    public async Task All_hosts_of_a_joint_event_read_all_of_it()
    {
        var joint = (
            await server.AskAsync(
                "npr",
                """
                {
                  events(
                    first: 100
                    where: {
                      hosts: { some: { abbreviation: { eq: "NPS" } } }
                      agency: { abbreviation: { neq: "NPS" } }
                    }
                  ) { nodes { id } }
                }
                """
            )
        ).GetProperty("events").GetProperty("nodes").EnumerateArray().Select(e => e.Text("id")).ToList();
        Assert.NotEmpty(joint);

        var seen = await server.AskAsync(
            "NPS",
            "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { setting findings { totalCount } } } }",
            new { ids = joint }
        );

        Assert.All(
            seen.GetProperty("nodes").EnumerateArray(),
            e => Assert.Equal(JsonValueKind.String, e.GetProperty("setting").ValueKind)
        );
    }
}
