using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about annual reports.</summary>
internal static class AnnualReporting
{
    public const string Report =
        "annualReport { id revision status returnReason publishedOn title plainLanguage { grade } statements "
        + "{ ordinal text result met standard { id } } }";

    public static Dictionary<string, object?> Statement(
        string standardId,
        string text = "We answered 96 of 100 calls in five minutes.",
        double? result = 96,
        bool? met = true
    ) =>
        new()
        {
            ["standardId"] = standardId,
            ["text"] = text,
            ["result"] = result,
            ["met"] = met,
        };

    /// <summary>Saves the draft of fiscal year 1998.</summary>
    public static Task<JsonElement> SaveAnnualAsync(this CwaServer server, Agency agency, params object[] statements) =>
        server.As(agency).DoAsync("saveAnnualReportDraft", Draft(agency, statements), Report);

    public static Dictionary<string, object?> Draft(Agency agency, params object[] statements) =>
        new()
        {
            ["agencyId"] = agency.Id(),
            ["year"] = 1998,
            ["yearBasis"] = "FISCAL",
            ["title"] = "How we served you in 1998",
            ["statements"] = statements,
        };

    public static Task<JsonElement> SubmitAnnualAsync(this CwaServer server, Agency agency, string annualReportId) =>
        server.As(agency).DoAsync("submitAnnualReport", new { annualReportId }, Report);

    /// <summary>Runs one of NPR's mutations on a report, such as `clear` or `publish`.</summary>
    public static Task<JsonElement> ReviewAnnualAsync(this CwaServer server, string verb, string annualReportId) =>
        server.AsReviewer().DoAsync($"{verb}AnnualReport", new { annualReportId }, Report);

    public static Task<JsonElement> ReturnAnnualAsync(
        this CwaServer server,
        string annualReportId,
        string reason = "Say whether it was met."
    ) => server.AsReviewer().DoAsync("returnAnnualReport", new { annualReportId, reason }, Report);

    /// <summary>A cleared report on fiscal year 1998: the first, or the next revision of the published one.</summary>
    public static async Task<string> HasClearedAnnualAsync(this CwaServer server, Agency agency, string standardId)
    {
        var saved = await server.SaveAnnualAsync(agency, Statement(standardId));
        Assert.Empty(saved.Refusals());
        Assert.Empty((await server.SubmitAnnualAsync(agency, saved.AnnualId())).Refusals());
        Assert.Empty((await server.ReviewAnnualAsync("clear", saved.AnnualId())).Refusals());
        return saved.AnnualId();
    }

    public static async Task<string> HasPublishedAnnualAsync(this CwaServer server, Agency agency, string standardId)
    {
        var annualReportId = await server.HasClearedAnnualAsync(agency, standardId);
        Assert.Empty((await server.ReviewAnnualAsync("publish", annualReportId)).Refusals());
        return annualReportId;
    }

    public static string AnnualId(this JsonElement payload) => payload.GetProperty("annualReport").Text("id")!;

    public static (int Revision, string? Status) RevisionAndStatus(this JsonElement payload) =>
        (
            payload.GetProperty("annualReport").GetProperty("revision").GetInt32(),
            payload.GetProperty("annualReport").Text("status")
        );

    public static IReadOnlyList<string?> Texts(this JsonElement payload) =>
        [.. payload.GetProperty("annualReport").GetProperty("statements").EnumerateArray().Select(s => s.Text("text"))];

    /// <summary>The status of a report; null if the caller may not see it.</summary>
    public static async Task<string?> StatusAsync(this SignedInCaller caller, string annualReportId) =>
        StatusOf(await caller.AskAsync(ById, new { id = annualReportId }));

    /// <summary>The status of a report for the public; null if the public may not see it.</summary>
    public static async Task<string?> PublicStatusAsync(this CwaServer server, string annualReportId)
    {
        var open = server.Public;
        return StatusOf(await open.AskAsync(ById, new { id = annualReportId }));
    }

    private const string ById = "query ($id: ID!) { node(id: $id) { ... on AnnualReport { status } } }";

    private static string? StatusOf(JsonElement data) =>
        data.GetProperty("node") is { ValueKind: JsonValueKind.Object } report ? report.Text("status") : null;
}
