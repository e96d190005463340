using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

public sealed class SystemicProblemTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_problem_goes_from_found_to_solved(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var caller = server.As(agency);

        var opened = await server.OpenAsync(agency, categoryId: await server.HasCategoryAsync(agency));
        var problemId = opened.GetProperty("systemicProblem").Text("id")!;
        var assigned = await caller.DoneAsync(
            "assignSystemicProblem",
            new { problemId, owner = "Mail room" },
            Complaining.Problem
        );
        var planned = await caller.DoneAsync("planProcessChange", new { problemId }, Complaining.Problem);
        var changed = await server.ChangeAsync(agency, problemId);
        var verified = await server.VerifyAsync(agency, changed.ChangeId());

        Assert.Equal(
            ["IDENTIFIED", "ASSIGNED", "FIX_PLANNED", "CHANGED", "VERIFIED"],
            [opened.Status(), assigned.Status(), planned.Status(), changed.Status(), verified.Status()]
        );
        Assert.Equal(2, verified.GetProperty("processChange").GetProperty("after").GetDouble());
        Assert.Empty(verified.Warnings());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [
                FeedKind.ComplaintCategoryDefined,
                FeedKind.SystemicProblemOpened,
                FeedKind.SystemicProblemMoved,
                FeedKind.SystemicProblemMoved,
                FeedKind.ProcessChangeRecorded,
                FeedKind.SystemicProblemMoved,
                FeedKind.SystemicProblemMoved,
            ],
            await db
                .FeedEntries.Where(e => e.AgencyId == agency.Id)
                .OrderBy(e => e.Sequence)
                .Select(e => e.Kind)
                .ToListAsync()
        );
        Assert.Equal(
            2,
            await db.AuditEntries.CountAsync(e => e.AgencyId == agency.Id && e.Action == "verifyProcessChange")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_change_that_did_not_help_leads_to_another(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var problemId = await server.HasProblemAsync(agency, ProblemStatus.FixPlanned);
        var first = await server.ChangeAsync(agency, problemId);

        var failed = await server.VerifyAsync(
            agency,
            first.ChangeId(),
            effective: false,
            after: 12,
            measuredOn: "1998-07-01"
        );
        await server
            .As(agency)
            .DoneAsync("assignSystemicProblem", new { problemId, owner = "Task group" }, Complaining.Problem);
        await server.As(agency).DoneAsync("planProcessChange", new { problemId }, Complaining.Problem);
        var second = await server.ChangeAsync(agency, problemId, "1998-08-01");
        var again = await server.VerifyAsync(agency, first.ChangeId());
        var solved = await server.VerifyAsync(agency, second.ChangeId());

        Assert.Equal("NOT_EFFECTIVE", failed.Status());
        Assert.Equal(["EffectAlreadyMeasured input.changeId"], again.Refusals());
        Assert.Equal("VERIFIED", solved.Status());
    }

    [Fact]
    public async Task A_problem_with_an_owner_is_assigned_at_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await server.OpenAsync(agency, owner: "Mail room");

        Assert.Equal(
            ("ASSIGNED", "Mail room"),
            (payload.Status(), payload.GetProperty("systemicProblem").Text("owner"))
        );
    }

    [Fact]
    public async Task Contradictory_dates_are_stored_with_a_warning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var change = await server.ChangeAsync(
            agency,
            await server.HasProblemAsync(agency, ProblemStatus.FixPlanned),
            "1998-04-30"
        );
        var verified = await server.VerifyAsync(agency, change.ChangeId(), after: 12);

        Assert.Equal(["input.effectiveOn"], change.Warnings());
        Assert.Equal(["input.effective"], verified.Warnings());
        Assert.Equal("VERIFIED", verified.Status());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_changes_to_a_problem_one_is_recorded(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var problemId = await server.HasProblemAsync(agency, ProblemStatus.FixPlanned);

        var changes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.ChangeAsync(agency, problemId)));
        var recorded = Assert.Single(changes, c => c.Refusals() is []);
        var verdicts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => server.VerifyAsync(agency, recorded.ChangeId(), effective: i % 2 == 0))
        );

        Assert.All(
            changes.Where(c => c.Refusals() is not []),
            c => Assert.Equal(["ProblemCannotMove input.problemId"], c.Refusals())
        );
        Assert.Single(verdicts, v => v.Refusals() is []);
        Assert.All(
            verdicts.Where(v => v.Refusals() is not []),
            v => Assert.Equal(["ProblemCannotMove input.changeId"], v.Refusals())
        );
    }
}
