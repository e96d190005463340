namespace Cwa.Model.Tests;

public sealed class DraftEventTests
{
    private readonly MonthlyReport _draft = new(Guid.NewGuid(), Samples.April);

    [Fact]
    public void Only_a_draft_lists_events_that_are_not_sent_yet() =>
        Assert.Throws<ArgumentException>(() =>
            new DraftEvent(Samples.Submitted(Samples.Agency()), 0, Samples.Facts(), [])
        );

    [Fact]
    public void An_event_of_a_draft_starts_in_its_month() =>
        Assert.Throws<ArgumentException>(() => new DraftEvent(_draft, 0, Samples.Facts(startsOn: new(1998, 5, 1)), []));

    [Fact]
    public void Places_are_counted_from_zero()
    {
        Assert.Equal(0, new DraftEvent(_draft, 0, Samples.Facts(), []).Position);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DraftEvent(_draft, -1, Samples.Facts(), []));
    }

    [Fact]
    public void Each_co_host_is_named_once_and_the_reporting_agency_is_none()
    {
        var host = Guid.NewGuid();

        Assert.Equal([host], new DraftEvent(_draft, 0, Samples.Facts(), [host, _draft.AgencyId, host]).CoHostIds);
    }

    [Fact]
    public void An_event_keeps_the_id_that_it_goes_on_telling_and_a_new_one_gets_its_own()
    {
        var id = Guid.NewGuid();

        Assert.Equal(id, new DraftEvent(_draft, 0, Samples.Facts(), [], id).EventId);
        Assert.NotEqual(
            new DraftEvent(_draft, 0, Samples.Facts(), []).EventId,
            new DraftEvent(_draft, 1, Samples.Facts(), []).EventId
        );
    }
}
