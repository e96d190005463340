using CsCheck;

namespace Cwa.Model.Tests;

public sealed class SystemicProblemTests
{
    private static readonly DateOnly Changed = new(1998, 9, 1);

    [Fact]
    public void A_problem_goes_from_identified_to_verified_by_a_measured_change()
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();
        var change = problem.Change(Changed, "Notices say whom to call.", "calls a week", before: 900);

        problem.Verify(change, after: 300, Changed.AddMonths(2));

        Assert.Equal(ProblemStatus.Verified, problem.Status);
        Assert.Equal((900, 300), (change.Before, change.After));
        Assert.Equal([change], problem.Changes);
    }

    [Fact]
    public void A_change_that_did_not_help_lets_the_problem_be_assigned_again()
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();
        var change = problem.Change(Changed, "Notices say whom to call.", "calls a week", before: null);
        problem.FindNotEffective(change, after: 900, Changed);

        problem.Assign("Second task group");

        Assert.Equal((ProblemStatus.Assigned, "Second task group"), (problem.Status, problem.Owner));
    }

    [Fact]
    public void An_effect_is_not_measured_before_the_change()
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();
        var change = problem.Change(Changed, "Notices say whom to call.", "calls a week", before: 900);

        Assert.Throws<ArgumentException>(() => problem.Verify(change, after: 300, Changed.AddDays(-1)));

        Assert.Equal(ProblemStatus.Changed, problem.Status);
    }

    [Fact]
    public void A_problem_is_not_verified_by_the_change_of_another()
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();
        problem.Change(Changed, "Notices say whom to call.", "calls a week", before: 900);
        var other = Open();
        other.Assign("Forms task group");
        other.PlanFix();
        var change = other.Change(Changed, "One form, not two.", "forms returned", before: 50);

        Assert.Throws<ArgumentException>(() => problem.Verify(change, after: 300, Changed));
    }

    [Fact]
    public void Nothing_is_changed_without_an_owner_and_a_plan() =>
        Assert.Throws<InvalidOperationException>(() =>
            Open().Change(Changed, "Notices say whom to call.", "calls a week", before: 900)
        );

    [Fact]
    public void However_it_moves_a_problem_is_verified_only_after_a_change() =>
        Gen.Enum<ProblemStatus>()
            .Array[0, 40]
            .Sample(wishes =>
            {
                List<ProblemStatus> path = [ProblemStatus.Identified];
                foreach (var wish in wishes.Where(wish => SystemicProblem.CanMove(path[^1], wish)))
                    path.Add(wish);

                return !path.Contains(ProblemStatus.Verified)
                    || path[^1] == ProblemStatus.Verified && path[^2] == ProblemStatus.Changed;
            });

    private static SystemicProblem Open() =>
        new(
            Guid.NewGuid(),
            category: null,
            "Notices nobody understands",
            "Customers call to ask what a notice means.",
            new(1998, 5, 4)
        );
}
