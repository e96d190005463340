namespace Cwa.Model.Tests;

public sealed class EndLiaisonDesignationTests
{
    private static readonly DateOnly Today = new(1998, 6, 1);

    private readonly Desk _desk = new(Today);

    [Theory]
    [InlineData("1998-03-10", null)]
    [InlineData("1998-06-01", null)]
    [InlineData(
        "1998-06-02",
        "input.endedOn: The designation ends in the future; the liaison counts as ended from now on."
    )]
    public async Task A_designation_ends_on_its_first_day_or_later(string day, string? odd)
    {
        var (agency, liaison) = await DesignatedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(End(liaison, Case.Day(day)));

        Assert.Equal((Case.Day(day), false), (done.Record.EndedOn, done.Record.IsOpen));
        Assert.Equal([(FeedKind.LiaisonDesignationEnded, agency.Id, liaison.Id)], done.Announced);
        Assert.Equal(odd is null ? [] : [odd], done.Warned);
    }

    [Fact]
    public async Task A_designation_does_not_end_before_it_begins()
    {
        var (agency, liaison) = await DesignatedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(End(liaison, new(1998, 3, 9)));

        Assert.Equal(["input.endedOn EndBeforeStart: This end is before the start on 1998-03-10."], done.Refused);
    }

    [Fact]
    public async Task A_designation_ends_once()
    {
        var (agency, liaison) = await DesignatedAsync();
        await _desk.ClerkOf(agency).DoAsync(End(liaison, new(1998, 5, 1)));

        var done = await _desk.ClerkOf(agency).DoAsync(End(liaison, new(1998, 5, 2)));

        Assert.Equal(["input.liaisonId DesignationEnded: This designation already ended on 1998-05-01."], done.Refused);
    }

    [Fact]
    public async Task A_liaison_of_another_agency_is_not_found()
    {
        var (_, liaison) = await DesignatedAsync();

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(End(liaison, Today));

        Assert.Equal(
            ["input.liaisonId RecordNotFound: There is no record with this id for which you may do this."],
            done.Refused
        );
    }

    private async Task<(Agency Agency, Liaison Liaison)> DesignatedAsync()
    {
        var agency = await _desk.AgencyAsync();
        var liaison = Samples.Liaison(agency);
        await _desk.SaveAsync(liaison);
        return (agency, liaison);
    }

    private static EndLiaisonDesignation End(Liaison liaison, DateOnly on) =>
        new() { LiaisonId = liaison.AsId(), EndedOn = on };
}
