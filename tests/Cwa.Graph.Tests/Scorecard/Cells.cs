using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about the scorecard.</summary>
internal static class Cells
{
    public const string Fields =
        "cells { requirement { key } status reason countsAsMet evidenceCount evidence { __typename id } "
        + "inheritedFrom { abbreviation } }";

    public static async Task<JsonElement> CellAsync(
        CwaServer server,
        Agency agency,
        string requirement,
        string day,
        SignedInCaller? by = null
    )
    {
        var data = await (by ?? server.AsReviewer()).AskAsync(
            $$"""query ($id: ID!, $day: Date) { agency(by: { id: $id }) { scorecard(asOf: $day) { {{Fields}} } } }""",
            new { id = agency.Id(), day }
        );
        return data.GetProperty("agency")
            .GetProperty("scorecard")
            .GetProperty("cells")
            .EnumerateArray()
            .Single(c => c.Requirement() == requirement);
    }

    public static Liaison Designation(Agency agency, DateOnly on, Coverage coverage = Coverage.Self) =>
        new(agency.Id, "Pat Smith", null, null, "202-555-0100", null, coverage, on, Washington.At(on, new(12, 0)));

    public static MonthlyReport Report(Agency agency, ReportMonth month, DateTime at)
    {
        var report = new MonthlyReport(agency.Id, month);
        report.Write(0, nil: true);
        report.Submit(1, at, "pat");
        return report;
    }

    public static async Task SaveAsync(CwaServer server, params object[] records)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(records);
        await db.SaveChangesAsync();
    }

    /// <summary>The key of the requirement of a cell or a row of counts.</summary>
    public static string Requirement(this JsonElement cell) => cell.GetProperty("requirement").Text("key")!;
}
