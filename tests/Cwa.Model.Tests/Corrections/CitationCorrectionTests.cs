using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Citing;

namespace Cwa.Model.Tests;

public sealed class CitationCorrectionTests
{
    private readonly Desk _desk = new(new(1998, 11, 16));

    [Fact]
    public async Task A_corrected_citation_leads_to_another_place()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var report = await _desk.AnnualReportOfAsync(agency, submitted: true);
        var citation = (await clerk.DoAsync(Cite(report))).Record;

        var done = await clerk.DoAsync(Correct(citation) with { Section = "Goal 3" });

        Assert.Equal((citation.Id, report.Id), (done.Record.Id, done.Record.AnnualReportId));
        Assert.Equal("Goal 3", (await PlanAsync(done.Record)).Section);
        Assert.Equal([(FeedKind.PlanCited, agency.Id, citation.Id)], done.Announced);
        var earlier = await _desk.ReadAsync(db => db.Set<PlanCitation>().SingleAsync(c => c.CurrentId == citation.Id));
        Assert.Equal((citation.PlanId, "Wrong goal."), (earlier.PlanId, earlier.RetractionReason));
        Assert.Equal(
            [citation.Id],
            await _desk.ReadAsync(db =>
                db.PlanCitations.Where(c => c.AnnualReportId == report.Id).Select(c => c.Id).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task A_measurement_and_a_finding_correct_what_they_cite_too()
    {
        var agency = await _desk.AgencyAsync();
        var (measurement, finding) = (await _desk.MeasurementOfAsync(agency), await _desk.FindingOfAsync(agency));
        var clerk = _desk.ClerkOf(agency);
        var byMeasurement = await clerk.DoAsync(Cite(new PlanCiterInput { MeasurementId = measurement.AsId() }));
        var byFinding = await clerk.DoAsync(Cite(new PlanCiterInput { FindingId = finding.AsId() }));

        var measured = await clerk.DoAsync(Correct(byMeasurement.Record) with { Law = PlanLaw.Gmra });
        var found = await clerk.DoAsync(Correct(byFinding.Record) with { Law = PlanLaw.Gmra });

        Assert.Equal(measurement.Id, measured.Record.MeasurementId);
        Assert.Equal(finding.Id, found.Record.FindingId);
        Assert.Equal(measured.Record.PlanId, found.Record.PlanId);
        Assert.Equal(PlanLaw.Gmra, (await PlanAsync(found.Record)).Law);
    }

    [Fact]
    public async Task A_place_that_the_record_cites_already_and_a_year_that_cannot_be_are_refused()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var report = await _desk.AnnualReportOfAsync(agency, submitted: true);
        var citation = (await clerk.DoAsync(Cite(report))).Record;
        await clerk.DoAsync(Cite(report) with { Section = "Goal 3" });

        Assert.Equal(
            ["input.planCitationId PlanAlreadyCited: This record already cites this place in the document."],
            (await clerk.DoAsync(Correct(citation) with { Section = "Goal 3" })).Refused
        );
        Assert.IsType<NothingCorrected>(Assert.Single((await clerk.DoAsync(Correct(citation))).Refusals));
        Assert.IsType<YearOutOfRange>(
            Assert.Single((await clerk.DoAsync(Correct(citation) with { FiscalYear = 1989 })).Refusals)
        );
    }

    [Fact]
    public async Task A_report_whose_last_citation_is_withdrawn_is_warned_about()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var report = await _desk.AnnualReportOfAsync(agency, submitted: true);
        var first = (await clerk.DoAsync(Cite(report))).Record;
        var second = (await clerk.DoAsync(Cite(report) with { Section = "Goal 3" })).Record;

        var one = await clerk.DoAsync(Withdraw(first));
        var both = await clerk.DoAsync(Withdraw(second));

        Assert.Empty(one.Warned);
        Assert.Equal([(FeedKind.PlanCited, agency.Id, first.Id)], one.Announced);
        Assert.Equal(
            [
                "input.planCitationId: The report then cites no plan required by law, so this duty (CWA-5.2) stays "
                    + "open.",
            ],
            both.Warned
        );
        Assert.Single((await clerk.DoAsync(Cite(report))).Records);
    }

    [Fact]
    public async Task What_a_draft_no_longer_cites_is_announced_to_nobody_and_goes_with_the_draft()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var draft = await _desk.AnnualReportOfAsync(agency);
        var citation = (await clerk.DoAsync(Cite(draft))).Record;

        var corrected = await clerk.DoAsync(Correct(citation) with { Section = "Goal 3" });
        var withdrawn = await clerk.DoAsync(Withdraw(citation));
        var discarded = await clerk.DoAsync(new DiscardAnnualReportDraft { AnnualReportId = draft.AsId() });

        Assert.Empty(corrected.Announced);
        Assert.Empty(withdrawn.Announced);
        Assert.True(Assert.Single(withdrawn.Audited).IsDraft);
        Assert.Empty(discarded.Refused);
        Assert.False(await _desk.ReadAsync(db => db.Set<PlanCitation>().AnyAsync(c => c.AnnualReportId == draft.Id)));
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_what_another_agency_cites()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.AnnualReportOfAsync(agency, submitted: true);
        var citation = (await _desk.ClerkOf(agency).DoAsync(Cite(report))).Record;
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(citation))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(citation))).Refusals));
    }

    private Task<PlanReference> PlanAsync(PlanCitation citation) =>
        _desk.ReadAsync(db => db.PlanReferences.SingleAsync(p => p.Id == citation.PlanId));

    private static CorrectPlanCitation Correct(PlanCitation citation) =>
        new()
        {
            PlanCitationId = citation.AsId(),
            Law = PlanLaw.Gpra,
            Document = "Performance Plan",
            FiscalYear = 1999,
            Section = "Goal 2",
            Reason = "Wrong goal.",
        };

    private static WithdrawPlanCitation Withdraw(PlanCitation citation) =>
        new() { PlanCitationId = citation.AsId(), Reason = "Never said there." };
}
