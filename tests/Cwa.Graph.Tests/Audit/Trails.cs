using System.Text.Json;

namespace Cwa.Graph.Tests;

/// <summary>The audit trail as a caller reads it.</summary>
internal static class Trails
{
    public static async Task<JsonElement> AskAsync(SignedInCaller caller, string subject) =>
        (
            await caller.AskAsync(
                """
                query ($subject: ID!) {
                  audit(subjectId: $subject) { totalCount
                    nodes { action actor recordedAt before after changes { field before after } }
                    pageInfo { hasNextPage } }
                }
                """,
                new { subject }
            )
        ).GetProperty("audit");

    public static async Task<IReadOnlyList<JsonElement>> TrailAsync(SignedInCaller caller, string subject)
    {
        var trail = await AskAsync(caller, subject);
        Assert.Equal(trail.GetProperty("totalCount").GetInt32(), trail.GetProperty("nodes").GetArrayLength());
        return [.. trail.GetProperty("nodes").EnumerateArray()];
    }

    public static IReadOnlyList<string> Changes(JsonElement entry) =>
        [
            .. entry
                .GetProperty("changes")
                .EnumerateArray()
                .Select(c => $"{c.Text("field")}: {c.Text("before")} → {c.Text("after")}"),
        ];
}
