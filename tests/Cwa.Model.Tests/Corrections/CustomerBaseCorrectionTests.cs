using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class CustomerBaseCorrectionTests
{
    private static readonly DateOnly October = new(1998, 10, 1);

    private readonly Desk _desk = new(new(1998, 6, 1));

    [Fact]
    public async Task A_number_is_corrected_with_its_day_and_its_source()
    {
        var (agency, declared) = await DeclaredAsync();
        var clerk = _desk.ClerkOf(agency);

        var done = await clerk.DoAsync(
            Correct(declared) with
            {
                Customers = 3_000,
                EffectiveFrom = October,
                Source = "A census",
            }
        );

        Assert.Equal(
            (declared.Id, 3_000L, October, "A census"),
            (done.Record.Id, done.Record.Customers, done.Record.EffectiveFrom, done.Record.Source)
        );
        Assert.Equal([(FeedKind.CustomerBaseDeclared, agency.Id, declared.Id)], done.Announced);
        var earlier = await _desk.ReadAsync(db => db.Set<CustomerBase>().SingleAsync(c => c.CurrentId == declared.Id));
        Assert.Equal(
            (2_000L, "A count", "Counted twice."),
            (earlier.Customers, earlier.Source, earlier.RetractionReason)
        );
        Assert.NotEqual(declared.Id, (await clerk.DoAsync(Declare(agency))).Record.Id);
    }

    [Fact]
    public async Task What_is_said_already_corrects_nothing()
    {
        var (agency, declared) = await DeclaredAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Correct(declared));

        Assert.IsType<NothingCorrected>(Assert.Single(done.Refusals));
    }

    [Fact]
    public async Task A_day_that_has_another_number_is_refused()
    {
        var (agency, declared) = await DeclaredAsync();
        var clerk = _desk.ClerkOf(agency);
        var other = (await clerk.DoAsync(Declare(agency) with { EffectiveFrom = October })).Record;

        var done = await clerk.DoAsync(Correct(declared) with { Customers = 0, EffectiveFrom = October });

        Assert.Equal(
            ["input.customers NoCustomers", "input.effectiveFrom CustomerBaseAlreadyDeclared"],
            done.Refused.Select(r => r.Split(':')[0])
        );
        Assert.Equal(other.Id, Assert.IsType<CustomerBaseAlreadyDeclared>(done.Refusals[1]).Existing.Id);
    }

    [Fact]
    public async Task A_withdrawn_number_leaves_its_day_free()
    {
        var (agency, declared) = await DeclaredAsync();
        var clerk = _desk.ClerkOf(agency);

        var done = await clerk.DoAsync(Withdraw(declared));
        var anew = await clerk.DoAsync(Declare(agency));

        Assert.Equal("A guess.", done.Record.RetractionReason);
        Assert.Equal([(FeedKind.CustomerBaseDeclared, agency.Id, declared.Id)], done.Announced);
        Assert.NotEqual(declared.Id, anew.Record.Id);
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_another_agencys_number()
    {
        var (_, declared) = await DeclaredAsync();
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(declared))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(declared))).Refusals));
    }

    private async Task<(Agency Agency, CustomerBase Declared)> DeclaredAsync()
    {
        var agency = await _desk.AgencyAsync();
        return (agency, (await _desk.ClerkOf(agency).DoAsync(Declare(agency))).Record);
    }

    private static DeclareCustomerBase Declare(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Customers = 2_000,
            EffectiveFrom = new(1998, 4, 1),
            Source = "A count",
        };

    private static CorrectCustomerBase Correct(CustomerBase declared) =>
        new()
        {
            CustomerBaseId = declared.AsId(),
            Customers = declared.Customers,
            EffectiveFrom = declared.EffectiveFrom,
            Source = declared.Source,
            Reason = "Counted twice.",
        };

    private static WithdrawCustomerBase Withdraw(CustomerBase declared) =>
        new() { CustomerBaseId = declared.AsId(), Reason = "A guess." };
}
