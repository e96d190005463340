using System.Data.Common;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Helpers for tests about subscriptions on a faulty server.</summary>
internal static class Following
{
    public const string Submitted = """
        subscription ($after: String) {
          monthlyReportSubmitted(after: $after) {
            cursor monthlyReport { month agency { abbreviation liaison { name } } }
          }
        }
        """;

    /// <summary>Whether a statement asks for the end of the feed or who is revoked, as a server always does.</summary>
    public static bool IsOfTheTail(DbCommand command) =>
        command.CommandText.Contains(FeedTail.StatementTag, StringComparison.Ordinal)
        || command.CommandText.Contains(RevocationReading.StatementTag, StringComparison.Ordinal);

    /// <summary>Whether a statement reads the entries after a place.</summary>
    public static bool IsOfTheSource(DbCommand command) =>
        command.CommandText.Contains("feed_entries", StringComparison.Ordinal)
        && command.CommandText.Contains("WHERE", StringComparison.Ordinal);

    public static JsonElement FieldIn(JsonElement result)
    {
        Assert.False(result.TryGetProperty("errors", out var errors), errors.ToString());
        return result.GetProperty("data").GetProperty("monthlyReportSubmitted");
    }

    public static string ReportIn(JsonElement result)
    {
        var report = FieldIn(result).GetProperty("monthlyReport");
        return $"{report.Text("month")} {report.GetProperty("agency").GetProperty("liaison").Text("name")}";
    }

    public static async Task<Socket> FollowAsync(CwaServer server, string query, SignedInCaller? caller = null)
    {
        var operations = server.Services.GetRequiredService<LiveOperations>();
        await Eventually.IsAsync(0, () => operations.Groups);
        var socket = await server.OpenSocketAsync();
        await socket.InitAsync("Bearer " + (caller ?? server.AsReviewer()).Token);
        await socket.SubscribeAsync("1", query);
        // The protocol does not say when a subscription has started.
        await Eventually.IsAsync(1, () => operations.Groups);
        return socket;
    }

    public static async Task<string?> NewestAsync(CwaServer server)
    {
        var data = await server.AsReviewer().AskAsync("{ feed(last: 1) { edges { cursor } } }");
        return data.GetProperty("feed").GetProperty("edges")[0].Text("cursor");
    }

    /// <summary>An agency with a liaison.</summary>
    public static async Task<Agency> HasAgencyAsync(CwaServer server)
    {
        var agency = await server.HasAgencyAsync();
        await server
            .As(agency)
            .DoneAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name = "Pat Doe",
                    phone = "202-555-0100",
                    designatedOn = "1998-03-10",
                },
                "liaison { id }"
            );
        return agency;
    }

    public static async Task SubmitAsync(CwaServer server, Agency agency, params string[] months)
    {
        foreach (var month in months)
        {
            var input = new
            {
                agencyId = agency.Id(),
                month,
                nil = true,
            };
            await server.As(agency).DoneAsync("submitMonthlyReport", input, "monthlyReport { id }");
        }
    }
}
