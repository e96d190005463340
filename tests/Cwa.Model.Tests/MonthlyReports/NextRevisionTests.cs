using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>When a report is followed by its next revision, and which events that tells again.</summary>
public sealed class NextRevisionTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task A_report_that_waits_is_not_overtaken()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SubmittedAsync(agency, Hall());

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall()) with { Reason = "A mistake." });

        Assert.Equal(
            [
                "input.month MonthAlreadyReported: Revision 1 of the report for 1998-04 waits for NPR's decision. "
                    + "Send the next revision once NPR has decided.",
            ],
            done.Refused
        );
    }

    [Fact]
    public async Task An_accepted_report_is_amended_with_a_reason()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall());
        var clerk = _desk.ClerkOf(agency);

        var reasonless = await clerk.DoAsync(Submit(agency, Hall(day: 15)));
        var tooLong = await clerk.DoAsync(Submit(agency, Hall(day: 15)) with { Reason = new('x', 1001) });
        var amended = await clerk.DoAsync(Submit(agency, Hall(day: 15)) with { Reason = "A larger hall." });

        Assert.Equal(
            [
                "input.reason MonthAlreadyReported: NPR has accepted a report for 1998-04. "
                    + "To amend it, give the reason.",
            ],
            reasonless.Refused
        );
        Assert.Equal(["input.reason TextTooLong: This text has 1001 characters; at most 1000 fit."], tooLong.Refused);
        Assert.Equal((2, "A larger hall."), (amended.Record.Revision, amended.Record.Reason));
        await using var db = await _desk.ContextAsync();
        var @event = await db.Events.SingleAsync(e => e.AgencyId == agency.Id);
        Assert.Equal((new DateOnly(1998, 4, 14), true), (@event.StartsOn, @event.IsPublic));
    }

    [Fact]
    public async Task A_returned_report_is_sent_again_and_its_events_follow()
    {
        var agency = await _desk.AgencyAsync();
        var first = await _desk.SubmittedAsync(agency, Hall());
        await _desk.Reviewer.DoAsync(Return(first));

        var again = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall(day: 15)));

        Assert.Equal((2, null), (again.Record.Revision, again.Record.Reason));
        await using var db = await _desk.ContextAsync();
        var @event = await db.Events.SingleAsync(e => e.AgencyId == agency.Id);
        Assert.Equal((new DateOnly(1998, 4, 15), again.Record.Id), (@event.StartsOn, @event.ReportId));
    }

    [Fact]
    public async Task Of_events_of_one_title_the_first_of_the_report_goes_on_being_told()
    {
        var agency = await _desk.AgencyAsync();
        var first = await _desk.AcceptedAsync(agency, Hall("Hall", 20), Hall("Hall", 21));

        var second = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall("Hall", 22)) with { Reason = "Moved." });

        await using var db = await _desk.ContextAsync();
        Assert.Equal(
            await db
                .EventRevisions.Where(r => r.ReportId == first.Id && r.Position == 0)
                .Select(r => r.EventId)
                .SingleAsync(),
            await db.EventRevisions.Where(r => r.ReportId == second.Record.Id).Select(r => r.EventId).SingleAsync()
        );
    }
}
