using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class DesignationCorrectionTests
{
    private static readonly DateOnly Today = new(1998, 6, 15),
        March = new(1998, 3, 10),
        May = new(1998, 5, 1);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task The_wrong_person_or_day_is_corrected_under_the_same_id()
    {
        var (agency, liaison) = await DesignatedAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Correct(liaison) with { Name = "Lee Jones", DesignatedOn = May, Email = "lee@ssa.gov" });

        Assert.Equal(
            (liaison.Id, "Lee Jones", May, "lee@ssa.gov", true),
            (done.Record.Id, done.Record.Name, done.Record.DesignatedOn, done.Record.Email, done.Record.IsOpen)
        );
        Assert.Equal("LEE JONES", done.Record.NameSearch, ignoreCase: true);
        Assert.Equal(liaison.ReportedAt, done.Record.ReportedAt);
        Assert.Equal([(FeedKind.LiaisonDesignated, agency.Id, liaison.Id)], done.Announced);
        var earlier = await _desk.ReadAsync(db => db.Set<Liaison>().SingleAsync(l => l.CurrentId == liaison.Id));
        Assert.Equal(
            ("Pat Smith", March, "Typed wrongly."),
            (earlier.Name, earlier.DesignatedOn, earlier.RetractionReason)
        );
        Assert.Null((await DesignationsAsync(agency)).Own(agency.Id, March));
        Assert.Equal("Lee Jones", (await DesignationsAsync(agency)).Own(agency.Id, May)!.Name);
    }

    [Fact]
    public async Task An_end_is_corrected_too_and_taken_away_where_it_is_left_out()
    {
        var (agency, liaison) = await DesignatedAsync();
        var clerk = _desk.ClerkOf(agency);

        var ended = await clerk.DoAsync(Correct(liaison) with { EndedOn = May });
        var open = await clerk.DoAsync(Correct(liaison));
        var early = await clerk.DoAsync(Correct(liaison) with { EndedOn = March.AddDays(-1) });

        Assert.Equal((May, false), (ended.Record.EndedOn, ended.Record.IsOpen));
        Assert.Equal((null, true), (open.Record.EndedOn, open.Record.IsOpen));
        Assert.IsType<EndBeforeStart>(Assert.Single(early.Refusals));
    }

    [Fact]
    public async Task Two_persons_do_not_serve_on_one_day()
    {
        var (agency, first) = await DesignatedAsync();
        var clerk = _desk.ClerkOf(agency);
        var second = (
            await clerk.DoAsync(Designate(agency) with { Name = "Lee Jones", DesignatedOn = May, Replace = true })
        ).Record;

        Assert.Equal(
            [
                "input.designatedOn DesignationDaysTaken: Lee Jones is the agency's liaison from 1998-05-01. "
                    + "An agency has one liaison at a time.",
            ],
            (await clerk.DoAsync(Correct(first) with { EndedOn = May.AddDays(1) })).Refused
        );
        Assert.Equal(
            [
                "input.designatedOn DesignationDaysTaken: Pat Smith is the agency's liaison from 1998-03-10 until "
                    + "1998-05-01. An agency has one liaison at a time.",
            ],
            (await clerk.DoAsync(Correct(second) with { DesignatedOn = May.AddDays(-1) })).Refused
        );
        Assert.IsType<DesignationDaysTaken>(Assert.Single((await clerk.DoAsync(Correct(first))).Refusals));
        Assert.Single((await clerk.DoAsync(Correct(first) with { EndedOn = May.AddDays(-1) })).Records);
    }

    [Fact]
    public async Task A_withdrawn_designation_has_never_been_one()
    {
        var (agency, liaison) = await DesignatedAsync();
        var clerk = _desk.ClerkOf(agency);

        var done = await clerk.DoAsync(Withdraw(liaison));

        Assert.Equal((_desk.Clock.Now, "Another agency's."), (done.Record.RetractedAt, done.Record.RetractionReason));
        Assert.Equal([(FeedKind.LiaisonDesignationEnded, agency.Id, liaison.Id)], done.Announced);
        Assert.Null((await DesignationsAsync(agency)).Own(agency.Id, Today));
        Assert.Equal("Lee Jones", (await clerk.DoAsync(Designate(agency) with { Name = "Lee Jones" })).Record.Name);
        Assert.IsType<RecordNotCurrent>(
            Assert.Single(
                (
                    await clerk.DoAsync(new EndLiaisonDesignation { LiaisonId = liaison.AsId(), EndedOn = Today })
                ).Refusals
            )
        );
    }

    [Fact]
    public async Task Who_was_replaced_by_mistake_serves_again()
    {
        var (agency, first) = await DesignatedAsync();
        var clerk = _desk.ClerkOf(agency);
        var second = (
            await clerk.DoAsync(Designate(agency) with { Name = "Lee Jones", DesignatedOn = May, Replace = true })
        ).Record;

        await clerk.DoAsync(Withdraw(second));
        var again = await clerk.DoAsync(Correct(first));

        Assert.True(again.Record.IsOpen);
        Assert.Equal(first.Id, (await DesignationsAsync(agency)).Own(agency.Id, Today)!.Id);
    }

    [Fact]
    public async Task A_correction_obeys_the_rules_of_designating()
    {
        var (agency, liaison) = await DesignatedAsync();
        var (clerk, other) = (_desk.ClerkOf(agency), _desk.ClerkOf(await _desk.AgencyAsync()));

        Assert.IsType<LiaisonUnreachable>(
            Assert.Single((await clerk.DoAsync(Correct(liaison) with { Phone = null })).Refusals)
        );
        Assert.IsType<NotAnEmailAddress>(
            Assert.Single((await clerk.DoAsync(Correct(liaison) with { Email = "pat" })).Refusals)
        );
        Assert.IsType<NothingCorrected>(Assert.Single((await clerk.DoAsync(Correct(liaison))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(liaison))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(liaison))).Refusals));
    }

    private async Task<(Agency Agency, Liaison Liaison)> DesignatedAsync()
    {
        var agency = await _desk.AgencyAsync();
        return (agency, (await _desk.ClerkOf(agency).DoAsync(Designate(agency))).Record);
    }

    private Task<Designations> DesignationsAsync(Agency agency) =>
        _desk.ReadAsync(async db => new Designations(
            [agency],
            await db.Liaisons.Where(l => l.AgencyId == agency.Id).ToListAsync()
        ));

    private static DesignateLiaison Designate(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Name = "Pat Smith",
            Phone = "202-555-0100",
            DesignatedOn = March,
        };

    private static CorrectLiaisonDesignation Correct(Liaison liaison) =>
        new()
        {
            LiaisonId = liaison.AsId(),
            Name = liaison.Name,
            Phone = liaison.Phone,
            DesignatedOn = liaison.DesignatedOn,
            Reason = "Typed wrongly.",
        };

    private static WithdrawLiaisonDesignation Withdraw(Liaison liaison) =>
        new() { LiaisonId = liaison.AsId(), Reason = "Another agency's." };
}
