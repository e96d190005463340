namespace Cwa.Model.Tests;

public sealed class DeclareCustomerBaseTests
{
    private readonly Desk _desk = new(new(1998, 6, 1));

    [Fact]
    public async Task A_number_is_declared_from_a_day_on_with_its_source()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Declare(agency));

        Assert.Equal(
            (agency.Id, 2_000L, new DateOnly(1998, 4, 1), "A count"),
            (done.Record.AgencyId, done.Record.Customers, done.Record.EffectiveFrom, done.Record.Source)
        );
        Assert.Equal([(FeedKind.CustomerBaseDeclared, agency.Id, done.Record.Id)], done.Announced);
        Assert.Single(done.Audited);
    }

    [Fact]
    public async Task A_day_has_one_number_and_days_to_come_may_have_one_too()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Declare(agency));

        var again = await clerk.DoAsync(Declare(agency));
        var next = await clerk.DoAsync(Declare(agency) with { EffectiveFrom = new(1998, 10, 1) });

        Assert.Equal(
            [
                "input.effectiveFrom CustomerBaseAlreadyDeclared: The agency has already declared 2,000 customers from "
                    + "this day on. Correct that, or give another day.",
            ],
            again.Refused
        );
        Assert.Equal(first.Record.Id, Assert.IsType<CustomerBaseAlreadyDeclared>(again.Refusals[0]).Existing.Id);
        Assert.NotEqual(first.Record.Id, next.Record.Id);
    }

    [Fact]
    public async Task Each_agency_declares_its_own()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        await _desk.ClerkOf(agency).DoAsync(Declare(agency));

        var theirs = await _desk.ClerkOf(other).DoAsync(Declare(other));
        var refused = await _desk.ClerkOf(other).DoAsync(Declare(agency));

        Assert.Equal(other.Id, theirs.Record.AgencyId);
        Assert.IsType<AgencyNotFound>(Assert.Single(refused.Refusals));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(Counts.Largest, null)]
    [InlineData(0, "input.customers NoCustomers")]
    [InlineData(-1, "input.customers NegativeNumber")]
    [InlineData(Counts.Largest + 1, "input.customers NumberTooLarge")]
    public async Task Customers_are_counted_from_one_to_a_trillion(long customers, string? wrong)
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Declare(agency) with { Customers = customers });

        Assert.Equal(wrong is null ? [] : [wrong], done.Refused.Select(refusal => refusal.Split(':')[0]));
    }

    private static DeclareCustomerBase Declare(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Customers = 2_000,
            EffectiveFrom = new(1998, 4, 1),
            Source = "A count",
        };
}
