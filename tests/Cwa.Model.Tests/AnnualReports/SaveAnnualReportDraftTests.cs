using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class SaveAnnualReportDraftTests
{
    private readonly Desk _desk = new(new(1998, 12, 10));

    [Fact]
    public async Task A_draft_says_what_its_agency_said()
    {
        var (agency, standard) = await PromisingAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Save(agency, standard) with { Summary = " We got quicker. \r\nAsk us. " });

        var draft = done.Record;
        Assert.Equal(
            (agency.Id, 1998, YearBasis.Fiscal, 1, AnnualReportStatus.Draft),
            (draft.AgencyId, draft.Year, draft.YearBasis, draft.Revision, draft.Status)
        );
        Assert.Equal(("How we served you", "We got quicker. \nAsk us."), (draft.Title, draft.Summary));
        var statement = Assert.Single(await StatementsAsync(draft));
        Assert.Equal(
            (1, standard.Id, Reporting.Words, 96, true),
            (statement.Ordinal, statement.StandardId, statement.Text, statement.Result, statement.Met)
        );
        Assert.Empty(done.Announced);
        Assert.Equal(draft.Id, Assert.Single(done.Audited).SubjectId);
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData(AnnualReportStatus.Draft)]
    [InlineData(AnnualReportStatus.Returned)]
    public async Task A_draft_is_saved_in_place_of_the_one_before_and_so_is_a_returned_report(AnnualReportStatus status)
    {
        var (agency, standard, report) = await _desk.ReportAsync(status);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Save(agency, standard) with
                {
                    Title = "Better service",
                    Statements = [Says(standard, "First."), Says(standard, "Second.")],
                }
            );

        Assert.Equal((report.Id, status, "Better service"), (done.Record.Id, done.Record.Status, done.Record.Title));
        Assert.Equal([(1, "First."), (2, "Second.")], (await StatementsAsync(report)).Select(s => (s.Ordinal, s.Text)));
    }

    [Theory]
    [InlineData(AnnualReportStatus.Submitted, "The report is SUBMITTED; NPR clears or returns it next.")]
    [InlineData(AnnualReportStatus.Cleared, "The report is CLEARED; NPR publishes or returns it next.")]
    public async Task A_report_that_NPR_has_is_not_changed(AnnualReportStatus status, string message)
    {
        var (agency, standard, report) = await _desk.ReportAsync(status);

        var done = await _desk.ClerkOf(agency).DoAsync(Save(agency, standard));

        Assert.Equal([$"input.year WrongAnnualReportStatus: {message}"], done.Refused);
        Assert.Equal(report.Id, Assert.IsType<WrongAnnualReportStatus>(done.Refusals[0]).Existing.Id);
    }

    [Fact]
    public async Task The_draft_after_a_published_report_is_its_next_revision_and_cites_the_same_plans()
    {
        var (agency, standard, published) = await _desk.ReportAsync(AnnualReportStatus.Published);
        var plan = new PlanReference(agency.Id, PlanLaw.Gpra, "Strategic plan", 1998, "Goal 1");
        await _desk.SaveAsync(plan, PlanCitation.By(published, plan));

        var done = await _desk.ClerkOf(agency).DoAsync(Save(agency, standard));

        Assert.NotEqual(published.Id, done.Record.Id);
        Assert.Equal((2, AnnualReportStatus.Draft), (done.Record.Revision, done.Record.Status));
        Assert.Equal(
            plan.Id,
            await _desk.ReadAsync(db =>
                db.PlanCitations.Where(c => c.AnnualReportId == done.Record.Id).Select(c => c.PlanId).SingleAsync()
            )
        );
        Assert.Equal(["AnnualReport", "PlanCitation"], done.Audited.Select(entry => entry.SubjectKind).Order());
        Assert.All(done.Audited, entry => Assert.Equal((agency.Id, true), (entry.AgencyId, entry.IsDraft)));
    }

    [Fact]
    public async Task A_draft_replaces_only_that_of_its_own_agency_year_and_basis()
    {
        var (agency, standard, fiscal) = await _desk.ReportAsync(AnnualReportStatus.Draft);
        await _desk.ReportAsync(AnnualReportStatus.Draft);
        var clerk = _desk.ClerkOf(agency);

        var calendar = await clerk.DoAsync(Save(agency, standard) with { YearBasis = YearBasis.Calendar });
        var before = await clerk.DoAsync(Save(agency, standard) with { Year = 1997 });

        Assert.Equal(3, new[] { fiscal.Id, calendar.Record.Id, before.Record.Id }.Distinct().Count());
        Assert.Equal((1, 1), (calendar.Record.Revision, before.Record.Revision));
    }

    [Fact]
    public async Task A_superseded_report_is_no_longer_revised()
    {
        var (agency, standard, first) = await _desk.ReportAsync(AnnualReportStatus.Published);
        var second = await _desk.RevisedAsync(first, AnnualReportStatus.Cleared);
        await _desk.Reviewer.DoAsync(new PublishAnnualReport { AnnualReportId = second.AsId() });

        var done = await _desk.ClerkOf(agency).DoAsync(Save(agency, standard));

        Assert.Equal(3, done.Record.Revision);
    }

    [Theory]
    [InlineData(1992, false)]
    [InlineData(1993, true)]
    [InlineData(2101, false)]
    public async Task A_report_is_of_a_year_from_1993_to_2100(int year, bool isKept)
    {
        var (agency, standard) = await PromisingAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Save(agency, standard) with { Year = year });

        Assert.Equal(isKept ? [] : ["input.year YearOutOfRange: Give a year from 1993 to 2100."], done.Refused);
    }

    [Theory]
    [InlineData(
        "2099-10-01T03:59:59Z",
        "input.year YearNotBegun: This year begins on 2099-10-01; it has no results yet."
    )]
    [InlineData("2099-10-01T04:00:00Z", null)]
    public async Task A_year_is_reported_on_from_its_first_day_in_Washington(string now, string? refusal)
    {
        var (agency, standard) = await PromisingAsync();
        _desk.Clock.Now = DateTimeOffset.Parse(now, null).UtcDateTime;

        var done = await _desk.ClerkOf(agency).DoAsync(Save(agency, standard) with { Year = 2100 });

        Assert.Equal(refusal is null ? [] : [refusal], done.Refused);
    }

    [Fact]
    public async Task A_report_makes_at_most_fifty_statements_and_a_draft_none()
    {
        var (agency, standard) = await PromisingAsync();
        var clerk = _desk.ClerkOf(agency);
        var statements = Enumerable.Repeat(Says(standard, "We did it."), 51).ToArray();

        var tooMany = await clerk.DoAsync(Save(agency, standard) with { Statements = statements });
        var most = await clerk.DoAsync(Save(agency, standard) with { Statements = statements[1..] });
        var none = await clerk.DoAsync(Save(agency, standard) with { Statements = [] });

        Assert.Equal(
            ["input.statements TooManyStatements: The report has 51 statements; it can have at most 50."],
            tooMany.Refused
        );
        Assert.Equal(most.Record.Id, none.Record.Id);
        Assert.Empty(await StatementsAsync(none.Record));
    }

    [Fact]
    public async Task A_statement_is_of_a_standard_of_the_agency()
    {
        var (agency, standard) = await PromisingAsync();
        var (other, another) = await PromisingAsync();

        var done = await _desk
            .ClerkOf(agency, other)
            .DoAsync(
                Save(agency, standard) with
                {
                    Statements =
                    [
                        Says(standard, "Ours."),
                        Says(another, "Others'."),
                        Says(standard, "Unknown.") with
                        {
                            StandardId = Ids.Unknown<ServiceStandard>(),
                        },
                        Says(standard, "Nonsense.") with
                        {
                            StandardId = Ids.Nonsense<ServiceStandard>(),
                        },
                    ],
                }
            );

        Assert.Equal(
            Enumerable
                .Range(1, 3)
                .Select(i =>
                    $"input.statements.{i}.standardId RecordNotFound: "
                    + "There is no record with this id for which you may do this."
                ),
            done.Refused
        );
    }

    [Fact]
    public async Task A_draft_is_saved_for_ones_own_agency()
    {
        var (agency, standard) = await PromisingAsync();

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Save(agency, standard));

        Assert.Equal(
            ["input.agencyId AgencyNotFound: There is no agency with this id for which you may do this."],
            done.Refused
        );
    }

    private async Task<(Agency Agency, ServiceStandard Standard)> PromisingAsync()
    {
        var agency = await _desk.AgencyAsync();
        var standard = Reporting.Standard(agency, new(1992, 1, 1));
        await _desk.SaveAsync(standard);
        return (agency, standard);
    }

    private Task<List<AnnualStatement>> StatementsAsync(AnnualReport report) =>
        _desk.ReadAsync(db =>
            db.AnnualStatements.Where(s => s.ReportId == report.Id).OrderBy(s => s.Ordinal).ToListAsync()
        );

    private static SaveAnnualReportDraft Save(Agency agency, ServiceStandard standard) =>
        new()
        {
            AgencyId = agency.AsId(),
            Year = 1998,
            YearBasis = YearBasis.Fiscal,
            Title = "How we served you",
            Statements = [Says(standard, Reporting.Words) with { Result = 96, Met = true }],
        };

    private static AnnualStatementInput Says(ServiceStandard standard, string text) =>
        new() { StandardId = standard.AsId(), Text = text };
}
