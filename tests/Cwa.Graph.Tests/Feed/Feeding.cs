using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests.Feed;

/// <summary>Helpers for tests about the feed.</summary>
internal static class Feeding
{
    public const string Submitted = """
        subscription ($after: String, $where: FeedEntryFilterInput) {
          monthlyReportSubmitted(after: $after, where: $where) {
            cursor amends monthlyReport { month revision agency { abbreviation } }
          }
        }
        """;

    public static readonly Caller Npr = new("npr", "npr", [Roles.Read], [], []);

    public static Dictionary<string, object?> Of(Agency agency, string? after = null) =>
        new()
        {
            ["where"] = new Dictionary<string, object?>
            {
                ["agency"] = new Dictionary<string, object?>
                {
                    ["abbreviation"] = new Dictionary<string, object?> { ["eq"] = agency.Abbreviation },
                },
            },
            ["after"] = after,
        };

    public static async Task<List<JsonElement>> PollAsync(CwaServer server, Agency agency, string? after)
    {
        var data = await server.AskAsync(
            """
            query ($after: String, $where: FeedEntryFilterInput) {
              feed(after: $after, where: $where) { edges { cursor node { kind subject { id } } } }
            }
            """,
            new { after, where = Of(agency)["where"] }
        );
        return [.. data.GetProperty("feed").GetProperty("edges").EnumerateArray()];
    }

    public static Task SubmitAsync(CwaServer server, Agency agency, params int[] months) =>
        SubmitAsync(server, agency, months, 1998);

    public static async Task SubmitAsync(CwaServer server, Agency agency, int[] months, int year)
    {
        foreach (var month in months)
            await server
                .As(agency)
                .DoneAsync(
                    "submitMonthlyReport",
                    new
                    {
                        agencyId = agency.Id(),
                        month = $"{year}-{month:00}",
                        nil = true,
                    },
                    "monthlyReport { id }"
                );
    }
}
