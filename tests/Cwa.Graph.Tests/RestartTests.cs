using System.Text;
using Cwa.Model;

namespace Cwa.Graph.Tests;

public sealed class RestartTests
{
    [Fact]
    public async Task Imported_records_survive_a_restart()
    {
        await using var server = await CwaServer.StartAsync();
        var csv = Encoding.UTF8.GetBytes(
            """
            abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to
            ABMC,Battle Monuments Commission,independent_agency,,requested,Renamed for this test,false,
            """
        );
        var result = await Imports.RunAsync(
            Imports.Find("agencies")!,
            new MemoryStream(csv),
            server.Database.Contexts,
            new(new(1998, 11, 16)),
            progress: null,
            CancellationToken.None
        );
        Assert.True(result.Committed);

        await using var restarted = CwaServer.ForThePublic(server.Database);

        var data = await restarted.AskAsync("""{ agency(by: { abbreviation: "ABMC" }) { name } }""");
        Assert.Equal("Battle Monuments Commission", data.GetProperty("agency").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_cursor_is_valid_after_a_restart_and_on_another_server()
    {
        await using var server = await CwaServer.StartAsync();
        var first = await server.AskAsync("{ agencies(first: 3) { nodes { abbreviation } pageInfo { endCursor } } }");
        var after = first.GetProperty("agencies").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        await using var restarted = CwaServer.ForThePublic(server.Database);

        var next = await restarted.AskAsync(
            "query ($after: String) { agencies(first: 1, after: $after) { nodes { abbreviation } } }",
            new { after }
        );
        Assert.Equal(
            "USAID",
            next.GetProperty("agencies").GetProperty("nodes")[0].GetProperty("abbreviation").GetString()
        );
    }
}
