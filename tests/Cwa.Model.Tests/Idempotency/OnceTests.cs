using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>What a verb does that is sent again with its idempotency key.</summary>
public sealed class OnceTests
{
    private readonly Desk _desk = new(new(1998, 4, 14));

    [Fact]
    public async Task The_same_input_gives_the_first_answer_and_is_not_done_again()
    {
        var agency = await _desk.AgencyAsync();
        var first = await _desk.ClerkOf(agency).DoAsync(Create(agency));

        var again = await _desk.ClerkOf(agency).DoAsync(Create(agency));

        Assert.Equal(first.Record.Id, again.Record.Id);
        Assert.Empty(again.Warned);
        Assert.Empty(again.Announced);
        Assert.Empty(again.Audited);
        Assert.Equal(1, await CountAsync(agency));
    }

    [Fact]
    public async Task Other_input_is_refused()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.ClerkOf(agency).DoAsync(Create(agency));

        var other = await _desk.ClerkOf(agency).DoAsync(Create(agency, "Open window"));

        Assert.Equal(
            [
                "input.idempotencyKey IdempotencyKeyReused: "
                    + "This key was used before with other input. Use a new key for a new request.",
            ],
            other.Refused
        );
        Assert.Equal(1, await CountAsync(agency));
    }

    [Fact]
    public async Task A_key_is_of_one_caller()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        await _desk.ClerkOf(agency).DoAsync(Create(agency));

        var theirs = await _desk.ClerkOf(other).DoAsync(Create(other, "Open window"));

        Assert.Equal("Open window", theirs.Record.Name);
    }

    [Fact]
    public async Task A_key_is_of_one_verb()
    {
        var agency = await _desk.AgencyAsync();
        var program = (await _desk.ClerkOf(agency).DoAsync(Create(agency))).Record;

        var ended = await _desk
            .ClerkOf(agency)
            .DoAsync(
                new EndProgram
                {
                    ProgramId = program.AsId(),
                    EndsOn = new(1998, 4, 10),
                    IdempotencyKey = "k",
                }
            );

        Assert.Equal(program.Id, ended.Record.Id);
    }

    [Fact]
    public async Task What_was_refused_or_only_checked_can_be_sent_with_its_key()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var refused = await clerk.DoAsync(Create(agency, " "));
        var tried = await clerk.DoAsync(Create(agency, "Open window") with { ValidateOnly = true });
        var done = await clerk.DoAsync(Create(agency));

        Assert.NotEmpty(refused.Refused);
        Assert.Empty(tried.Refused);
        Assert.Empty(tried.Records);
        Assert.Equal("Open door", done.Record.Name);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_key_is_free_again_after_twenty_four_hours(int microseconds, bool isFree)
    {
        var agency = await _desk.AgencyAsync();
        await _desk.ClerkOf(agency).DoAsync(Create(agency));
        var recordedAt = (_desk.Clock.Now - IdempotencyRecord.Kept).AddMicroseconds(-microseconds);
        var subject = _desk.ClerkOf(agency).Subject;
        await _desk.ReadAsync(db =>
            db.IdempotencyRecords.Where(r => r.Caller == subject)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.RecordedAt, recordedAt))
        );

        var other = await _desk.ClerkOf(agency).DoAsync(Create(agency, "Open window"));

        Assert.Equal(isFree, other.Refused is []);
        Assert.Equal(isFree ? 2 : 1, await CountAsync(agency));
    }

    [Fact]
    public async Task What_is_no_longer_there_is_told()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.ClerkOf(agency).DoAsync(Create(agency));
        await _desk.ReadAsync(db => db.Programs.Where(p => p.AgencyId == agency.Id).ExecuteDeleteAsync());

        var again = await _desk.ClerkOf(agency).DoAsync(Create(agency));

        Assert.Empty(again.Records);
        Assert.Equal(
            [
                "input.idempotencyKey: This was done before, with the same key. "
                    + "What it wrote is no longer there, or no longer yours to see.",
            ],
            again.Warned
        );
    }

    private Task<int> CountAsync(Agency agency) =>
        _desk.ReadAsync(db => db.Programs.CountAsync(p => p.AgencyId == agency.Id));

    private static CreateProgram Create(Agency agency, string name = "Open door") =>
        new()
        {
            AgencyId = agency.AsId(),
            Name = name,
            Purpose = "To listen.",
            StartsOn = new(1998, 4, 1),
            IdempotencyKey = "k",
        };
}
