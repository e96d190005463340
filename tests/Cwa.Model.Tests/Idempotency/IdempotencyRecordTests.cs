namespace Cwa.Model.Tests;

public sealed class IdempotencyRecordTests
{
    [Fact]
    public void A_record_keeps_what_was_done_under_a_key()
    {
        Guid id = Guid.NewGuid(),
            first = Guid.NewGuid(),
            second = Guid.NewGuid();

        var record = new IdempotencyRecord("pat", "cancelEvent", "k1", "ab12", [second, first], id, Samples.Noon);

        Assert.Equal(
            (id, "pat", "cancelEvent", "k1", "ab12", Samples.Noon),
            (record.Id, record.Caller, record.Mutation, record.Key, record.ContentHash, record.RecordedAt)
        );
        Assert.Equal([second, first], record.ResultIds);
    }

    [Fact]
    public void Each_has_an_id_of_its_own() => Assert.NotEqual(Record().Id, Record().Id);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_key_is_free_again_after_twenty_four_hours(long ticks, bool isFree) =>
        Assert.Equal(isFree, Record().HasExpired(Samples.Noon.AddHours(24).AddTicks(ticks)));

    [Theory]
    [InlineData(300, 100, 200, 64, true)]
    [InlineData(301, 100, 200, 64, false)]
    [InlineData(300, 101, 200, 64, false)]
    [InlineData(300, 100, 201, 64, false)]
    [InlineData(300, 100, 200, 65, false)]
    public void Its_texts_are_as_long_as_their_columns(int caller, int mutation, int key, int hash, bool isKept)
    {
        if (isKept)
            Assert.Equal(key, Record(caller, mutation, key, hash).Key.Length);
        else
            Assert.Throws<ArgumentException>(() => Record(caller, mutation, key, hash));
    }

    private static IdempotencyRecord Record(int caller = 1, int mutation = 1, int key = 1, int hash = 1) =>
        new(
            new('a', caller),
            new('b', mutation),
            new('c', key),
            new('d', hash),
            [Guid.NewGuid()],
            recordedAt: Samples.Noon
        );
}
