using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about complaints.</summary>
internal static class Complaining
{
    private static readonly string[] Channels = ["MAIL", "TELEPHONE"];

    public const string Process = "complaintProcess { id description channels targetDays inPlaceOn replacedOn }";

    public const string Metrics =
        "complaintMetrics { id month channel revision isCurrent pendingStart received resolved pendingEnd "
        + "withinTarget balances medianDays medianDaysMissing category { name } }";

    public const string Problem = "systemicProblem { id status owner }";

    public const string Change = "processChange { id after measuredOn problem { id status } }";

    /// <summary>An agency's figures for April 1998, which balance.</summary>
    public static Dictionary<string, object?> Figures(Agency agency, params (string Name, object? Value)[] others)
    {
        var figures = new Dictionary<string, object?>
        {
            ["agencyId"] = agency.Id(),
            ["month"] = "1998-04",
            ["pendingStart"] = 10,
            ["received"] = 30,
            ["resolved"] = 25,
            ["pendingEnd"] = 15,
            ["withinTarget"] = 20,
            ["medianDays"] = 6.5,
        };
        foreach (var (name, value) in others)
            figures[name] = value;
        return figures;
    }

    public static Task<JsonElement> EstablishAsync(
        this CwaServer server,
        Agency agency,
        string inPlaceOn = "1998-03-20",
        bool replace = false,
        Agency? by = null
    ) =>
        server
            .As(by ?? agency)
            .DoAsync(
                "establishComplaintProcess",
                new
                {
                    agencyId = agency.Id(),
                    description = "We answer every letter.",
                    channels = Channels,
                    owner = "Customer office",
                    targetDays = 10,
                    inPlaceOn,
                    replace,
                },
                Process
            );

    public static Task<JsonElement> DefineAsync(this CwaServer server, Agency agency, string name = "Lost cheques") =>
        server
            .As(agency)
            .DoAsync(
                "defineComplaintCategory",
                new
                {
                    agencyId = agency.Id(),
                    name,
                    top = "OUTCOME",
                },
                "complaintCategory { id name top }"
            );

    public static async Task<string> HasCategoryAsync(this CwaServer server, Agency agency) =>
        (await server.DefineAsync(agency)).GetProperty("complaintCategory").Text("id")!;

    public static Task<JsonElement> ReportAsync(this CwaServer server, Agency agency, params object[] metrics) =>
        server.As(agency).DoAsync("reportComplaintMetrics", new { metrics }, Metrics);

    /// <summary>The one set of figures in a payload.</summary>
    public static JsonElement Metric(this JsonElement payload) =>
        Assert.Single(payload.GetProperty("complaintMetrics").EnumerateArray());

    public static int MetricRevision(this JsonElement payload) => payload.Metric().GetProperty("revision").GetInt32();

    public static Task<JsonElement> OpenAsync(
        this CwaServer server,
        Agency agency,
        string? owner = null,
        string? categoryId = null,
        string foundOn = "1998-05-01"
    ) =>
        server
            .As(agency)
            .DoAsync(
                "openSystemicProblem",
                new
                {
                    agencyId = agency.Id(),
                    title = "Cheques get lost",
                    description = "In the mail room.",
                    foundOn,
                    owner,
                    categoryId,
                },
                Problem
            );

    /// <summary>A problem of an agency that has reached this status.</summary>
    public static async Task<string> HasProblemAsync(this CwaServer server, Agency agency, ProblemStatus status)
    {
        var id = (await server.OpenAsync(agency, status == ProblemStatus.Identified ? null : "Mail room"))
            .GetProperty("systemicProblem")
            .Text("id")!;
        if (status >= ProblemStatus.FixPlanned)
            await server.As(agency).DoneAsync("planProcessChange", new { problemId = id }, Problem);
        return id;
    }

    public static Task<JsonElement> ChangeAsync(
        this CwaServer server,
        Agency agency,
        string problemId,
        string effectiveOn = "1998-06-01"
    ) =>
        server
            .As(agency)
            .DoAsync(
                "recordProcessChange",
                new
                {
                    problemId,
                    effectiveOn,
                    description = "Every cheque has a number.",
                    unit = "cheques lost a month",
                    before = 12,
                },
                Change
            );

    public static Task<JsonElement> VerifyAsync(
        this CwaServer server,
        Agency agency,
        string changeId,
        bool effective = true,
        double after = 2,
        string measuredOn = "1998-09-01"
    ) =>
        server
            .As(agency)
            .DoAsync(
                "verifyProcessChange",
                new
                {
                    changeId,
                    after,
                    measuredOn,
                    effective,
                },
                Change
            );

    public static string ChangeId(this JsonElement payload) => payload.GetProperty("processChange").Text("id")!;

    /// <summary>The status of the problem in a payload, or of the problem of its change.</summary>
    public static string Status(this JsonElement payload) =>
        (
            payload.TryGetProperty("processChange", out var change)
                ? change.GetProperty("problem").Text("status")
                : payload.GetProperty("systemicProblem").Text("status")
        )!;
}
