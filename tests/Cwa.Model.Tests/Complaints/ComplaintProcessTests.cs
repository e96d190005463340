namespace Cwa.Model.Tests;

public sealed class ComplaintProcessTests
{
    private static readonly DateOnly InPlaceOn = new(1998, 6, 1);

    [Fact]
    public void A_process_without_a_channel_is_refused() => Assert.Throws<ArgumentException>(() => Establish());

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

    [Fact]
    public void A_process_keeps_how_complaints_are_addressed()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid();

        var process = new ComplaintProcess(
            agency,
            " Calls are logged. ",
            [Channel.Mail],
            " Ombudsman ",
            1,
            InPlaceOn,
            id,
            Samples.Noon
        );

        Assert.Equal(
            (id, agency, "Calls are logged.", "Ombudsman", 1, InPlaceOn, null),
            (
                process.Id,
                process.AgencyId,
                process.Description,
                process.Owner,
                process.TargetDays,
                process.InPlaceOn,
                process.ReplacedOn
            )
        );
        Assert.Equal((Samples.Noon, Samples.Noon), (process.RecordedAt, process.UpdatedAt));
        Assert.NotEqual(Establish(Channel.Mail).Id, Establish(Channel.Mail).Id);
    }

    [Fact]
    public void A_channel_is_one_of_those_listed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Establish((Channel)7));

    [Theory]
    [InlineData(4000, 200, true)]
    [InlineData(4001, 200, false)]
    [InlineData(4000, 201, false)]
    public void Its_texts_are_as_long_as_their_columns(int description, int owner, bool isKept)
    {
        if (isKept)
            Assert.Equal(owner, Of().Owner.Length);
        else
            Assert.Throws<ArgumentException>(Of);

        ComplaintProcess Of() =>
            new(Guid.NewGuid(), new('d', description), [Channel.Mail], new('o', owner), 30, InPlaceOn);
    }

    private static ComplaintProcess Establish(params Channel[] channels) =>
        new(Guid.NewGuid(), "Every call is logged and answered.", channels, "Office of the Ombudsman", 30, InPlaceOn);
}
