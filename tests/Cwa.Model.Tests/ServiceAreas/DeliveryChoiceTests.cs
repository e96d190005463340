using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class DeliveryChoiceTests
{
    private readonly Desk _desk = new(new(1998, 6, 1));

    [Fact]
    public async Task A_choice_of_delivery_is_declared_with_its_means_its_source_and_its_days()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Declare(agency) with { Provider = " Banks ", OfferedTo = new(1999, 3, 31) });

        var choice = done.Record;
        Assert.Equal(
            ("Permits", Channel.Mail, "Banks", new DateOnly(1998, 4, 1), new DateOnly(1999, 3, 31)),
            (choice.Service, choice.Means, choice.Provider, choice.OfferedFrom, choice.OfferedTo)
        );
        Assert.Equal([(FeedKind.DeliveryChoiceDeclared, agency.Id, choice.Id)], done.Announced);
    }

    [Theory]
    [InlineData("1998-04-01", null, true)]
    [InlineData("1998-01-01", "1998-04-01", true)]
    [InlineData("1998-01-01", "1998-03-31", false)]
    [InlineData("1998-06-30", null, true)]
    [InlineData("1998-07-01", null, false)]
    public async Task The_same_choice_is_declared_once_for_a_day(string from, string? until, bool isRefused)
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Declare(agency) with { OfferedTo = new(1998, 6, 30) });

        var again = await clerk.DoAsync(
            Declare(agency) with
            {
                // Capitals make no other service.
                Service = Declare(agency).Service.ToUpperInvariant(),
                OfferedFrom = Case.Day(from),
                OfferedTo = until is null ? null : Case.Day(until),
            }
        );

        Assert.Equal(
            isRefused
                ?
                [
                    "input.offeredFrom DeliveryChoiceAlreadyDeclared: The agency has already declared this, from "
                        + "1998-04-01 on. Correct that, or give other days.",
                ]
                : [],
            again.Refused
        );
        if (isRefused)
            Assert.Equal(first.Record.Id, Assert.IsType<DeliveryChoiceAlreadyDeclared>(again.Refusals[0]).Existing.Id);
    }

    [Fact]
    public async Task Another_service_means_or_source_is_another_choice()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Declare(agency));

        Assert.Empty((await clerk.DoAsync(Declare(agency) with { Service = "Maps" })).Refused);
        Assert.Empty((await clerk.DoAsync(Declare(agency) with { Means = Channel.Web })).Refused);
        Assert.Empty((await clerk.DoAsync(Declare(agency) with { Provider = "Banks" })).Refused);
    }

    [Fact]
    public async Task Its_last_day_is_not_before_its_first()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Declare(agency) with { OfferedTo = new(1998, 3, 31) });

        Assert.Equal("input.offeredTo", Assert.Single(done.Refused).Split(' ')[0]);
        Assert.Throws<ArgumentException>(() =>
            new DeliveryChoice(agency.Id, "Permits", Channel.Mail, new(1998, 4, 1), new(1998, 3, 31))
        );
    }

    [Fact]
    public async Task A_correction_keeps_the_id_and_what_was_said_before()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var declared = (await clerk.DoAsync(Declare(agency))).Record;

        var done = await clerk.DoAsync(
            new CorrectDeliveryChoice
            {
                DeliveryChoiceId = declared.AsId(),
                Service = "Permits",
                Means = Channel.Mail,
                OfferedFrom = new(1998, 4, 1),
                OfferedTo = new(1998, 5, 31),
                Reason = "It has ended.",
            }
        );

        Assert.Equal((declared.Id, new DateOnly(1998, 5, 31)), (done.Record.Id, done.Record.OfferedTo));
        var earlier = await _desk.ReadAsync(db =>
            db.Set<DeliveryChoice>().SingleAsync(c => c.CurrentId == declared.Id)
        );
        Assert.Equal((null, "It has ended."), (earlier.OfferedTo, earlier.RetractionReason));
    }

    [Fact]
    public async Task A_withdrawn_choice_counts_no_longer_and_may_be_declared_again()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var declared = (await clerk.DoAsync(Declare(agency))).Record;

        var done = await clerk.DoAsync(
            new WithdrawDeliveryChoice { DeliveryChoiceId = declared.AsId(), Reason = "A mistake." }
        );

        Assert.Equal([(FeedKind.DeliveryChoiceDeclared, agency.Id, declared.Id)], done.Announced);
        Assert.False(await _desk.ReadAsync(db => db.DeliveryChoices.AnyAsync(c => c.AgencyId == agency.Id)));
        Assert.Empty((await clerk.DoAsync(Declare(agency))).Refused);
    }

    [Fact]
    public async Task Nobody_declares_for_another_agency()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Declare(agency));

        Assert.Equal("input.agencyId AgencyNotFound", Assert.Single(done.Refused).Split(':')[0]);
    }

    private static DeclareDeliveryChoice Declare(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Service = "Permits",
            Means = Channel.Mail,
            OfferedFrom = new(1998, 4, 1),
        };
}
