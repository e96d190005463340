using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>The retries of readers are bounded in time and memory.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(1, 0.5)]
    [InlineData(4, 4)]
    [InlineData(6, 10)]
    [InlineData(1_000_000, 10)]
    public void Waits_double_up_to_ten_seconds_and_vary_at_random(int waits, double most)
    {
        var waited = Enumerable.Range(0, 100).Select(_ => RetryPace.Usual.After(waits).TotalSeconds).ToList();

        Assert.All(waited, seconds => Assert.InRange(seconds, most / 2, most));
        Assert.True(waited.Distinct().Count() > 1, "All would come at once.");
    }

    [Fact]
    public void Every_subscriber_gets_what_was_first_sent_for_a_failed_message()
    {
        var told = new FailedMessages();

        var first = told.Keep(Message(7, 10));

        Assert.Equal(first, told.Keep(Message(7, 20)));
        Assert.Equal(first, told.Find(7));
        Assert.Null(told.Find(8));
    }

    [Theory]
    [InlineData(1_000, 100, 256)]
    [InlineData(100, 100 * 1024, 10)]
    [InlineData(3, 2 * 1024 * 1024, 1)]
    public void Only_the_newest_failed_messages_are_kept(int messages, int bytes, int kept)
    {
        var told = new FailedMessages();

        for (var place = 1; place <= messages; place++)
            told.Keep(Message(place, bytes));

        var found = Enumerable.Range(1, messages).Where(place => told.Find(place) is not null);
        Assert.Equal(Enumerable.Range(messages - kept + 1, kept), found);
    }

    private static PlacedMessage Message(long place, int bytes) => new(place, new(new byte[bytes], null));
}
