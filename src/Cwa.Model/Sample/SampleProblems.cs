namespace Cwa.Model;

/// <summary>Systemic problems on their way to a lasting fix, and what agencies learned from their figures.</summary>
internal static class SampleProblems
{
    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (sample.Process is null)
            yield break;

        var random = sample.Random("problems");
        foreach (var (index, fix) in sample.Theme.Fixes.Index())
        {
            var foundOn = Later(sample.Process.InPlaceOn, new DateOnly(1998, 4, 6)).AddDays(random.Between(10, 120));
            if (!random.Chance(sample.Agency.HighImpact ? 70 : 30) || !sample.IsPast(foundOn))
                continue;

            yield return Problem(sample, random, index, fix, foundOn);
        }

        var conductedOn = new DateOnly(1998, 9, 8).AddDays(random.Between(0, 80));
        if (random.Chance(60) && sample.IsPast(conductedOn))
            yield return Analyze(sample, random, conductedOn);
    }

    private static SystemicProblem Problem(
        SampleAgency sample,
        SampleRandom random,
        int index,
        SampleFix fix,
        DateOnly foundOn
    )
    {
        var at = SampleAgency.OfficeHour(foundOn, random);
        var problem = new SystemicProblem(
            sample.Agency.Id,
            sample.Categories[index],
            SampleAgency.Marked(fix.Problem),
            $"Found in the complaints under \"{sample.Categories[index].Name}\", "
                + "and heard again at a conversation with customers.",
            foundOn,
            sample.Id(at, $"problem {index}"),
            at
        );
        sample.Announce(FeedKind.SystemicProblemOpened, problem.Id, at);

        var effectiveOn = foundOn.AddDays(random.Between(30, 100));
        var measuredOn = effectiveOn.AddDays(random.Between(30, 70));
        if (random.Chance(15))
            return problem;

        problem.Assign(
            $"Task group on {sample.Categories[index].Name.ToLowerInvariant()}, {sample.Agency.Abbreviation}"
        );
        if (random.Chance(20))
            return problem;

        problem.PlanFix();
        if (!sample.IsPast(effectiveOn))
            return problem;

        var changedAt = SampleAgency.OfficeHour(effectiveOn, random);
        var change = problem.Change(
            effectiveOn,
            SampleAgency.Marked(fix.Change),
            fix.Unit,
            fix.Before,
            sample.Id(changedAt, $"change {index}"),
            changedAt
        );
        sample.Announce(FeedKind.ProcessChangeRecorded, change.Id, changedAt);
        if (!sample.IsPast(measuredOn))
            return problem;

        if (random.Chance(80))
            problem.Verify(change, fix.After, measuredOn);
        else
            problem.FindNotEffective(change, fix.Before, measuredOn);
        return problem;
    }

    private static Analysis Analyze(SampleAgency sample, SampleRandom random, DateOnly conductedOn)
    {
        var at = SampleAgency.OfficeHour(conductedOn, random);
        var first = sample.Categories[0];
        return new(
            sample.Agency.Id,
            new ReportMonth(1998, 3),
            new ReportMonth(1998, 8),
            random.Chance(50) ? [first.Top] : [],
            SampleAgency.Marked(
                $"Most complaints were about \"{first.Name}\". Half of them came from a step that customers cannot see."
            ),
            conductedOn,
            sample.Id(at, "analysis"),
            at
        );
    }

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;
}
