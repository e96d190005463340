using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ProblemProgressLimitTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [Fact]
    public async Task More_problems_than_can_be_read_at_once_are_refused()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var foundOn = new DateOnly(2090, 1, 1);
        await server.StoreAsync(
            Enumerable.Range(0, 10_001).Select(i => new SystemicProblem(agency.Id, null, $"{i}", "Made up.", foundOn))
        );

        var refused = await AskAsync("2090-01-01", "2090-12-31");
        var fewer = await AskAsync("2090-01-01", "2090-12-31", """, where: { status: { eq: VERIFIED } }""");

        Assert.Equal(
            "More than 10000 problems were found then. Take a shorter period or more conditions.",
            Refusal(refused).Text("message")
        );
        Assert.Equal(0, fewer.GetProperty("data").GetProperty("problemProgress").Number("problems"));

        Task<JsonElement> AskAsync(string from, string to, string where = "") =>
            server
                .As(agency)
                .SendAsync($$"""{ problemProgress(from: "{{from}}", to: "{{to}}"{{where}}) { problems } }""");
    }

    [Fact]
    public async Task Reversed_days_are_refused()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var refused = await server
            .AsReviewer()
            .SendAsync("""{ problemProgress(from: "1998-12-31", to: "1998-01-01") { problems } }""");

        Assert.Equal("`from` must not be after `to`.", Refusal(refused).Text("message"));
    }

    private static JsonElement Refusal(JsonElement answer) => answer.GetProperty("errors")[0];
}
