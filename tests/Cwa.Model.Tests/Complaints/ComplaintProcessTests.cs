namespace Cwa.Model.Tests;

public sealed class ComplaintProcessTests
{
    private static readonly DateOnly InPlaceOn = new(1998, 6, 1);

    [Fact]
    public void A_process_that_no_channel_reaches_is_refused() => Assert.Throws<ArgumentException>(() => Establish());

    [Fact]
    public void A_channel_named_twice_counts_once() =>
        Assert.Equal([Channel.Telephone, Channel.Web], Establish(Channel.Web, Channel.Telephone, Channel.Web).Channels);

    [Fact]
    public void A_process_is_replaced_once_and_not_before_it_was_in_place()
    {
        var process = Establish(Channel.Mail);

        Assert.Throws<ArgumentException>(() => process.Replace(InPlaceOn.AddDays(-1)));
        process.Replace(InPlaceOn);
        Assert.Throws<InvalidOperationException>(() => process.Replace(InPlaceOn));
    }

    [Fact]
    public void A_target_is_at_least_a_day() =>
        Assert.ThrowsAny<ArgumentException>(() =>
            new ComplaintProcess(Guid.NewGuid(), "Calls are logged.", [Channel.Mail], "Ombudsman", 0, InPlaceOn)
        );

    private static ComplaintProcess Establish(params Channel[] channels) =>
        new(Guid.NewGuid(), "Every call is logged and answered.", channels, "Office of the Ombudsman", 30, InPlaceOn);
}
