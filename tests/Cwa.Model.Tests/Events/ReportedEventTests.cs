namespace Cwa.Model.Tests;

/// <summary>What the revisions of a report make of an event.</summary>
public sealed class ReportedEventTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Agency _lead = Samples.Agency();

    [Fact]
    public void An_event_keeps_what_its_report_says()
    {
        var report = Samples.Submitted(_lead);

        var planned = new Event(report, Samples.Facts(), [], recordedAt: Samples.Noon);

        Assert.Equivalent(Samples.Facts(), planned.Facts(), strict: true);
        Assert.Equal((_lead.Id, report.Id, EventStatus.Planned), (planned.AgencyId, planned.ReportId, planned.Status));
        Assert.Equal((Samples.Noon, Samples.Noon), (planned.RecordedAt, planned.UpdatedAt));
        Assert.Equal((1, 6), (planned.PlainLanguage.Sentences, planned.PlainLanguage.Words));
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void An_event_has_at_most_twenty_hosts_with_the_lead(int coHosts, bool isKept)
    {
        var ids = Enumerable.Range(0, coHosts).Select(_ => Guid.NewGuid()).Append(_lead.Id);

        if (isKept)
            Assert.Equal(20, new Event(Samples.Submitted(_lead), Samples.Facts(), ids).Hosts.Count);
        else
            Assert.Throws<ArgumentException>(() => new Event(Samples.Submitted(_lead), Samples.Facts(), ids));
    }

    [Fact]
    public void A_draft_tells_nothing_of_an_event_yet()
    {
        var planned = Planned();

        Assert.Throws<ArgumentException>(() =>
            planned.Restate(new MonthlyReport(_lead.Id, Samples.April), Samples.Facts(), [])
        );
    }

    [Fact]
    public void An_amended_report_keeps_its_events_public()
    {
        var report = Samples.Accepted(_lead);
        report.Amend();

        Assert.True(new Event(report, Samples.Facts(), []).IsPublic);
    }

    [Fact]
    public void A_revision_that_was_sent_before_an_outcome_leaves_it_and_its_days()
    {
        var postponed = Planned();
        postponed.Postpone("Snow.", new(1998, 5, 5), null, Samples.Noon, "pat");

        postponed.Restate(Samples.Accepted(_lead, revision: 2), Samples.Facts("Bigger"), [], keepsOutcome: true);

        Assert.Equal(
            ("Bigger", EventStatus.Postponed, new DateOnly(1998, 5, 5), Day),
            (postponed.Title, postponed.Status, postponed.StartsOn, postponed.PostponedFrom)
        );
    }

    [Fact]
    public void A_later_revision_leaves_a_held_event_held()
    {
        var held = Planned();
        held.Confirm(Day, 120, CountMethod.Counted, Samples.Noon, "pat");

        held.Restate(Samples.Accepted(_lead, revision: 2), Samples.Facts("Bigger"), []);

        Assert.Equal((EventStatus.Held, 120), (held.Status, held.Attendance));
    }

    [Fact]
    public void Only_what_may_still_be_confirmed_reads_unconfirmed()
    {
        var cancelled = Planned();
        cancelled.Cancel("Snow.", Samples.Noon, "pat");
        var postponed = Planned();
        postponed.Postpone("Snow.", new(1998, 5, 5), new(1998, 5, 6), Samples.Noon, "pat");

        Assert.Equal(EventStatus.Cancelled, cancelled.StatusOn(Day.AddDays(1)));
        Assert.Equal(EventStatus.Postponed, postponed.StatusOn(new(1998, 5, 6)));
        Assert.Equal(EventStatus.Unconfirmed, postponed.StatusOn(new(1998, 5, 7)));
    }

    private Event Planned() => new(Samples.Submitted(_lead), Samples.Facts(), []);
}
