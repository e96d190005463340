using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>The texts of a database with the sample year.</summary>
internal static class SampleTexts
{
    /// <summary>Those long enough to say that they are illustrative.</summary>
    public static Task<List<string>> LongAsync(CwaDbContext db) =>
        db
            .Events.Select(e => e.Description)
            .Concat(db.AnnualReports.Select(r => r.Title))
            .Concat(db.AnnualReports.Select(r => r.Summary!))
            .Concat(db.Findings.Select(f => f.Text))
            .Concat(db.FindingActions.Select(a => a.Description))
            .Concat(db.FindingOutcomes.Select(o => o.Description))
            .Concat(db.Programs.Select(p => p.Purpose))
            .Concat(db.ServiceStandards.Select(s => s.Statement))
            .Concat(db.Surveys.Select(s => s.Title))
            .Concat(db.BenchmarkStudies.Select(s => s.Measure))
            .Concat(db.CustomerBases.Select(c => c.Source))
            .Concat(db.SystemicProblems.Select(p => p.Title))
            .Concat(db.ProcessChanges.Select(c => c.Description))
            .Concat(db.ComplaintProcesses.Select(p => p.Description))
            .Concat(db.PlanReferences.Select(p => p.Document))
            .Concat(db.Analyses.Select(a => a.Learned))
            .Concat(db.Liaisons.Select(l => l.Title!))
            .ToListAsync();

    /// <summary>Names, and other texts that say nothing more.</summary>
    public static Task<List<string>> ShortAsync(CwaDbContext db) =>
        db
            .Events.Select(e => e.Title!)
            .Concat(db.AnnualStatements.Select(s => s.Text))
            .Concat(db.Liaisons.Select(l => l.Name))
            .Concat(db.AgencyThemes.Select(t => t.Name))
            .Concat(db.ComplaintCategories.Select(c => c.Name))
            .Concat(db.DeliveryChoices.Select(c => c.Service))
            .ToListAsync();
}
