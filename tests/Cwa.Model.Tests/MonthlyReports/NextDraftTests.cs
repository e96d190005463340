using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>After a return, the report is there as a draft, and nothing has to be typed again.</summary>
public sealed class NextDraftTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task A_returned_report_is_there_as_a_draft_which_changes_nothing_when_it_is_sent()
    {
        var (agency, partner) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var clerk = _desk.ClerkOf(agency);
        var report = await _desk.SubmittedAsync(
            agency,
            Hall("Reno", 20) with
            {
                City = "Fresno",
                EndsOn = new(1998, 4, 21),
                Languages = ["en", "es"],
                ExpectedReach = 200,
                CoHostIds = [partner.AsId()],
            },
            Brief()
        );
        var told = await ToldAsync(report);

        var returned = await _desk.Reviewer.DoAsync(Return(report));
        var lines = await LinesAsync(agency);
        var again = await clerk.DoAsync(SubmitDraft(agency));

        Assert.Equal(told.Select(e => (e.EventId, Text(e.Facts))), lines.Select(d => (d.EventId, Text(d.Facts))));
        Assert.Equal(
            [
                [partner.Id],
                [],
            ],
            lines.Select(d => d.CoHostIds)
        );
        Assert.Contains(returned.Audited, e => e.SubjectId == lines[0].ReportId && e.IsDraft);
        Assert.Equal((2, 2), (again.Record.Revision, again.Record.EventCount));
        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task A_returned_nil_report_is_a_draft_that_says_so()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var report = (await clerk.DoAsync(Submit(agency) with { Nil = true })).Record;

        await _desk.Reviewer.DoAsync(Return(report));

        Assert.True((await clerk.DoAsync(SubmitDraft(agency))).Record.Nil);
    }

    [Fact]
    public async Task What_the_agency_said_since_stands_in_the_draft()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var report = await _desk.SubmittedAsync(
            agency,
            Hall("Cancelled"),
            Hall("Postponed", 15),
            Hall("Next month", 16),
            Brief(17)
        );
        await _desk.CancelAsync(agency, "Cancelled");
        await _desk.PostponeAsync(agency, "Postponed", new(1998, 4, 25));
        await _desk.PostponeAsync(agency, "Next month", new(1998, 5, 4));
        var brief = (await _desk.EventsAsync(agency)).Single(e => e.Title is null);
        await clerk.DoAsync(new CompleteEvent { EventId = brief.AsId(), Title = "Open house" });

        await _desk.Reviewer.DoAsync(Return(report));

        Assert.Equal(
            [("Postponed", 25), ("Open house", 17)],
            (await LinesAsync(agency)).Select(d => (d.Facts.Title, d.Facts.StartsOn.Day))
        );
    }

    [Fact]
    public async Task An_amendment_that_brings_a_cancelled_event_back_still_does_so_in_its_draft()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall(), Hall("Fair", 20));
        await _desk.CancelAsync(agency, "Fair");
        var amendment = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall(day: 15), Hall("Fair", 21)) with { Reason = "The snow is gone." });

        await _desk.Reviewer.DoAsync(Return(amendment.Record));

        Assert.Equal(
            [("Hall", 15), ("Fair", 21)],
            (await LinesAsync(agency)).Select(d => (d.Facts.Title, d.Facts.StartsOn.Day))
        );
    }

    private Task<List<EventRevision>> ToldAsync(MonthlyReport report) =>
        _desk.ReadAsync(db =>
            db.EventRevisions.Where(r => r.ReportId == report.Id).OrderBy(r => r.Position).ToListAsync()
        );

    private Task<List<DraftEvent>> LinesAsync(Agency agency) =>
        _desk.ReadAsync(db =>
            db.DraftEvents.Where(d => d.Report.AgencyId == agency.Id).OrderBy(d => d.Position).ToListAsync()
        );

    private static string Text(EventFacts facts) => System.Text.Json.JsonSerializer.Serialize(facts);
}
