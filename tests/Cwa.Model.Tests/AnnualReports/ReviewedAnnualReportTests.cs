using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>An annual report on its way from its agency through NPR to the public, verb by verb.</summary>
public sealed class ReviewedAnnualReportTests
{
    private const string NotFound =
        "input.annualReportId RecordNotFound: There is no record with this id for which you may do this.";

    private readonly Desk _desk = new(new(1998, 12, 10));

    [Theory]
    [InlineData(AnnualReportStatus.Draft)]
    [InlineData(AnnualReportStatus.Returned)]
    public async Task A_draft_or_a_returned_report_is_submitted(AnnualReportStatus status)
    {
        var (agency, _, report) = await _desk.ReportAsync(status);
        var plan = new PlanReference(agency.Id, PlanLaw.Gpra, "Strategic plan", 1998, "Goal 1");
        await _desk.SaveAsync(plan, PlanCitation.By(report, plan));

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(report));

        Assert.Equal((AnnualReportStatus.Submitted, null), (done.Record.Status, done.Record.ReturnReason));
        Assert.Equal([(FeedKind.AnnualReportSubmitted, agency.Id, report.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task A_report_that_cites_no_plan_is_odd()
    {
        var (agency, _, report) = await _desk.ReportAsync(AnnualReportStatus.Draft);

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(report));

        Assert.Equal(
            [
                "input.annualReportId: "
                    + "The report cites no plan required by law, so this duty (CWA-5.2) stays open. Cite at least one.",
            ],
            done.Warned
        );
        Assert.Equal(AnnualReportStatus.Submitted, done.Record.Status);
    }

    [Fact]
    public async Task A_report_without_a_statement_is_not_submitted()
    {
        var (agency, _, report) = await _desk.ReportAsync(AnnualReportStatus.Draft, _ => []);

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(report));

        Assert.Equal(
            [
                "input.annualReportId NoStatements: "
                    + "The report has no statement. Save it with at least one result before you submit it.",
            ],
            done.Refused
        );
    }

    [Fact]
    public async Task A_report_is_submitted_by_its_own_agency()
    {
        var (_, _, report) = await _desk.ReportAsync(AnnualReportStatus.Draft);

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Submit(report));

        Assert.Equal([NotFound], done.Refused);
    }

    [Fact]
    public async Task NPR_clears_what_was_submitted()
    {
        var (agency, _, report) = await _desk.ReportAsync(AnnualReportStatus.Submitted);

        var done = await _desk.Reviewer.DoAsync(Clear(report));

        Assert.Equal(AnnualReportStatus.Cleared, done.Record.Status);
        Assert.Equal([(FeedKind.AnnualReportCleared, agency.Id, report.Id)], done.Announced);
    }

    [Theory]
    [InlineData(AnnualReportStatus.Submitted)]
    [InlineData(AnnualReportStatus.Cleared)]
    public async Task NPR_returns_what_is_not_published_yet_with_a_reason(AnnualReportStatus status)
    {
        var (agency, _, report) = await _desk.ReportAsync(status);

        var done = await _desk.Reviewer.DoAsync(Return(report) with { Reason = " Name the standard.\r\nAll of it. " });

        Assert.Equal(
            (AnnualReportStatus.Returned, "Name the standard.\nAll of it."),
            (done.Record.Status, done.Record.ReturnReason)
        );
        Assert.Equal([(FeedKind.AnnualReportReturned, agency.Id, report.Id)], done.Announced);
    }

    [Theory]
    [InlineData("", "TextMissing")]
    [InlineData(1000, null)]
    [InlineData(1001, "TextTooLong")]
    public async Task A_reason_says_something_in_at_most_a_thousand_characters(object said, string? refusal)
    {
        var (_, _, report) = await _desk.ReportAsync(AnnualReportStatus.Submitted);

        var done = await _desk.Reviewer.DoAsync(Return(report) with { Reason = said as string ?? new('x', (int)said) });

        Assert.Equal(refusal is null ? [] : [refusal], done.Refusals.Select(r => r.GetType().Name));
    }

    [Theory]
    [InlineData(AnnualReportStatus.Draft, "DRAFT; its agency submits it next.")]
    [InlineData(AnnualReportStatus.Submitted, "SUBMITTED; NPR clears or returns it next.")]
    [InlineData(AnnualReportStatus.Returned, "RETURNED; its agency changes it and submits it again.")]
    [InlineData(AnnualReportStatus.Cleared, "CLEARED; NPR publishes or returns it next.")]
    [InlineData(AnnualReportStatus.Published, "PUBLISHED; to change it, save the draft of its next revision.")]
    [InlineData(AnnualReportStatus.Superseded, "SUPERSEDED by a newer revision.")]
    public async Task A_report_takes_its_steps_in_order(AnnualReportStatus status, string message)
    {
        var (agency, _, report) = await _desk.ReportAsync(status);
        var clerk = _desk.ClerkOf(agency);

        Refused(
            await clerk.DoAsync(Submit(report) with { ValidateOnly = true }),
            [AnnualReportStatus.Draft, AnnualReportStatus.Returned]
        );
        Refused(await clerk.DoAsync(Discard(report) with { ValidateOnly = true }), [AnnualReportStatus.Draft]);
        if (status == AnnualReportStatus.Draft)
            return;

        Refused(
            await _desk.Reviewer.DoAsync(Clear(report) with { ValidateOnly = true }),
            [AnnualReportStatus.Submitted]
        );
        Refused(
            await _desk.Reviewer.DoAsync(Return(report) with { ValidateOnly = true }),
            [AnnualReportStatus.Submitted, AnnualReportStatus.Cleared]
        );
        Refused(
            await _desk.Reviewer.DoAsync(Publish(report) with { ValidateOnly = true }),
            [AnnualReportStatus.Cleared]
        );

        void Refused<T>(Done<T> done, AnnualReportStatus[] from) =>
            Assert.Equal(
                from.Contains(status) ? [] : [$"input.annualReportId WrongAnnualReportStatus: The report is {message}"],
                done.Refused
            );
    }

    [Fact]
    public async Task NPR_finds_no_draft()
    {
        var (_, _, report) = await _desk.ReportAsync(AnnualReportStatus.Draft);

        Assert.Equal([NotFound], (await _desk.Reviewer.DoAsync(Clear(report))).Refused);
        Assert.Equal([NotFound], (await _desk.Reviewer.DoAsync(Return(report))).Refused);
        Assert.Equal([NotFound], (await _desk.Reviewer.DoAsync(Publish(report))).Refused);
    }

    [Fact]
    public async Task A_draft_is_discarded_with_its_statements_and_its_citations()
    {
        var (agency, _, report) = await _desk.ReportAsync(AnnualReportStatus.Draft);
        var plan = new PlanReference(agency.Id, PlanLaw.Gpra, "Strategic plan", 1998, "Goal 1");
        await _desk.SaveAsync(plan, PlanCitation.By(report, plan));

        var done = await _desk.ClerkOf(agency).DoAsync(Discard(report));

        Assert.Equal(agency.Id, done.Record.Id);
        Assert.Equal(
            (0, 0, 0),
            await _desk.ReadAsync(async db =>
                (
                    await db.AnnualReports.CountAsync(r => r.Id == report.Id),
                    await db.AnnualStatements.CountAsync(s => s.ReportId == report.Id),
                    await db.PlanCitations.CountAsync(c => c.AnnualReportId == report.Id)
                )
            )
        );
        Assert.Equal(["PlanCitation", "AnnualReport"], done.Audited.Select(entry => entry.SubjectKind));
        Assert.All(
            done.Audited,
            entry => Assert.Equal((agency.Id, true, true), (entry.AgencyId, entry.Before is not null, entry.WasDraft))
        );
        Assert.All(done.Audited, entry => Assert.Null(entry.After));
        Assert.Empty(done.Announced);
    }

    [Fact]
    public async Task A_draft_is_discarded_by_its_own_agency_and_no_other_loses_its_citations()
    {
        var (_, _, report) = await _desk.ReportAsync(AnnualReportStatus.Draft);
        var (agency, _, another) = await _desk.ReportAsync(AnnualReportStatus.Draft);
        var (_, _, published) = await _desk.ReportAsync(AnnualReportStatus.Published);
        var plan = new PlanReference(published.AgencyId, PlanLaw.Gpra, "Strategic plan", 1998, "Goal 1");
        await _desk.SaveAsync(plan, PlanCitation.By(published, plan));

        var ofOthers = await _desk.ClerkOf(agency).DoAsync(Discard(report));
        await _desk.ClerkOf(agency).DoAsync(Discard(another));

        Assert.Equal([NotFound], ofOthers.Refused);
        Assert.Equal(1, await _desk.ReadAsync(db => db.PlanCitations.CountAsync(c => c.PlanId == plan.Id)));
    }

    private static SubmitAnnualReport Submit(AnnualReport report) => new() { AnnualReportId = report.AsId() };

    private static DiscardAnnualReportDraft Discard(AnnualReport report) => new() { AnnualReportId = report.AsId() };

    private static ClearAnnualReport Clear(AnnualReport report) => new() { AnnualReportId = report.AsId() };

    private static ReturnAnnualReport Return(AnnualReport report) =>
        new() { AnnualReportId = report.AsId(), Reason = "Say it plainly." };

    private static PublishAnnualReport Publish(AnnualReport report) => new() { AnnualReportId = report.AsId() };
}
