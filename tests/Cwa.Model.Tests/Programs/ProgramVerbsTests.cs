namespace Cwa.Model.Tests;

public sealed class ProgramVerbsTests
{
    private static readonly DateOnly Start = new(1998, 4, 1);

    private readonly Desk _desk = new(new(1998, 6, 1));

    [Fact]
    public async Task A_program_is_recorded_with_or_without_an_end()
    {
        var agency = await _desk.AgencyAsync();

        var open = await _desk.ClerkOf(agency).DoAsync(Create(agency));
        var ended = await _desk.ClerkOf(agency).DoAsync(Create(agency) with { EndsOn = Start });

        var program = open.Record;
        Assert.Equal(
            (agency.Id, "Saturday hours", "To be there when people can come.", Start, null),
            (program.AgencyId, program.Name, program.Purpose, program.StartsOn, program.EndsOn)
        );
        Assert.Equal([(FeedKind.ProgramCreated, agency.Id, program.Id)], open.Announced);
        Assert.Equal(Start, ended.Record.EndsOn);
    }

    [Fact]
    public async Task A_program_does_not_end_before_it_starts()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        const string wrong = "input.endsOn EndBeforeStart: This end is before the start on 1998-04-01.";

        var created = await clerk.DoAsync(Create(agency) with { EndsOn = Start.AddDays(-1) });
        var ended = await clerk.DoAsync(End((await clerk.DoAsync(Create(agency))).Record, Start.AddDays(-1)));

        Assert.Equal([wrong], created.Refused);
        Assert.Equal([wrong], ended.Refused);
    }

    [Fact]
    public async Task An_end_is_set_and_moved()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var program = (await clerk.DoAsync(Create(agency))).Record;

        var ended = await clerk.DoAsync(End(program, Start));
        var moved = await clerk.DoAsync(End(program, new(1998, 12, 31)));

        Assert.Equal((Start, new DateOnly(1998, 12, 31)), (ended.Record.EndsOn, moved.Record.EndsOn));
        Assert.Equal([(FeedKind.ProgramEnded, agency.Id, program.Id)], moved.Announced);
    }

    [Fact]
    public async Task Programs_are_their_agencys_alone()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var program = (await _desk.ClerkOf(agency).DoAsync(Create(agency))).Record;

        var created = await _desk.ClerkOf(other).DoAsync(Create(agency));
        var ended = await _desk.ClerkOf(other).DoAsync(End(program, Start));

        Assert.Equal("AgencyNotFound", Assert.Single(created.Refusals).GetType().Name);
        Assert.Equal("RecordNotFound", Assert.Single(ended.Refusals).GetType().Name);
    }

    private static CreateProgram Create(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Name = "Saturday hours",
            Purpose = "To be there when people can come.",
            StartsOn = Start,
        };

    private static EndProgram End(Program program, DateOnly on) => new() { ProgramId = program.AsId(), EndsOn = on };
}
