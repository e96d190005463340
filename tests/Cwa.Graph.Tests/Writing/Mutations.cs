using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about mutations.</summary>
internal static class Mutations
{
    private static int _agencies;

    /// <summary>An agency for one test alone.</summary>
    public static async Task<Agency> HasAgencyAsync(
        this CwaServer server,
        Agency? parent = null,
        DateOnly? activeFrom = null
    )
    {
        var agency = new Agency(
            $"W{Interlocked.Increment(ref _agencies)}",
            "Board of Conversations",
            parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
            parent,
            DirectiveStanding.Directed,
            "Covered by Executive Order 12862",
            activeFrom: activeFrom
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        if (parent is not null)
            db.Attach(parent);
        db.Add(agency);
        await db.SaveChangesAsync();
        return agency;
    }

    /// <summary>Runs one mutation, and returns its payload.</summary>
    /// <param name="name">The mutation's name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="thing">What to select of the payload in addition to errors and warnings.</param>
    public static async Task<JsonElement> DoAsync(
        this SignedInCaller caller,
        string name,
        object input,
        string thing = ""
    )
    {
        var data = await caller.AskAsync(
            $$"""
            mutation ($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) {
              {{name}}(input: $input) { {{thing}} errors { __typename message path } warnings { message path } }
            }
            """,
            new { input }
        );
        return data.GetProperty(name);
    }

    /// <summary>Runs one mutation that must not be refused.</summary>
    public static async Task<JsonElement> DoneAsync(this SignedInCaller caller, string name, object input, string thing)
    {
        var payload = await caller.DoAsync(name, input, thing);
        Assert.Empty(payload.Refusals());
        return payload;
    }

    /// <summary>Each refusal as its type and its path: "TextMissing input.name".</summary>
    public static IReadOnlyList<string> Refusals(this JsonElement payload) =>
        [
            .. payload
                .GetProperty("errors")
                .EnumerateArray()
                .Select(e => $"{e.GetProperty("__typename").GetString()} {Place(e)}"),
        ];

    /// <summary>The path of each warning.</summary>
    public static IReadOnlyList<string> Warnings(this JsonElement payload) =>
        [.. payload.GetProperty("warnings").EnumerateArray().Select(Place)];

    public static string Id(this Agency agency) => NodeId.Encode(nameof(Agency), agency.Id);

    private static string Place(JsonElement told) =>
        string.Join('.', told.GetProperty("path").EnumerateArray().Select(step => step.GetString()));
}
