namespace Cwa.Model.Tests;

public sealed class DeclareServiceAreaTests
{
    private readonly Desk _desk = new(new(1998, 6, 1));

    [Fact]
    public async Task Numbers_are_declared_and_declared_anew()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var first = await clerk.DoAsync(Declare(agency, 10, 20));
        var other = await clerk.DoAsync(Declare(agency, 1, 2) with { State = StateCode.NY });
        var living = await clerk.DoAsync(Declare(agency, 11, 20));
        var working = await clerk.DoAsync(Declare(agency, 11, 21));

        Assert.Equal(
            (StateCode.CA, 10L, 20L),
            (first.Record.State, first.Record.CustomersLiving, first.Record.CustomersWorking)
        );
        Assert.Equal([(FeedKind.ServiceAreaDeclared, agency.Id, first.Record.Id)], first.Announced);
        Assert.NotEqual(first.Record.Id, other.Record.Id);
        Assert.Equal((first.Record.Id, 11L), (living.Record.Id, living.Record.CustomersLiving));
        Assert.Equal((first.Record.Id, 21L), (working.Record.Id, working.Record.CustomersWorking));
        Assert.Equal([(FeedKind.ServiceAreaDeclared, agency.Id, first.Record.Id)], working.Announced);
    }

    [Fact]
    public async Task The_same_numbers_again_announce_nothing()
    {
        var agency = await _desk.AgencyAsync();
        var first = await _desk.ClerkOf(agency).DoAsync(Declare(agency, 10, 20));

        var again = await _desk.ClerkOf(agency).DoAsync(Declare(agency, 10, 20));

        Assert.Equal(first.Record.Id, again.Record.Id);
        Assert.Empty(again.Announced);
        Assert.Empty(again.Audited);
    }

    [Fact]
    public async Task Each_agency_has_areas_of_its_own()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var first = await _desk.ClerkOf(agency).DoAsync(Declare(agency, 10, 20));

        var theirs = await _desk.ClerkOf(other).DoAsync(Declare(other, 10, 20));
        var refused = await _desk.ClerkOf(other).DoAsync(Declare(agency, 11, 20));

        Assert.NotEqual(first.Record.Id, theirs.Record.Id);
        Assert.Equal("AgencyNotFound", Assert.Single(refused.Refusals).GetType().Name);
    }

    [Theory]
    [InlineData(0, Counts.Largest, null)]
    [InlineData(-1, 0, "input.customersLiving NegativeNumber")]
    [InlineData(0, -1, "input.customersWorking NegativeNumber")]
    [InlineData(Counts.Largest + 1, 0, "input.customersLiving NumberTooLarge")]
    [InlineData(0, Counts.Largest + 1, "input.customersWorking NumberTooLarge")]
    public async Task Customers_are_counted_from_zero_to_a_trillion(long living, long working, string? wrong)
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Declare(agency, living, working));

        Assert.Equal(wrong is null ? [] : [wrong], done.Refused.Select(refusal => refusal.Split(':')[0]));
    }

    private static DeclareServiceArea Declare(Agency agency, long living, long working) =>
        new()
        {
            AgencyId = agency.AsId(),
            State = StateCode.CA,
            CustomersLiving = living,
            CustomersWorking = working,
        };
}
