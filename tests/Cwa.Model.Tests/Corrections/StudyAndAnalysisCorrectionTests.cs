using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class StudyAndAnalysisCorrectionTests
{
    private static readonly DateOnly Today = new(1998, 6, 15);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task A_benchmark_study_is_corrected_by_the_rules_of_recording()
    {
        var (agency, study) = await StudiedAsync();
        var clerk = _desk.ClerkOf(agency);

        var ahead = await clerk.DoAsync(Correct(study) with { ConductedOn = Today.AddDays(1) });
        var done = await clerk.DoAsync(Correct(study) with { PartnerScore = 97.5, Unit = "percent of calls" });

        Assert.IsType<DateInFuture>(Assert.Single(ahead.Refusals));
        Assert.Equal(
            (study.Id, 97.5, 90d, "percent of calls"),
            (done.Record.Id, done.Record.PartnerScore, done.Record.OwnScore, done.Record.Unit)
        );
        Assert.Equal([(FeedKind.BenchmarkStudyRecorded, agency.Id, study.Id)], done.Announced);
        var earlier = await _desk.ReadAsync(db => db.Set<BenchmarkStudy>().SingleAsync(s => s.CurrentId == study.Id));
        Assert.Equal((95d, "percent", "Misread."), (earlier.PartnerScore, earlier.Unit, earlier.RetractionReason));
    }

    [Fact]
    public async Task A_withdrawn_benchmark_study_counts_no_longer()
    {
        var (agency, study) = await StudiedAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(new WithdrawBenchmarkStudy { BenchmarkStudyId = study.AsId(), Reason = "A draft." });

        Assert.Equal((_desk.Clock.Now, "A draft."), (done.Record.RetractedAt, done.Record.RetractionReason));
        Assert.Equal([(FeedKind.BenchmarkStudyRecorded, agency.Id, study.Id)], done.Announced);
        Assert.False(await _desk.ReadAsync(db => db.BenchmarkStudies.AnyAsync(s => s.Id == study.Id)));
    }

    [Fact]
    public async Task An_analysis_is_corrected_by_the_rules_of_recording()
    {
        var (agency, analysis) = await AnalyzedAsync();
        var clerk = _desk.ClerkOf(agency);

        var early = await clerk.DoAsync(Correct(analysis) with { ConductedOn = new(1998, 3, 31), ValidateOnly = true });
        var done = await clerk.DoAsync(
            Correct(analysis) with
            {
                Learned = "Letters wait.",
                Categories = [TopCategory.Timeliness],
            }
        );

        Assert.Equal(["input.conductedOn: The analysis is dated before its data begin."], early.Warned);
        Assert.Equal((analysis.Id, "Letters wait."), (done.Record.Id, done.Record.Learned));
        Assert.Equal([TopCategory.Timeliness], done.Record.Categories);
        Assert.Equal([(FeedKind.AnalysisRecorded, agency.Id, analysis.Id)], done.Announced);
        var earlier = await _desk.ReadAsync(db => db.Set<Analysis>().SingleAsync(a => a.CurrentId == analysis.Id));
        Assert.Equal("Letters are lost.", earlier.Learned);
        Assert.Equal([TopCategory.Cost], earlier.Categories);
    }

    [Fact]
    public async Task A_withdrawn_analysis_counts_no_longer()
    {
        var (agency, analysis) = await AnalyzedAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(new WithdrawAnalysis { AnalysisId = analysis.AsId(), Reason = "Another year's." });

        Assert.Equal("Another year's.", done.Record.RetractionReason);
        Assert.Equal([(FeedKind.AnalysisRecorded, agency.Id, analysis.Id)], done.Announced);
        Assert.False(await _desk.ReadAsync(db => db.Analyses.AnyAsync(a => a.Id == analysis.Id)));
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_another_agencys_studies_and_analyses()
    {
        var (_, study) = await StudiedAsync();
        var (_, analysis) = await AnalyzedAsync();
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(study))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(analysis))).Refusals));
    }

    private async Task<(Agency Agency, BenchmarkStudy Study)> StudiedAsync()
    {
        var agency = await _desk.AgencyAsync();
        var study = new BenchmarkStudy(agency.Id, "Calls answered", "A bank", 95, 90, "percent", new(1998, 6, 1));
        await _desk.SaveAsync(study);
        return (agency, study);
    }

    private async Task<(Agency Agency, Analysis Analysis)> AnalyzedAsync()
    {
        var agency = await _desk.AgencyAsync();
        var analysis = new Analysis(
            agency.Id,
            new(1998, 4),
            new(1998, 5),
            [TopCategory.Cost],
            "Letters are lost.",
            new(1998, 6, 10)
        );
        await _desk.SaveAsync(analysis);
        return (agency, analysis);
    }

    private static CorrectBenchmarkStudy Correct(BenchmarkStudy study) =>
        new()
        {
            BenchmarkStudyId = study.AsId(),
            Measure = study.Measure,
            Partner = study.Partner,
            PartnerScore = study.PartnerScore,
            OwnScore = study.OwnScore,
            Unit = study.Unit,
            ConductedOn = study.ConductedOn,
            Reason = "Misread.",
        };

    private static CorrectAnalysis Correct(Analysis analysis) =>
        new()
        {
            AnalysisId = analysis.AsId(),
            FromMonth = analysis.FromMonth,
            ToMonth = analysis.ToMonth,
            Categories = analysis.Categories,
            Learned = analysis.Learned,
            ConductedOn = analysis.ConductedOn,
            Reason = "Read again.",
        };
}
