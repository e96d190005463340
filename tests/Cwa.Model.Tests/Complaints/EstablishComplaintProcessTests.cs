using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class EstablishComplaintProcessTests
{
    private static readonly DateOnly Today = new(1998, 6, 10);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task A_process_says_who_answers_within_how_many_days_from_when()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Establish(agency));

        var process = done.Record;
        Assert.Equal(
            (agency.Id, "Every call is logged.", "Ombudsman", 30, Today, null),
            (
                process.AgencyId,
                process.Description,
                process.Owner,
                process.TargetDays,
                process.InPlaceOn,
                process.ReplacedOn
            )
        );
        Assert.Equal([Channel.Telephone, Channel.Web], process.Channels);
        Assert.Equal([(FeedKind.ComplaintProcessEstablished, agency.Id, process.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_process_gives_itself_a_day_or_more(int days, bool isRefused)
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Establish(agency) with { TargetDays = days });

        Assert.Equal(
            isRefused
                ? ["input.targetDays TargetDaysNotPositive: Give the process at least 1 day to resolve a complaint."]
                : [],
            done.Refused
        );
    }

    [Fact]
    public async Task A_process_is_reached_by_a_channel_or_more()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Establish(agency) with { Channels = [] });

        Assert.Equal(["input.channels NoChannelNamed: Name at least one channel, such as TELEPHONE."], done.Refused);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_process_that_begins_in_the_future_is_odd(int days, bool isOdd)
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Establish(agency) with { InPlaceOn = Today.AddDays(days) });

        Assert.Equal(isOdd ? ["input.inPlaceOn: The process begins in the future."] : [], done.Warned);
        Assert.Equal(Today.AddDays(days), done.Record.InPlaceOn);
    }

    [Fact]
    public async Task An_agency_has_one_process_at_a_time()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.ComplainedToAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Establish(agency));

        var second = await clerk.DoAsync(Establish(agency) with { InPlaceOn = Today.AddDays(-1) });

        Assert.Equal(
            [
                "input.agencyId ComplaintProcessAlreadyInPlace: The agency has had a complaint process since "
                    + "1998-06-10. To put another in its place, set `replace` to true.",
            ],
            second.Refused
        );
        Assert.Equal(first.Record.Id, Assert.IsType<ComplaintProcessAlreadyInPlace>(second.Refusals[0]).Existing.Id);
    }

    [Fact]
    public async Task A_process_that_is_replaced_ends_on_the_day_that_the_next_begins()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Establish(agency));

        var second = await clerk.DoAsync(Establish(agency) with { Replace = true });

        Assert.Equal(Today, second.Record.InPlaceOn);
        Assert.Equal(
            Today,
            await _desk.ReadAsync(db =>
                db.ComplaintProcesses.Where(p => p.Id == first.Record.Id).Select(p => p.ReplacedOn).SingleAsync()
            )
        );
        Assert.Equal([first.Record.Id, second.Record.Id], second.Audited.Select(entry => entry.SubjectId));
        Assert.Empty((await clerk.DoAsync(Establish(agency) with { Replace = true })).Refused);
    }

    [Fact]
    public async Task A_process_does_not_begin_before_the_one_that_it_replaces()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Establish(agency));

        var done = await clerk.DoAsync(Establish(agency) with { Replace = true, InPlaceOn = Today.AddDays(-1) });

        Assert.Equal(
            [
                "input.inPlaceOn ComplaintProcessesOverlap: The present process has been in place since 1998-06-10. "
                    + "The one that replaces it must begin on that day or later.",
            ],
            done.Refused
        );
    }

    [Fact]
    public async Task To_replace_where_there_is_no_process_is_to_establish_the_first()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Establish(agency) with { Replace = true });

        Assert.Equal(Today, done.Record.InPlaceOn);
    }

    [Fact]
    public async Task A_process_is_established_for_ones_own_agency()
    {
        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Establish(await _desk.AgencyAsync()));

        Assert.Equal(
            ["input.agencyId AgencyNotFound: There is no agency with this id for which you may do this."],
            done.Refused
        );
    }

    private static EstablishComplaintProcess Establish(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Description = "Every call is logged.",
            Channels = [Channel.Web, Channel.Telephone],
            Owner = "Ombudsman",
            TargetDays = 30,
            InPlaceOn = Today,
        };
}
