using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ServiceStandardVerbsTests
{
    private static readonly DateOnly First = new(1998, 1, 1);

    private readonly Desk _desk = new(new(1998, 6, 15));

    [Fact]
    public async Task An_agency_posts_a_promise()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Set(agency));

        var standard = done.Record;
        Assert.Equal(
            (agency.Id, "We answer within a day.", "answers within a day", "percent", 95d),
            (standard.AgencyId, standard.Statement, standard.Measure, standard.Unit, standard.Target)
        );
        Assert.Equal(
            (TargetDirection.AtLeast, CustomerGroup.Veterans, First, null),
            (standard.Direction, standard.CustomerGroup, standard.EffectiveFrom, standard.WithdrawnOn)
        );
        Assert.Equal([(FeedKind.ServiceStandardSet, agency.Id, standard.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task A_changed_promise_replaces_the_one_before_from_its_first_day_on()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var before = (await clerk.DoAsync(Set(agency))).Record;

        var early = await clerk.DoAsync(Set(agency, before) with { EffectiveFrom = First.AddDays(-1) });
        var done = await clerk.DoAsync(Set(agency, before));
        var again = await clerk.DoAsync(Set(agency, before));

        Assert.Equal(
            [
                "input.effectiveFrom ReplacedBeforeItBegins: The standard to be replaced takes effect on 1998-01-01. "
                    + "Let the new one take effect on that day or later.",
            ],
            early.Refused
        );
        Assert.Equal(
            [
                (FeedKind.ServiceStandardSet, agency.Id, before.Id),
                (FeedKind.ServiceStandardSet, agency.Id, done.Record.Id),
            ],
            done.Announced
        );
        Assert.Empty(done.Warned);
        Assert.Equal(
            ["input.replacesId StandardAlreadyWithdrawn: " + "This standard was already withdrawn, on 1998-01-01."],
            again.Refused
        );
        Assert.Equal(
            First,
            await _desk.ReadAsync(db =>
                db.ServiceStandards.Where(s => s.Id == before.Id).Select(s => s.WithdrawnOn).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Only_a_standard_of_the_agency_is_replaced()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var theirs = (await _desk.ClerkOf(other).DoAsync(Set(other))).Record;

        var foreign = await _desk.ClerkOf(agency).DoAsync(Set(agency, theirs));
        var nonsense = await _desk
            .ClerkOf(agency)
            .DoAsync(Set(agency) with { ReplacesId = Ids.Nonsense<ServiceStandard>() });
        var notTheirs = await _desk.ClerkOf(agency).DoAsync(Set(other));

        const string wrong =
            "input.replacesId RecordNotFound: There is no record with this id for which you may do this.";
        Assert.Equal([wrong], foreign.Refused);
        Assert.Equal([wrong], nonsense.Refused);
        Assert.IsType<AgencyNotFound>(Assert.Single(notTheirs.Refusals));
    }

    [Fact]
    public async Task The_same_promise_twice_is_odd_while_the_first_is_given()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var clerk = _desk.ClerkOf(agency);
        await _desk.ClerkOf(other).DoAsync(Set(other));
        var first = (await clerk.DoAsync(Set(agency))).Record;

        var twice = await clerk.DoAsync(Set(agency) with { ValidateOnly = true });
        var different = await clerk.DoAsync(Set(agency) with { Statement = "We call back.", ValidateOnly = true });
        await clerk.DoAsync(Withdraw(first, First));
        var withdrawn = await clerk.DoAsync(Set(agency));

        Assert.Equal(
            [
                "input.statement: The agency already gives this promise. "
                    + "If this one replaces it, give its id in `replacesId`.",
            ],
            twice.Warned
        );
        Assert.Empty(different.Warned);
        Assert.Empty(withdrawn.Warned);
    }

    [Fact]
    public async Task A_standard_is_withdrawn_once_and_at_the_earliest_on_its_first_day()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var standard = (await clerk.DoAsync(Set(agency))).Record;

        var early = await clerk.DoAsync(Withdraw(standard, First.AddDays(-1)));
        var done = await clerk.DoAsync(Withdraw(standard, First));
        var again = await clerk.DoAsync(Withdraw(standard, First.AddDays(1)));

        Assert.Equal(["input.withdrawnOn EndBeforeStart: This end is before the start on 1998-01-01."], early.Refused);
        Assert.Equal(First, done.Record.WithdrawnOn);
        Assert.Equal([(FeedKind.ServiceStandardSet, agency.Id, standard.Id)], done.Announced);
        Assert.Equal(
            ["input.standardId StandardAlreadyWithdrawn: " + "This standard was already withdrawn, on 1998-01-01."],
            again.Refused
        );
    }

    [Fact]
    public async Task Nobody_withdraws_the_promise_of_an_agency_that_is_not_theirs()
    {
        var agency = await _desk.AgencyAsync();
        var standard = (await _desk.ClerkOf(agency).DoAsync(Set(agency))).Record;

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Withdraw(standard, First));

        Assert.Equal("input.standardId RecordNotFound", Assert.Single(done.Refused).Split(':')[0]);
    }

    private static SetServiceStandard Set(Agency agency, ServiceStandard? replaced = null) =>
        new()
        {
            AgencyId = agency.AsId(),
            Statement = "We answer within a day.",
            Measure = "answers within a day",
            Unit = "percent",
            Target = 95,
            Direction = TargetDirection.AtLeast,
            CustomerGroup = CustomerGroup.Veterans,
            EffectiveFrom = First,
            ReplacesId = replaced?.AsId(),
        };

    private static WithdrawServiceStandard Withdraw(ServiceStandard standard, DateOnly on) =>
        new() { StandardId = standard.AsId(), WithdrawnOn = on };
}
