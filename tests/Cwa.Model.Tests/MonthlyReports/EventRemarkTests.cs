using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>NPR says event by event what is to be corrected.</summary>
public sealed class EventRemarkTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task Remarks_are_kept_with_the_returned_revision()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.SubmittedAsync(agency, Hall(), Hall("Fair", 20));
        var (fair, hall) = await TwoAsync(agency);

        await _desk.Reviewer.DoAsync(
            Return(report) with
            {
                Remarks = [Remark(fair, "Who may come?"), Remark(hall, "Which hall?")],
            }
        );

        await using var db = await _desk.ContextAsync();
        Assert.Equal(
            [(0, hall.Id, "Which hall?"), (1, fair.Id, "Who may come?")],
            (await db.EventRemarks.Where(r => r.ReportId == report.Id).OrderBy(r => r.Position).ToListAsync()).Select(
                r => (r.Position, r.EventId, r.Remark)
            )
        );
    }

    [Fact]
    public async Task What_is_wrong_with_remarks_is_said_at_once()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var report = await _desk.SubmittedAsync(agency, Hall(), Hall("Fair", 20));
        await _desk.SubmittedAsync(other, Hall());
        var (fair, hall) = await TwoAsync(agency);
        var foreign = (await _desk.EventsAsync(other)).Single();

        var done = await _desk.Reviewer.DoAsync(
            Return(report, " ") with
            {
                Remarks =
                [
                    Remark(hall, "Which hall?"),
                    Remark(hall, "Which day?"),
                    Remark(foreign, "Whose?"),
                    Remark(fair, ""),
                    Remark(fair, new('x', 1001)),
                    new() { EventId = Ids.Nonsense<Event>(), Remark = "What?" },
                ],
            }
        );

        Assert.Equal(
            [
                "input.reason TextMissing",
                "input.remarks.1.eventId EventRemarkedTwice",
                "input.remarks.2.eventId EventNotListed",
                "input.remarks.3.remark TextMissing",
                "input.remarks.4.eventId EventRemarkedTwice",
                "input.remarks.4.remark TextTooLong",
                "input.remarks.5.eventId EventNotListed",
            ],
            done.Refused.Select(refused => refused.Split(':')[0]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            MonthlyReportStatus.Submitted,
            await _desk.ReadAsync(db =>
                db.MonthlyReports.Where(r => r.Id == report.Id).Select(r => r.Status).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task There_are_at_most_as_many_remarks_as_events()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.SubmittedAsync(agency, Hall());
        var hall = (await _desk.EventsAsync(agency)).Single();

        var done = await _desk.Reviewer.DoAsync(
            Return(report) with
            {
                Remarks = [.. Enumerable.Repeat(Remark(hall, "Where?"), 501)],
            }
        );

        Assert.Equal(["input.remarks TooMany: This list has 501 items; at most 500 fit."], done.Refused);
    }

    [Fact]
    public void Only_a_returned_report_has_remarks()
    {
        var report = Samples.Submitted(Samples.Agency());

        Assert.Throws<ArgumentException>(() => new EventRemark(report, Guid.NewGuid(), 0, "Where?"));
        report.Return(Samples.Noon, "npr", "Say where.");
        Assert.Throws<ArgumentException>(() => new EventRemark(report, Guid.NewGuid(), 0, " "));
        Assert.Equal("Where?", new EventRemark(report, Guid.NewGuid(), 0, "Where?").Remark);
    }

    private async Task<(Event First, Event Second)> TwoAsync(Agency agency) =>
        await _desk.EventsAsync(agency) is [var first, var second]
            ? (first, second)
            : throw new InvalidOperationException();

    private static EventRemarkInput Remark(Event @event, string remark) =>
        new() { EventId = @event.AsId(), Remark = remark };
}
