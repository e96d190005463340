using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>What a verb at work finds, and what it leaves behind.</summary>
public sealed class WorkTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Desk _desk = new(Day);

    [Theory]
    [InlineData("1998-04-14T03:59:59Z", "1998-04-13")]
    [InlineData("1998-04-14T04:00:00Z", "1998-04-14")]
    public async Task Today_is_the_date_in_Washington(string now, string today)
    {
        _desk.Clock.Now = DateTimeOffset.Parse(now, null).UtcDateTime;

        await DoAsync(
            await _desk.AgencyAsync(),
            (work, _) =>
            {
                Assert.Equal((_desk.Clock.Now, today), (work.Now, $"{work.Today:yyyy-MM-dd}"));
                Assert.Equal("pat", work.Actor);
                return Task.CompletedTask;
            }
        );
    }

    [Fact]
    public async Task Of_several_agencies_those_that_the_caller_acts_for_are_found()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var unknown = Ids.Unknown<Agency>();

        await DoAsync(
            agency,
            async (work, token) =>
            {
                var again = agency.AsId() with { Text = "the same" };
                var found = await work.AgenciesAsync(
                    [agency.AsId(), agency.AsId(), again, other.AsId(), unknown, Ids.Nonsense<Agency>()],
                    token
                );
                Assert.Equal([agency.AsId(), again], found.Keys);
                Assert.All(found.Values, a => Assert.Equal(agency.Id, a.Id));
                Assert.True(work.IsGood);
            }
        );
    }

    [Fact]
    public async Task An_agency_of_the_callers_that_is_not_there_is_not_found()
    {
        var agency = Samples.Agency();

        var done = await DoAsync(
            agency,
            async (work, token) => await work.AgencyAsync(agency.AsId(), token, field: "id")
        );

        Assert.Equal(
            ["input.id AgencyNotFound: There is no agency with this id for which you may do this."],
            done.Refused
        );
    }

    [Fact]
    public async Task What_is_not_found_is_told_at_the_part_that_names_it_by_the_last_of_its_names()
    {
        var report = new { AgencyId = Ids.Nonsense<Agency>(), ProgramId = Ids.Nonsense<Program>() };

        var done = await DoAsync(
            await _desk.AgencyAsync(),
            async (work, token) =>
            {
                await work.AgencyAsync(report.AgencyId, token, work.Check.In("reports", 2));
                await work.OwnAsync(report.ProgramId, token, work.Check.In("reports", 3));
            }
        );

        Assert.Equal(
            [
                ["input", "reports", "2", "agencyId"],
                ["input", "reports", "3", "programId"],
            ],
            done.Refusals.Select(refusal => refusal.Path)
        );
    }

    [Fact]
    public async Task No_agencys_record_changes_without_a_trace()
    {
        var agency = await _desk.AgencyAsync();
        var (ended, untouched) = (Program(agency), Program(agency));
        var draft = new MonthlyReport(agency.Id, Samples.April);
        await _desk.SaveAsync(ended, untouched, draft);
        var created = Program(agency);

        var done = await DoAsync(
            agency,
            async (work, token) =>
            {
                await work.OwnAsync(untouched.AsId(), token);
                (await work.OwnAsync(ended.AsId(), token))!.End(Day);
                work.Db.Remove((await work.OwnAsync(draft.AsId(), token))!);
                work.Db.Add(created);
            }
        );

        Assert.Equal(
            new[] { (ended.Id, true, true), (draft.Id, true, false), (created.Id, false, true) }.ToHashSet(),
            done.Audited.Select(e => (e.SubjectId, e.Before is not null, e.After is not null)).ToHashSet()
        );
        Assert.All(done.Audited, entry => Assert.Equal(agency.Id, entry.AgencyId));
    }

    [Fact]
    public async Task What_is_audited_by_its_verb_is_audited_once()
    {
        var agency = await _desk.AgencyAsync();
        var created = Program(agency);

        var done = await DoAsync(
            agency,
            (work, _) =>
            {
                work.Db.Add(created);
                work.Announce(FeedKind.ProgramCreated, created);
                return Task.CompletedTask;
            }
        );

        Assert.Equal(created.Id, Assert.Single(done.Audited).SubjectId);
    }

    [Fact]
    public async Task What_a_report_does_to_its_events_is_in_its_revisions()
    {
        var (agency, planned) = await _desk.PlannedAsync();

        var done = await DoAsync(
            agency,
            async (work, token) => (await work.OwnAsync(planned.AsId(), token))!.Cancel("Snow.", work.Now, "pat")
        );

        Assert.Empty(done.Audited);
    }

    [Fact]
    public async Task Announcements_are_numbered_one_after_the_other_and_the_newest_is_told()
    {
        var agency = await _desk.AgencyAsync();
        Program[] programs = [Program(agency), Program(agency), Program(agency)];

        await using var db = await _desk.ContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        var work = new Work(db, _desk.ClerkOf(agency), new(_desk.Clock), "createPrograms");
        foreach (var program in programs)
        {
            db.Add(program);
            work.Announce(FeedKind.ProgramCreated, program);
        }
        var newest = (await work.SaveAsync(default))!.Value;
        await transaction.CommitAsync(default);

        Assert.Equal(
            [(newest - 2, programs[0].Id), (newest - 1, programs[1].Id), (newest, programs[2].Id)],
            await _desk.ReadAsync(async stored =>
                (await stored.FeedEntries.Where(e => e.AgencyId == agency.Id).OrderBy(e => e.Sequence).ToListAsync())
                    .Select(e => (e.Sequence, e.SubjectId))
                    .ToList()
            )
        );
    }

    [Fact]
    public async Task Where_nothing_is_announced_the_newest_number_is_0()
    {
        var agency = await _desk.AgencyAsync();
        await using var db = await _desk.ContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        var work = new Work(db, _desk.ClerkOf(agency), new(_desk.Clock), "createProgram");
        db.Add(Program(agency));

        Assert.Equal(0, await work.SaveAsync(default));
    }

    private static Program Program(Agency agency) => new(agency.Id, "Open door", "To listen.", new(1998, 4, 1));

    private Task<Done<Agency>> DoAsync(Agency agency, Func<Work, CancellationToken, Task> what) =>
        _desk.ClerkOf(agency).DoAsync(new Whatever(what));

    /// <summary>A verb that does what a fact says.</summary>
    [By(Role.Agency)]
    private sealed record Whatever : VerbOfMany<Agency>
    {
        private readonly Func<Work, CancellationToken, Task> _what;

        public Whatever(Func<Work, CancellationToken, Task> what) => _what = what;

        public override async Task<IReadOnlyList<Agency>> DoAllAsync(Work work, CancellationToken cancellationToken)
        {
            await _what(work, cancellationToken);
            return [];
        }
    }
}
