using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ServiceAreaCorrectionTests
{
    private readonly Desk _desk = new(new(1998, 6, 1));

    [Fact]
    public async Task Numbers_that_are_declared_anew_leave_the_former_ones_as_an_earlier_version()
    {
        var (agency, area) = await DeclaredAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Declare(agency) with { CustomersLiving = 11 });

        Assert.Equal((area.Id, 11L), (done.Record.Id, done.Record.CustomersLiving));
        var earlier = await EarlierAsync(area);
        Assert.Equal((10L, "New numbers were declared."), (earlier.CustomersLiving, earlier.RetractionReason));
        Assert.Single(done.Audited);
    }

    [Fact]
    public async Task A_service_area_is_corrected_in_its_numbers_and_its_state()
    {
        var (agency, area) = await DeclaredAsync();
        var clerk = _desk.ClerkOf(agency);

        var done = await clerk.DoAsync(Correct(area) with { State = StateCode.NY, CustomersWorking = 5 });

        Assert.Equal(
            (area.Id, StateCode.NY, 10L, 5L),
            (done.Record.Id, done.Record.State, done.Record.CustomersLiving, done.Record.CustomersWorking)
        );
        Assert.Equal([(FeedKind.ServiceAreaDeclared, agency.Id, area.Id)], done.Announced);
        var earlier = await EarlierAsync(area);
        Assert.Equal((StateCode.CA, "Typed twice."), (earlier.State, earlier.RetractionReason));
        Assert.NotEqual(area.Id, (await clerk.DoAsync(Declare(agency))).Record.Id);
    }

    [Fact]
    public async Task A_state_that_has_numbers_already_is_refused()
    {
        var (agency, area) = await DeclaredAsync();
        var clerk = _desk.ClerkOf(agency);
        var other = (await clerk.DoAsync(Declare(agency) with { State = StateCode.NY })).Record;

        var done = await clerk.DoAsync(Correct(area) with { State = StateCode.NY, CustomersLiving = -1 });

        Assert.Equal(
            ["input.customersLiving NegativeNumber", "input.state ServiceAreaAlreadyDeclared"],
            done.Refused.Select(r => r.Split(':')[0])
        );
        Assert.Equal(other.Id, Assert.IsType<ServiceAreaAlreadyDeclared>(done.Refusals[1]).Existing.Id);
    }

    [Fact]
    public async Task A_withdrawn_service_area_leaves_its_state_free()
    {
        var (agency, area) = await DeclaredAsync();
        var clerk = _desk.ClerkOf(agency);

        var done = await clerk.DoAsync(Withdraw(area));
        var anew = await clerk.DoAsync(Declare(agency));

        Assert.Equal("Nobody there.", done.Record.RetractionReason);
        Assert.Equal([(FeedKind.ServiceAreaDeclared, agency.Id, area.Id)], done.Announced);
        Assert.NotEqual(area.Id, anew.Record.Id);
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_another_agencys_service_area()
    {
        var (_, area) = await DeclaredAsync();
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(area))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(area))).Refusals));
    }

    private async Task<(Agency Agency, ServiceArea Area)> DeclaredAsync()
    {
        var agency = await _desk.AgencyAsync();
        return (agency, (await _desk.ClerkOf(agency).DoAsync(Declare(agency))).Record);
    }

    private Task<ServiceArea> EarlierAsync(ServiceArea area) =>
        _desk.ReadAsync(db => db.Set<ServiceArea>().SingleAsync(a => a.CurrentId == area.Id));

    private static DeclareServiceArea Declare(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            State = StateCode.CA,
            CustomersLiving = 10,
            CustomersWorking = 20,
        };

    private static CorrectServiceArea Correct(ServiceArea area) =>
        new()
        {
            ServiceAreaId = area.AsId(),
            State = area.State,
            CustomersLiving = area.CustomersLiving,
            CustomersWorking = area.CustomersWorking,
            Reason = "Typed twice.",
        };

    private static WithdrawServiceArea Withdraw(ServiceArea area) =>
        new() { ServiceAreaId = area.AsId(), Reason = "Nobody there." };
}
