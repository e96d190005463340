using System.Globalization;

namespace Cwa.Model.Tests;

public sealed class ProblemTargetsTests
{
    private static readonly DateOnly FoundOn = new(1998, 5, 1);

    [Theory]
    [InlineData(ProblemStatus.Identified, "1998-05-31")]
    [InlineData(ProblemStatus.NotEffective, "1998-05-31")]
    [InlineData(ProblemStatus.Assigned, "1998-07-30")]
    [InlineData(ProblemStatus.FixPlanned, "1998-10-28")]
    [InlineData(ProblemStatus.Changed, "1998-11-28")]
    public void Each_step_is_due_some_days_after_the_finding_and_a_measurement_after_the_change(
        ProblemStatus status,
        string dueOn
    ) =>
        Assert.Equal(
            DateOnly.Parse(dueOn, CultureInfo.InvariantCulture),
            ProblemTargets.DueOn(status, FoundOn, new(1998, 7, 1))
        );

    [Fact]
    public void A_solved_problem_has_no_step_to_take() =>
        Assert.Null(ProblemTargets.DueOn(ProblemStatus.Verified, FoundOn, null));

    [Fact]
    public void Days_lie_between_known_steps_only()
    {
        var steps = new ProblemSteps
        {
            AsOf = new(1999, 1, 1),
            Status = ProblemStatus.Verified,
            FoundOn = FoundOn,
            AssignedOn = new(1998, 5, 11),
            ChangedOn = new(1998, 6, 10),
            VerifiedOn = new(1998, 9, 18),
        };

        Assert.Equal(
            (10, null, null, 100, 40, 140),
            (
                steps.DaysToAssigned,
                steps.DaysToPlanned,
                steps.DaysToChanged,
                steps.DaysToVerified,
                steps.DaysFoundToChanged,
                steps.DaysFoundToVerified
            )
        );
    }

    [Fact]
    public void A_step_is_late_from_the_day_after_it_was_due()
    {
        var onDay = new ProblemSteps
        {
            AsOf = new(1998, 5, 31),
            Status = ProblemStatus.Identified,
            FoundOn = FoundOn,
            DueOn = new(1998, 5, 31),
        };

        Assert.Null(onDay.DaysPastTarget);
        Assert.Equal(1, (onDay with { AsOf = new(1998, 6, 1) }).DaysPastTarget);
    }
}
