using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class DesignateLiaisonTests
{
    private static readonly DateOnly Today = new(1998, 3, 10);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task An_agency_designates_its_liaison_and_NPR_is_told()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Designate(agency) with
                {
                    Title = "Director",
                    Office = "Customer Service",
                    Email = "pat@ssa.gov",
                    Coverage = Coverage.SelfAndComponents,
                }
            );

        var liaison = done.Record;
        Assert.Equal(
            (agency.Id, "Pat Smith", "Director", "Customer Service", "202-555-0100", "pat@ssa.gov"),
            (liaison.AgencyId, liaison.Name, liaison.Title, liaison.Office, liaison.Phone, liaison.Email)
        );
        Assert.Equal(
            (Coverage.SelfAndComponents, Today, _desk.Clock.Now, true),
            (liaison.Coverage, liaison.DesignatedOn, liaison.ReportedAt, liaison.IsOpen)
        );
        Assert.Equal([(FeedKind.LiaisonDesignated, agency.Id, liaison.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData(null, null, "input.phone LiaisonUnreachable: Give the liaison's telephone number or e-mail address.")]
    [InlineData(null, "pat@ssa.gov", null)]
    [InlineData("1", null, null)]
    [InlineData(null, " pat@ssa.gov ", null)]
    [InlineData(null, "pat", "input.email NotAnEmailAddress: " + EmailAddress.Expected)]
    [InlineData(
        null,
        " ",
        "input.email TextMissing: This text is empty. Write something, or leave the field out if it is optional."
    )]
    public async Task The_liaison_can_be_reached(string? phone, string? email, string? wrong)
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Designate(agency) with { Phone = phone, Email = email });

        Assert.Equal(wrong is null ? [] : [wrong], done.Refused);
        Assert.Equal(wrong is null ? 1 : 0, done.Records.Count);
    }

    [Fact]
    public async Task A_designation_that_begins_tomorrow_is_odd_and_one_of_today_is_not()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Designate(agency) with { DesignatedOn = Today.AddDays(1), ValidateOnly = true });

        Assert.Equal(["input.designatedOn: The designation begins in the future."], done.Warned);
        Assert.Empty(done.Refused);
        Assert.Empty((await _desk.ClerkOf(agency).DoAsync(Designate(agency))).Warned);
    }

    [Fact]
    public async Task Nobody_designates_for_an_agency_that_is_not_theirs()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var done = await _desk.ClerkOf(other).DoAsync(Designate(agency));

        Assert.Equal(
            ["input.agencyId AgencyNotFound: There is no agency with this id for which you may do this."],
            done.Refused
        );
    }

    [Fact]
    public async Task An_agency_has_one_liaison_at_a_time_and_replaces_one_on_purpose()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = (await clerk.DoAsync(Designate(agency))).Record;

        var second = Designate(agency) with { Name = "Lee Brown", DesignatedOn = Today.AddDays(1) };
        var refused = await clerk.DoAsync(second);
        var replaced = await clerk.DoAsync(second with { Replace = true });

        Assert.Equal(
            [
                "input.agencyId LiaisonAlreadyDesignated: Pat Smith has been the agency's liaison since 1998-03-10. "
                    + "End that designation first, or set `replace`.",
            ],
            refused.Refused
        );
        Assert.Equal("Lee Brown", replaced.Record.Name);
        Assert.Equal(
            [
                (FeedKind.LiaisonDesignationEnded, agency.Id, first.Id),
                (FeedKind.LiaisonDesignated, agency.Id, replaced.Record.Id),
            ],
            replaced.Announced
        );
        await using var db = await _desk.ContextAsync();
        Assert.Equal(Today.AddDays(1), (await db.Liaisons.SingleAsync(l => l.Id == first.Id)).EndedOn);
    }

    [Fact]
    public async Task A_replacement_begins_at_the_earliest_with_the_designation_that_it_replaces()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Designate(agency));

        var early = await clerk.DoAsync(Designate(agency) with { Replace = true, DesignatedOn = Today.AddDays(-1) });
        var same = await clerk.DoAsync(Designate(agency) with { Replace = true });

        Assert.Equal(
            [
                "input.designatedOn DesignationsOverlap: Pat Smith is the agency's liaison from 1998-03-10; "
                    + "a replacement begins on that day or later.",
            ],
            early.Refused
        );
        Assert.Equal(Today, same.Record.DesignatedOn);
    }

    [Fact]
    public async Task The_next_liaison_begins_at_the_earliest_when_the_last_one_ended()
    {
        var agency = await _desk.AgencyAsync();
        var last = Samples.Liaison(agency, designatedOn: new(1998, 3, 3));
        last.End(new(1998, 3, 9));
        await _desk.SaveAsync(last);
        var clerk = _desk.ClerkOf(agency);

        var early = await clerk.DoAsync(Designate(agency) with { DesignatedOn = new(1998, 3, 8) });
        var next = await clerk.DoAsync(Designate(agency) with { DesignatedOn = new(1998, 3, 9) });

        Assert.Equal(
            [
                "input.designatedOn DesignationsOverlap: Pat Smith was the agency's liaison until 1998-03-09; "
                    + "designate the next from that day or later.",
            ],
            early.Refused
        );
        Assert.Equal([(FeedKind.LiaisonDesignated, agency.Id, next.Record.Id)], next.Announced);
    }

    private static DesignateLiaison Designate(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Name = "Pat Smith",
            Phone = "202-555-0100",
            DesignatedOn = Today,
        };
}
