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
    public void A_problem_can_be_assigned_again_after_a_change_that_did_not_help()
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
    public void A_problem_cannot_be_verified_by_the_change_of_another()
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
    public void No_sequence_of_steps_verifies_a_problem_before_a_change() =>
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

    [Fact]
    public void A_problem_keeps_what_is_known_of_it()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid();
        var category = new ComplaintCategory(agency, "Notices", TopCategory.Clarity);

        var problem = new SystemicProblem(agency, category, " Notices ", " Hard. ", Changed, id, Samples.Noon);

        Assert.Equal(
            (id, agency, category.Id, "Notices", "Hard.", Changed),
            (problem.Id, problem.AgencyId, problem.CategoryId, problem.Title, problem.Description, problem.FoundOn)
        );
        Assert.Equal((Samples.Noon, Samples.Noon), (problem.RecordedAt, problem.UpdatedAt));
        Assert.Equal((ProblemStatus.Identified, null), (problem.Status, problem.Owner));
        Assert.NotEqual(Open().Id, Open().Id);
        Assert.Null(Open().CategoryId);
    }

    [Fact]
    public void A_category_of_another_agency_is_refused()
    {
        var category = new ComplaintCategory(Guid.NewGuid(), "Notices", TopCategory.Clarity);

        Assert.Throws<ArgumentException>(() =>
            new SystemicProblem(Guid.NewGuid(), category, "Notices", "Hard.", Changed)
        );
    }

    [Theory]
    [InlineData(200, 4000, 200, true)]
    [InlineData(201, 4000, 200, false)]
    [InlineData(200, 4001, 200, false)]
    [InlineData(200, 4000, 201, false)]
    public void Its_texts_are_as_long_as_their_columns(int title, int description, int owner, bool isKept)
    {
        if (isKept)
            Assert.Equal(owner, Opened().Owner!.Length);
        else
            Assert.Throws<ArgumentException>(Opened);

        SystemicProblem Opened()
        {
            var problem = new SystemicProblem(Guid.NewGuid(), null, new('t', title), new('d', description), Changed);
            problem.Assign(new('o', owner));
            return problem;
        }
    }

    [Fact]
    public void An_owner_is_kept_without_white_space_at_the_ends()
    {
        var problem = Open();

        problem.Assign(" Task group ");

        Assert.Equal("Task group", problem.Owner);
    }

    [Fact]
    public void A_change_keeps_what_was_changed()
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();
        var id = Guid.NewGuid();

        var change = problem.Change(Changed, " A number. ", " calls ", before: 900, id, Samples.Noon);

        Assert.Equal(
            (id, problem.Id, Changed, "A number.", "calls", 900),
            (change.Id, change.ProblemId, change.EffectiveOn, change.Description, change.Unit, change.Before)
        );
        Assert.Equal((Samples.Noon, Samples.Noon), (change.RecordedAt, change.UpdatedAt));
        Assert.Equal((null, null), (change.After, change.MeasuredOn));
    }

    [Theory]
    [InlineData(4000, 100, true)]
    [InlineData(4001, 100, false)]
    [InlineData(4000, 101, false)]
    public void The_texts_of_a_change_are_as_long_as_their_columns(int description, int unit, bool isKept)
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();

        if (isKept)
            Change();
        else
            Assert.Throws<ArgumentException>(Change);

        Assert.Equal(isKept ? ProblemStatus.Changed : ProblemStatus.FixPlanned, problem.Status);

        void Change() => problem.Change(Changed, new('d', description), new('u', unit), before: null);
    }

    [Fact]
    public void What_is_measured_before_and_after_a_change_is_a_number()
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Change(Changed, "A number.", "calls", double.NaN));
        var change = problem.Change(Changed, "A number.", "calls", before: null);

        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Verify(change, double.NaN, Changed));

        Assert.Equal(ProblemStatus.Changed, problem.Status);
    }

    [Fact]
    public void An_effect_is_measured_once_and_only_of_a_change_that_was_made()
    {
        var problem = Open();
        problem.Assign("Notices task group");
        problem.PlanFix();
        var first = problem.Change(Changed, "A number.", "calls", before: 900);
        problem.FindNotEffective(first, after: 900, Changed);
        Assert.Throws<InvalidOperationException>(() => problem.Verify(first, after: 300, Changed));
        problem.Assign("Second task group");
        problem.PlanFix();
        problem.Change(Changed, "Plain words.", "calls", before: 900);

        Assert.Throws<InvalidOperationException>(() => problem.Verify(first, after: 300, Changed));

        Assert.Equal((900, ProblemStatus.Changed), (first.After, problem.Status));
    }

    private static SystemicProblem Open() =>
        new(
            Guid.NewGuid(),
            category: null,
            "Notices nobody understands",
            "Customers call to ask what a notice means.",
            new(1998, 5, 4)
        );
}
