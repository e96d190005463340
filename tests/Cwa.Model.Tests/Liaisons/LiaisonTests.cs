namespace Cwa.Model.Tests;

public sealed class LiaisonTests
{
    [Fact]
    public void A_liaison_without_a_phone_or_an_email_is_refused() =>
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

    [Theory]
    [InlineData("202-555-0100", null)]
    [InlineData(null, "pat@ssa.gov")]
    [InlineData("202-555-0100", "pat@ssa.gov")]
    public void One_way_to_reach_the_person_is_enough(string? phone, string? email)
    {
        var liaison = Reached(phone, email);

        Assert.Equal((phone, email), (liaison.Phone, liaison.Email));
    }

    [Fact]
    public void What_cannot_be_an_address_is_none() =>
        Assert.Throws<ArgumentException>("email", () => Reached("202-555-0100", "pat at ssa.gov"));

    [Fact]
    public void NPR_is_told_at_an_instant_or_not_at_all()
    {
        var local = new DateTime(1998, 3, 10, 12, 0, 0, DateTimeKind.Local);

        Assert.Throws<ArgumentException>("reportedAt", () => Samples.Liaison(Samples.Agency(), reportedAt: local));
        Assert.Equal(Samples.Noon, Samples.Liaison(Samples.Agency(), reportedAt: Samples.Noon).ReportedAt);
        Assert.Null(Samples.Liaison(Samples.Agency()).ReportedAt);
    }

    [Fact]
    public void A_designation_ends_once_and_at_the_earliest_on_its_own_day()
    {
        var liaison = Samples.Liaison(Samples.Agency());
        Assert.True(liaison.ServesOn(new(1998, 3, 10)));
        Assert.False(liaison.ServesOn(new(1998, 3, 9)));

        liaison.End(new(1998, 3, 10));

        Assert.Equal((new DateOnly(1998, 3, 10), false), (liaison.EndedOn, liaison.ServesOn(new(1998, 3, 10))));
        Assert.Throws<InvalidOperationException>(() => liaison.End(new(1998, 3, 11)));
    }

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

    private static Liaison Reached(string? phone, string? email) =>
        new(Guid.NewGuid(), "Pat Smith", null, null, phone, email, Coverage.Self, new(1998, 3, 10));
}
