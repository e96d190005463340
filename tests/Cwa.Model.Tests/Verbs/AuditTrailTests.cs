using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>What the audit trail says of a record, before and after.</summary>
public sealed class AuditTrailTests
{
    private readonly Desk _desk = new(new(1998, 4, 14));

    [Fact]
    public async Task A_change_says_who_did_what_to_which_record()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(new CancelEvent { EventId = planned.AsId(), Reason = "Snow & ice." });

        var entry = Assert.Single(done.Audited);
        Assert.Equal(
            ("cancelEvent", "pat", "Event", planned.Id, agency.Id),
            (entry.Action, entry.Actor, entry.SubjectKind, entry.SubjectId, entry.AgencyId)
        );
        Assert.Equal((false, false), (entry.WasDraft, entry.IsDraft));
        Assert.Equal("PLANNED", Read(entry.Before).GetProperty("status").GetString());
        Assert.Equal("CANCELLED", Read(entry.After).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_record_is_told_by_what_was_said_of_it_and_not_by_what_follows_from_that()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(new CancelEvent { EventId = planned.AsId(), Reason = "Snow." });

        Assert.Equal(
            [
                "access",
                "agencyId",
                "attendance",
                "city",
                "countMethod",
                "description",
                "endsOn",
                "expectedReach",
                "format",
                "id",
                "isPublic",
                "languages",
                "medium",
                "placeKind",
                "postponedFrom",
                "reportId",
                "setting",
                "startsOn",
                "state",
                "status",
                "title",
                "topicScope",
            ],
            Read(done.Audited[0].After).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_new_has_nothing_before_and_its_month_as_it_is_written()
    {
        var agency = await _desk.ComplainedToAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Counting.Report(Counting.Metric(agency)));

        var entry = Assert.Single(done.Audited);
        Assert.Null(entry.Before);
        Assert.Equal("1998-04", Read(entry.After).GetProperty("month").GetString());
        Assert.Equal(100, Read(entry.After).GetProperty("received").GetInt64());
    }

    [Fact]
    public async Task Words_are_kept_as_they_were_said()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                new CreateProgram
                {
                    AgencyId = agency.AsId(),
                    Name = "Día del pueblo & <more>",
                    Purpose = "To listen.",
                    StartsOn = new(1998, 4, 1),
                }
            );

        Assert.Contains("\"Día del pueblo & <more>\"", done.Audited[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_draft_says_is_marked_until_it_is_sent()
    {
        var agency = await _desk.AgencyAsync();
        var standard = Reporting.Standard(agency);
        await _desk.SaveAsync(standard);
        var clerk = _desk.ClerkOf(agency);
        var save = new SaveAnnualReportDraft
        {
            AgencyId = agency.AsId(),
            Year = 1998,
            YearBasis = YearBasis.Fiscal,
            Title = "How we served you",
            Statements = [new() { StandardId = standard.AsId(), Text = Reporting.Words }],
        };

        var begun = await clerk.DoAsync(save);
        var saved = await clerk.DoAsync(save with { Title = "How we served" });
        var sent = await clerk.DoAsync(new SubmitAnnualReport { AnnualReportId = begun.Record.AsId() });
        var cleared = await _desk.Reviewer.DoAsync(new ClearAnnualReport { AnnualReportId = begun.Record.AsId() });

        Assert.Equal((false, true), Drafts(begun));
        Assert.Equal((true, true), Drafts(saved));
        Assert.Equal((true, false), Drafts(sent));
        Assert.Equal((false, false), Drafts(cleared));
        Assert.Equal("npr", cleared.Audited[0].Actor);

        static (bool, bool) Drafts(Done<AnnualReport> done) =>
            (Assert.Single(done.Audited).WasDraft, done.Audited[0].IsDraft);
    }

    [Fact]
    public async Task A_draft_of_which_the_statements_alone_changed_has_changed()
    {
        var agency = await _desk.AgencyAsync();
        var standard = Reporting.Standard(agency);
        await _desk.SaveAsync(standard);
        var clerk = _desk.ClerkOf(agency);
        AnnualStatementInput[] statements =
        [
            new() { StandardId = standard.AsId(), Text = "We paid you." },
            new() { StandardId = standard.AsId(), Text = "We met you." },
        ];
        var save = new SaveAnnualReportDraft
        {
            AgencyId = agency.AsId(),
            Year = 1998,
            YearBasis = YearBasis.Fiscal,
            Title = "How we served you",
            Statements = statements,
        };
        var begun = await clerk.DoAsync(save);

        var saved = await clerk.DoAsync(save with { Statements = [.. statements.Reverse()] });

        Assert.Equal(begun.Record.Id, Assert.Single(saved.Audited).SubjectId);
    }

    [Fact]
    public async Task A_citation_in_a_sent_report_and_one_of_no_report_are_no_drafts()
    {
        var (agency, _, report) = await _desk.ReportAsync(AnnualReportStatus.Submitted);
        var plan = new PlanReference(agency.Id, PlanLaw.Gpra, "Strategic plan", 1998, "Goal 1");
        var finding = await FoundAsync();
        await _desk.SaveAsync(plan);
        await using var db = await _desk.ContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        var work = new Work(db, _desk.ClerkOf(agency), new(_desk.Clock), "citePlan");
        foreach (var citation in new[] { PlanCitation.By(report, plan), PlanCitation.By(finding, plan) })
        {
            db.Add(citation);
            work.Audit(citation, agency.Id);
        }

        await work.SaveAsync(default);

        Assert.Equal(
            [(false, false), (false, false)],
            db.AuditEntries.Local.Select(entry => (entry.WasDraft, entry.IsDraft))
        );
    }

    [Fact]
    public async Task A_part_of_a_draft_is_marked_too()
    {
        var (agency, _, draft) = await _desk.ReportAsync(AnnualReportStatus.Draft);
        var (_, _, sent) = await _desk.ReportAsync(AnnualReportStatus.Submitted);
        var month = new MonthlyReport(agency.Id, Samples.April);
        var planned = new DraftEvent(month, 0, Samples.Facts(), []);
        await _desk.SaveAsync(month, planned);
        await using var db = await _desk.ContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        var work = new Work(db, _desk.ClerkOf(agency), new(_desk.Clock), "say");
        foreach (var part in new object[] { planned, draft.Statements[0], sent.Statements[0] })
        {
            db.Entry(part).State = EntityState.Modified;
            work.Audit(part, agency.Id);
        }

        await work.SaveAsync(default);

        Assert.Equal(
            [("DraftEvent", true, true), ("AnnualStatement", true, true), ("AnnualStatement", false, false)],
            db.AuditEntries.Local.OrderBy(entry => entry.RecordedAt)
                .Select(entry => (entry.SubjectKind, entry.WasDraft, entry.IsDraft))
        );
    }

    private async Task<Finding> FoundAsync()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);
        var finding = new Finding(agency.Id, FindingAbout.Satisfaction, "Lines.", new(1998, 4, 14), held.Id, null);
        await _desk.SaveAsync(finding);
        return finding;
    }

    private static JsonElement Read(string? json) => JsonDocument.Parse(json!).RootElement;
}
