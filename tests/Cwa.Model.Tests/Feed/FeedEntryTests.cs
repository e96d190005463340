namespace Cwa.Model.Tests;

public sealed class FeedEntryTests
{
    [Fact]
    public void An_entry_keeps_what_is_announced_of_whom()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid(),
            subject = Guid.NewGuid();

        var entry = new FeedEntry(1, FeedKind.EventCancelled, agency, subject, id, Samples.Noon);

        Assert.Equal(
            (id, 1, FeedKind.EventCancelled, agency, subject, Samples.Noon),
            (entry.Id, entry.Sequence, entry.Kind, entry.AgencyId, entry.SubjectId, entry.RecordedAt)
        );
    }

    [Fact]
    public void Each_has_an_id_of_its_own() => Assert.NotEqual(Entry(1).Id, Entry(1).Id);

    [Fact]
    public void The_feed_is_numbered_from_1() => Assert.Throws<ArgumentOutOfRangeException>(() => Entry(0));

    [Fact]
    public void A_kind_that_is_not_listed_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Entry(1, 0));

    private static FeedEntry Entry(long sequence, FeedKind kind = FeedKind.EventCancelled) =>
        new(sequence, kind, agencyId: null, Guid.NewGuid());
}
