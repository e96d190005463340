namespace Cwa.Model.Tests;

public sealed class EventRevisionTests
{
    private readonly Agency _lead = Samples.Agency();
    private readonly Guid _eventId = Guid.NewGuid();

    [Fact]
    public void A_revision_keeps_what_a_report_said_of_an_event()
    {
        Guid id = Guid.NewGuid(),
            coHost = Guid.NewGuid();
        var report = Samples.Submitted(_lead);
        var facts = Samples.Facts();

        var revision = new EventRevision(
            _eventId,
            report,
            position: 0,
            facts,
            [coHost, _lead.Id, coHost],
            id,
            Samples.Noon
        );

        Assert.Equal(
            (id, _eventId, report.Id, 0, facts, Samples.Noon),
            (revision.Id, revision.EventId, revision.ReportId, revision.Position, revision.Facts, revision.RecordedAt)
        );
        Assert.Equal([coHost], revision.CoHostIds);
    }

    [Fact]
    public void Each_has_an_id_of_its_own()
    {
        var report = Samples.Submitted(_lead);

        Assert.NotEqual(
            new EventRevision(_eventId, report, 0, Samples.Facts(), []).Id,
            new EventRevision(_eventId, report, 0, Samples.Facts(), []).Id
        );
    }

    [Fact]
    public void A_draft_says_nothing_yet() =>
        Assert.Throws<ArgumentException>(() =>
            new EventRevision(_eventId, new(_lead.Id, Samples.April), 0, Samples.Facts(), [])
        );

    [Fact]
    public void A_report_tells_of_events_of_its_month() =>
        Assert.Throws<ArgumentException>(() =>
            new EventRevision(_eventId, Samples.Submitted(_lead), 0, Samples.Facts(startsOn: new(1998, 5, 1)), [])
        );

    [Fact]
    public void A_place_in_a_report_is_counted_from_0() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EventRevision(_eventId, Samples.Submitted(_lead), -1, Samples.Facts(), [])
        );
}
