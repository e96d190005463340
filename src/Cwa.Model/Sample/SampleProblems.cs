namespace Cwa.Model;

/// <summary>Systemic problems on their way to a lasting fix, and what agencies learned from their figures.</summary>
internal static class SampleProblems
{
    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (sample.Process is null)
            yield break;

        var random = sample.Random("problems");
        foreach (var remedy in sample.Remedies)
        {
            var problem = Problem(sample, random, remedy);
            yield return problem;
            foreach (var step in Steps(sample, problem, remedy))
                yield return step;
        }

        var conductedOn = SampleAgency.WorkingDay(new DateOnly(1998, 9, 8).AddDays(random.Between(0, 80)));
        if (random.Chance(60) && sample.IsPast(conductedOn))
            yield return Analyze(sample, random, conductedOn);
    }

    private static SystemicProblem Problem(SampleAgency sample, SampleRandom random, SampleRemedy remedy)
    {
        var (fix, category) = (remedy.Fix, sample.Categories[remedy.Category]);
        var at = SampleAgency.OfficeHour(remedy.FoundOn, random);
        var problem = new SystemicProblem(
            sample.Agency.Id,
            category,
            SampleAgency.Marked(fix.Problem),
            $"Found in the complaints under \"{category.Name}\", and heard again at a conversation with customers.",
            remedy.FoundOn,
            sample.Id(at, $"problem {remedy.Category}"),
            at
        );
        sample.Announce(FeedKind.SystemicProblemOpened, problem.Id, at);
        if (remedy.Goal == ProblemStatus.Identified)
            return problem;

        problem.Assign($"Task group on {category.Name.ToLowerInvariant()}, {sample.Agency.Abbreviation}");
        if (remedy.Goal == ProblemStatus.Assigned)
            return problem;

        problem.PlanFix();
        if (!sample.IsPast(remedy.ChangedOn))
            return problem;

        // No two agencies are of one size.
        var size = fix.Before < 20 ? 100 : random.Between(60, 145);
        var changedAt = SampleAgency.OfficeHour(remedy.ChangedOn, random);
        var change = problem.Change(
            remedy.ChangedOn,
            SampleAgency.Marked(fix.Change),
            fix.Unit,
            fix.Before * size / 100,
            sample.Id(changedAt, $"change {remedy.Category}"),
            changedAt
        );
        sample.Announce(FeedKind.ProcessChangeRecorded, change.Id, changedAt);
        if (!sample.IsPast(remedy.MeasuredOn))
            return problem;

        if (remedy.Goal == ProblemStatus.Verified)
            problem.Verify(change, fix.After * size / 100, remedy.MeasuredOn);
        else
            problem.FindNotEffective(change, fix.Before * size * random.Between(97, 104) / 10_000, remedy.MeasuredOn);
        return problem;
    }

    // An office hour can be up to two days earlier, so three days leave each step after the one before.
    private static IEnumerable<AuditEntry> Steps(SampleAgency sample, SystemicProblem problem, SampleRemedy remedy)
    {
        var random = sample.Random($"steps of problem {remedy.Category}");
        var days = remedy.ChangedOn.DayNumber - remedy.FoundOn.DayNumber;
        var assignedOn = remedy.FoundOn.AddDays(random.Between(3, Math.Max(3, days / 3)));
        var plannedOn = assignedOn.AddDays(random.Between(3, Math.Max(3, days / 3)));
        if (problem.Status != ProblemStatus.Identified && sample.IsPast(assignedOn))
            yield return Step("assignSystemicProblem", ProblemStatus.Assigned, assignedOn);
        if (problem.Status is not (ProblemStatus.Identified or ProblemStatus.Assigned) && sample.IsPast(plannedOn))
            yield return Step("planProcessChange", ProblemStatus.FixPlanned, plannedOn);

        AuditEntry Step(string action, ProblemStatus status, DateOnly day) =>
            sample.Audit(
                action,
                nameof(SystemicProblem),
                problem.Id,
                $$"""{"status":"{{(status == ProblemStatus.Assigned ? "ASSIGNED" : "FIX_PLANNED")}}"}""",
                SampleAgency.OfficeHour(day, random)
            );
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
}
