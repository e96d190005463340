using System.Text.Json;

namespace Cwa.Graph.Tests.Security;

[Collection(SignedIn.Name)]
public sealed class ViewerTests(SignedInServer server)
{
    private const string Who = "{ viewer { roles isNpr agencies { totalCount nodes { abbreviation } } } }";

    [Theory]
    [InlineData("public", """{"viewer":null}""")]
    [InlineData("nobody", """{"viewer":{"roles":[],"isNpr":false,"agencies":{"totalCount":0,"nodes":[]}}}""")]
    [InlineData(
        "SSA",
        """{"viewer":{"roles":["Agency.Submit"],"isNpr":false,"agencies":{"totalCount":1,"nodes":["""
            + """{"abbreviation":"SSA"}]}}}"""
    )]
    [InlineData("npr", """{"viewer":{"roles":["Npr.Read"],"isNpr":true,"agencies":{"totalCount":0,"nodes":[]}}}""")]
    [InlineData(
        "reviewer",
        """{"viewer":{"roles":["Npr.Review"],"isNpr":true,"agencies":{"totalCount":0,"nodes":[]}}}"""
    )]
    [InlineData("admin", """{"viewer":{"roles":["Npr.Admin"],"isNpr":false,"agencies":{"totalCount":0,"nodes":[]}}}""")]
    public async Task The_viewer_shows_how_the_server_reads_the_callers_token(string who, string viewer) =>
        Assert.Equal(viewer, JsonSerializer.Serialize(await server.AskAsync(who, Who)));

    [Fact]
    public async Task A_department_acts_for_its_components_too()
    {
        var agencies = (
            await server.AskAsync(
                "HHS",
                "{ viewer { agencies(first: 250) { nodes { abbreviation parent { abbreviation } } } } }"
            )
        )
            .GetProperty("viewer")
            .GetProperty("agencies")
            .GetProperty("nodes")
            .EnumerateArray()
            .ToList();

        Assert.Contains("HCFA", agencies.Select(a => a.GetProperty("abbreviation").GetString()));
        Assert.All(
            agencies,
            a =>
                Assert.True(
                    a.GetProperty("abbreviation").GetString() == "HHS"
                        || a.GetProperty("parent").GetProperty("abbreviation").GetString() == "HHS"
                )
        );
    }

    [Fact]
    public async Task An_unknown_role_and_an_agency_without_the_role_count_for_nothing()
    {
        var answer = await server.SendWithAsync(server.Issuer.Token(["Npr.Read", "Global.Admin"], "SSA"), Who);

        Assert.Equal(
            """{"viewer":{"roles":["Npr.Read"],"isNpr":true,"agencies":{"totalCount":0,"nodes":[]}}}""",
            JsonSerializer.Serialize(answer.GetProperty("data"))
        );
    }

    [Fact]
    public async Task Only_the_agencies_are_read_from_the_database()
    {
        await server.AskAsync("SSA", Who);
        server.Server.Statements.Clear();

        await server.AskAsync("SSA", "{ viewer { name roles isNpr agencies { totalCount } } }");

        Assert.NotEmpty(server.Server.Statements.All);
        Assert.All(
            server.Server.Statements.All,
            statement => Assert.Contains("agencies", statement, StringComparison.Ordinal)
        );
    }
}
