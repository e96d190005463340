namespace Cwa.Model.Tests;

public sealed class LiaisonTests
{
    [Fact]
    public void A_liaison_can_be_reached() =>
        Assert.Throws<ArgumentException>(() =>
            new Liaison(
                Guid.NewGuid(),
                "Pat Smith",
                null,
                null,
                phone: null,
                email: null,
                Coverage.Self,
                new(1998, 3, 10)
            )
        );

    [Fact]
    public void A_designation_does_not_end_before_it_begins()
    {
        var liaison = Samples.Liaison(Samples.Agency());

        Assert.Throws<ArgumentException>(() => liaison.End(new(1998, 3, 9)));
    }

    [Fact]
    public void A_successor_may_begin_on_the_day_the_designation_ends()
    {
        var liaison = Samples.Liaison(Samples.Agency());
        liaison.End(new(1998, 6, 1));

        Assert.True(liaison.ServesOn(new(1998, 5, 31)));
        Assert.False(liaison.ServesOn(new(1998, 6, 1)));
        Assert.False(liaison.IsOpen);
    }

    [Fact]
    public void NPR_is_told_once()
    {
        var liaison = Samples.Liaison(Samples.Agency());
        liaison.Report(Samples.Noon);

        Assert.Throws<InvalidOperationException>(() => liaison.Report(Samples.Noon));
    }
}
