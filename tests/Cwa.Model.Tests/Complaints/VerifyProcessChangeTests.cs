using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class VerifyProcessChangeTests
{
    private static readonly DateOnly Today = new(1998, 6, 10);

    private readonly Desk _desk = new(Today);

    [Theory]
    [InlineData(true, ProblemStatus.Verified)]
    [InlineData(false, ProblemStatus.NotEffective)]
    public async Task A_measured_change_helped_or_did_not(bool effective, ProblemStatus status)
    {
        var (agency, problem) = await _desk.ProblemAsync(ProblemStatus.Changed);
        var change = problem.Changes[0];

        var done = await _desk.ClerkOf(agency).DoAsync(Verify(change) with { Effective = effective });

        Assert.Equal((change.Id, 300, Today), (done.Record.Id, done.Record.After, done.Record.MeasuredOn));
        Assert.Equal(status, await StatusAsync(problem));
        Assert.Equal([(FeedKind.SystemicProblemMoved, agency.Id, problem.Id)], done.Announced);
        Assert.Equal(["ProcessChange", "SystemicProblem"], done.Audited.Select(entry => entry.SubjectKind).Order());
        Assert.All(done.Audited, entry => Assert.Equal(agency.Id, entry.AgencyId));
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task An_effect_is_measured_today_or_before()
    {
        var (agency, problem) = await _desk.ProblemAsync(ProblemStatus.Changed);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Verify(problem.Changes[0]) with { MeasuredOn = Today.AddDays(1) });

        Assert.Equal(
            [
                "input.measuredOn DateInFuture: "
                    + "This day is still to come: today is 1998-06-10. Send it again once it has happened.",
            ],
            done.Refused
        );
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task An_effect_is_measured_on_the_day_of_the_change_or_later(int days, bool isRefused)
    {
        var (agency, problem) = await _desk.ProblemAsync(ProblemStatus.Changed);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Verify(problem.Changes[0]) with { MeasuredOn = Solving.Changed.AddDays(days) });

        Assert.Equal(
            isRefused
                ?
                [
                    "input.measuredOn MeasuredBeforeChange: The change took effect on 1998-06-01. "
                        + "Its effect can be measured on that day or later.",
                ]
                : [],
            done.Refused
        );
    }

    [Theory]
    [InlineData(900, true, true)]
    [InlineData(900, false, false)]
    [InlineData(899, true, false)]
    public async Task A_change_that_helped_and_moved_nothing_is_odd(double after, bool effective, bool isOdd)
    {
        var (agency, problem) = await _desk.ProblemAsync(ProblemStatus.Changed);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Verify(problem.Changes[0]) with { After = after, Effective = effective });

        Assert.Equal(
            isOdd ? ["input.effective: The value is the same after the change as before it."] : [],
            done.Warned
        );
        Assert.Equal(after, done.Record.After);
    }

    [Theory]
    [InlineData(ProblemStatus.Verified, "VERIFIED: it is solved. If it comes back, open a new one.")]
    [InlineData(
        ProblemStatus.NotEffective,
        "NOT_EFFECTIVE: its change did not help. The next step is to assign it again."
    )]
    public async Task The_effect_of_a_change_is_judged_once(ProblemStatus status, string message)
    {
        var (agency, problem) = await _desk.ProblemAsync(status);

        var done = await _desk.ClerkOf(agency).DoAsync(Verify(problem.Changes[0]));

        Assert.Equal([$"input.changeId ProblemCannotMove: This problem is {message}"], done.Refused);
    }

    [Fact]
    public async Task Of_two_changes_the_later_is_the_one_to_measure()
    {
        var agency = await _desk.AgencyAsync();
        var problem = new SystemicProblem(agency.Id, null, "Notices", "Nobody reads them.", new(1998, 5, 1));
        problem.Assign("Task group");
        problem.PlanFix();
        var first = problem.Change(Solving.Changed, "A number.", "calls a week", before: 900);
        problem.FindNotEffective(first, after: 900, Solving.Changed);
        problem.Assign("Task group");
        problem.PlanFix();
        var second = problem.Change(Solving.Changed, "Plain words.", "calls a week", before: 900);
        await _desk.SaveAsync(problem);
        var clerk = _desk.ClerkOf(agency);

        var ofFirst = await clerk.DoAsync(Verify(first));
        var ofSecond = await clerk.DoAsync(Verify(second));

        Assert.Equal(
            [
                "input.changeId EffectAlreadyMeasured: The effect of this change was already measured on 1998-06-01. "
                    + "Measure the later change of the problem.",
            ],
            ofFirst.Refused
        );
        Assert.Equal(first.Id, Assert.IsType<EffectAlreadyMeasured>(ofFirst.Refusals[0]).Existing.Id);
        Assert.Equal(300, ofSecond.Record.After);
    }

    [Fact]
    public async Task A_change_of_others_is_not_found()
    {
        var (_, problem) = await _desk.ProblemAsync(ProblemStatus.Changed);

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Verify(problem.Changes[0]));

        Assert.Equal(
            ["input.changeId RecordNotFound: There is no record with this id for which you may do this."],
            done.Refused
        );
    }

    private Task<ProblemStatus> StatusAsync(SystemicProblem problem) =>
        _desk.ReadAsync(db => db.SystemicProblems.Where(p => p.Id == problem.Id).Select(p => p.Status).SingleAsync());

    private static VerifyProcessChange Verify(ProcessChange change) =>
        new()
        {
            ChangeId = change.AsId(),
            After = 300,
            MeasuredOn = Today,
            Effective = true,
        };
}
