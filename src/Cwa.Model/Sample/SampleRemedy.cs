namespace Cwa.Model;

/// <summary>
/// What an agency of the sample does about the problem behind a category of complaints, and whether that helps.
/// </summary>
/// <param name="Category">The index of the category.</param>
/// <param name="Fix">The problem and the change.</param>
/// <param name="FoundOn">When the agency recognizes the problem.</param>
/// <param name="ChangedOn">When the change takes effect, if the agency gets that far.</param>
/// <param name="Goal">How far the agency gets in time.</param>
/// <param name="Fall">By how many percent complaints of the category fall once the change is in effect.</param>
internal sealed record SampleRemedy(
    int Category,
    SampleFix Fix,
    DateOnly FoundOn,
    DateOnly ChangedOn,
    ProblemStatus Goal,
    int Fall
)
{
    // A change is judged by three full months on either side.
    private const int Months = 3;

    /// <summary>When the complaints of the months after the change have been counted.</summary>
    public DateOnly MeasuredOn => ReportMonth.Of(ChangedOn).Plus(Months).LastDay.AddDays(9);

    public static IEnumerable<SampleRemedy> Of(SampleAgency sample, ReportMonth firstFigures)
    {
        var random = sample.Random("fixes");
        foreach (var (index, fix) in sample.Theme.Fixes.Index())
        {
            var foundOn = SampleAgency.WorkingDay(firstFigures.FirstDay.AddDays(random.Between(20, 80)));
            var changedOn = SampleAgency.WorkingDay(firstFigures.Plus(Months).FirstDay.AddDays(random.Between(2, 66)));
            var goal = random.Next(100) switch
            {
                < 10 => ProblemStatus.Identified,
                < 25 => ProblemStatus.Assigned,
                < 90 => ProblemStatus.Verified,
                _ => ProblemStatus.NotEffective,
            };
            var fall = goal == ProblemStatus.Verified ? random.Between(25, 60) : 0;
            if (random.Chance(sample.Agency.HighImpact ? 75 : 40) && sample.IsPast(foundOn))
                yield return new(index, fix, foundOn, changedOn, goal, fall);
        }
    }

    /// <summary>How many complaints of the category come in a month, in percent of those before the change.</summary>
    public int PercentIn(ReportMonth month) => month.FirstDay >= ChangedOn ? 100 - Fall : 100;
}
