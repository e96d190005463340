using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>A systemic problem on its way, verb by verb.</summary>
public sealed class SolvingTests
{
    private static readonly DateOnly Today = new(1998, 6, 10);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task A_problem_is_opened_from_a_category_of_the_agency()
    {
        var agency = await _desk.AgencyAsync();
        var category = new ComplaintCategory(agency.Id, "Notices", TopCategory.Clarity);
        await _desk.SaveAsync(category);

        var done = await _desk.ClerkOf(agency).DoAsync(Open(agency) with { CategoryId = category.AsId() });

        var problem = done.Record;
        Assert.Equal(
            (agency.Id, category.Id, "Notices", "Nobody understands them.", Today),
            (problem.AgencyId, problem.CategoryId, problem.Title, problem.Description, problem.FoundOn)
        );
        Assert.Equal((ProblemStatus.Identified, null), (problem.Status, problem.Owner));
        Assert.Equal([(FeedKind.SystemicProblemOpened, agency.Id, problem.Id)], done.Announced);
    }

    [Fact]
    public async Task A_problem_that_is_opened_with_an_owner_is_assigned_at_once()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Open(agency) with { Owner = " Task group " });

        Assert.Equal((ProblemStatus.Assigned, "Task group"), (done.Record.Status, done.Record.Owner));
        Assert.Null(done.Record.CategoryId);
    }

    [Fact]
    public async Task A_problem_was_recognized_today_or_before()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Open(agency) with { FoundOn = Today.AddDays(1) });

        Assert.Equal(
            [
                "input.foundOn DateInFuture: "
                    + "This day is still to come: today is 1998-06-10. Send it again once it has happened.",
            ],
            done.Refused
        );
    }

    [Fact]
    public async Task A_category_of_others_is_not_found()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var category = new ComplaintCategory(other.Id, "Notices", TopCategory.Clarity);
        await _desk.SaveAsync(category);
        Id<ComplaintCategory>[] ids =
        [
            category.AsId(),
            Ids.Unknown<ComplaintCategory>(),
            Ids.Nonsense<ComplaintCategory>(),
        ];

        foreach (var id in ids)
        {
            var done = await _desk.ClerkOf(agency, other).DoAsync(Open(agency) with { CategoryId = id });
            Assert.Equal(
                ["input.categoryId RecordNotFound: There is no record with this id for which you may do this."],
                done.Refused
            );
        }
    }

    [Fact]
    public async Task A_problem_is_opened_for_ones_own_agency()
    {
        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Open(await _desk.AgencyAsync()));

        Assert.Equal(
            ["input.agencyId AgencyNotFound: There is no agency with this id for which you may do this."],
            done.Refused
        );
    }

    [Fact]
    public async Task Somebody_is_assigned_and_the_change_is_planned()
    {
        var (agency, problem) = await _desk.ProblemAsync(ProblemStatus.Identified);
        var clerk = _desk.ClerkOf(agency);

        var assigned = await clerk.DoAsync(Assign(problem));
        var planned = await clerk.DoAsync(Plan(problem));

        Assert.Equal((ProblemStatus.Assigned, "Task group"), (assigned.Record.Status, assigned.Record.Owner));
        Assert.Equal(ProblemStatus.FixPlanned, planned.Record.Status);
        (FeedKind, Guid?, Guid) moved = (FeedKind.SystemicProblemMoved, agency.Id, problem.Id);
        Assert.Equal([moved], assigned.Announced);
        Assert.Equal([moved], planned.Announced);
    }

    [Fact]
    public async Task A_change_is_recorded_with_what_was_measured_before_it()
    {
        var (agency, problem) = await _desk.ProblemAsync(ProblemStatus.FixPlanned);

        var done = await _desk.ClerkOf(agency).DoAsync(Change(problem));

        var change = done.Record;
        Assert.Equal(
            (problem.Id, Today, "Notices say whom to call.", "calls a week", 900, null, null),
            (
                change.ProblemId,
                change.EffectiveOn,
                change.Description,
                change.Unit,
                change.Before,
                change.After,
                change.MeasuredOn
            )
        );
        Assert.Equal(
            [
                (FeedKind.ProcessChangeRecorded, agency.Id, change.Id),
                (FeedKind.SystemicProblemMoved, agency.Id, problem.Id),
            ],
            done.Announced
        );
        Assert.Equal(ProblemStatus.Changed, await StatusAsync(problem));
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData(1, "The change takes effect in the future.")]
    [InlineData(0, null)]
    [InlineData(-20, null)]
    [InlineData(-21, "The change takes effect before the problem was found.")]
    public async Task A_change_that_takes_effect_in_the_future_or_before_the_problem_was_found_is_odd(
        int days,
        string? warning
    )
    {
        var (agency, problem) = await _desk.ProblemAsync(ProblemStatus.FixPlanned, foundOn: Today.AddDays(-20));

        var done = await _desk.ClerkOf(agency).DoAsync(Change(problem) with { EffectiveOn = Today.AddDays(days) });

        Assert.Equal(warning is null ? [] : [$"input.effectiveOn: {warning}"], done.Warned);
        Assert.Equal(Today.AddDays(days), done.Record.EffectiveOn);
    }

    [Theory]
    [InlineData(ProblemStatus.Identified, "IDENTIFIED. The next step is to assign it.")]
    [InlineData(ProblemStatus.Assigned, "ASSIGNED. The next step is to plan a process change.")]
    [InlineData(ProblemStatus.FixPlanned, "FIX_PLANNED. The next step is to record the process change.")]
    [InlineData(ProblemStatus.Changed, "CHANGED. The next step is to verify the process change.")]
    [InlineData(
        ProblemStatus.NotEffective,
        "NOT_EFFECTIVE: its change did not help. The next step is to assign it again."
    )]
    [InlineData(ProblemStatus.Verified, "VERIFIED: it is solved. If it comes back, open a new one.")]
    public async Task A_problem_takes_its_steps_in_order(ProblemStatus status, string message)
    {
        var (agency, problem) = await _desk.ProblemAsync(status);
        var clerk = _desk.ClerkOf(agency);

        var assigned = await clerk.DoAsync(Assign(problem) with { ValidateOnly = true });
        var planned = await clerk.DoAsync(Plan(problem) with { ValidateOnly = true });
        var changed = await clerk.DoAsync(Change(problem) with { ValidateOnly = true });

        IReadOnlyList<string> refused = [$"input.problemId ProblemCannotMove: This problem is {message}"];
        Assert.Equal(status is ProblemStatus.Identified or ProblemStatus.NotEffective ? [] : refused, assigned.Refused);
        Assert.Equal(status == ProblemStatus.Assigned ? [] : refused, planned.Refused);
        Assert.Equal(status == ProblemStatus.FixPlanned ? [] : refused, changed.Refused);
    }

    [Fact]
    public async Task A_problem_of_others_is_not_found()
    {
        var (_, problem) = await _desk.ProblemAsync(ProblemStatus.Identified);
        var clerk = _desk.ClerkOf(await _desk.AgencyAsync());

        IReadOnlyList<string> refused =
        [
            "input.problemId RecordNotFound: There is no record with this id for which you may do this.",
        ];
        Assert.Equal(refused, (await clerk.DoAsync(Assign(problem))).Refused);
        Assert.Equal(refused, (await clerk.DoAsync(Plan(problem))).Refused);
        Assert.Equal(refused, (await clerk.DoAsync(Change(problem))).Refused);
    }

    private Task<ProblemStatus> StatusAsync(SystemicProblem problem) =>
        _desk.ReadAsync(db => db.SystemicProblems.Where(p => p.Id == problem.Id).Select(p => p.Status).SingleAsync());

    private static OpenSystemicProblem Open(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Title = "Notices",
            Description = "Nobody understands them.",
            FoundOn = Today,
        };

    private static AssignSystemicProblem Assign(SystemicProblem problem) =>
        new() { ProblemId = problem.AsId(), Owner = "Task group" };

    private static PlanProcessChange Plan(SystemicProblem problem) => new() { ProblemId = problem.AsId() };

    private static RecordProcessChange Change(SystemicProblem problem) =>
        new()
        {
            ProblemId = problem.AsId(),
            EffectiveOn = Today,
            Description = "Notices say whom to call.",
            Unit = "calls a week",
            Before = 900,
        };
}
