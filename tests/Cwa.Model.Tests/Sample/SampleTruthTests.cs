using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>What makes a reader believe the sample year.</summary>
public sealed class SampleTruthTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private const int Months = 3;

    [Fact]
    public async Task Annual_reports_read_at_every_grade_from_7_to_14_and_a_few_are_hard()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var grades = await db.AnnualReports.Select(r => r.PlainLanguage.Grade).ToListAsync();

        Assert.All(grades, grade => Assert.InRange(grade, 6.5, 21));
        Assert.Equal(Enumerable.Range(7, 7), Enumerable.Range(7, 7).Where(g => grades.Any(x => (int)x == g)));
        Assert.InRange(grades.Count(grade => grade is >= 7 and < 14), grades.Count * 7 / 10, grades.Count);
        Assert.InRange(grades.Count(grade => grade > 16), 10, grades.Count / 5);
    }

    [Fact]
    public async Task Complaints_fell_after_each_verified_change_and_after_no_other_that_was_measured()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var problems = await db
            .SystemicProblems.Include(p => p.Changes)
            .Where(p => p.Status == ProblemStatus.Verified || p.Status == ProblemStatus.NotEffective)
            .ToListAsync();
        var metrics = await db.ComplaintMetrics.Where(m => m.IsCurrent).ToListAsync();

        var verified = problems.Where(p => p.Status == ProblemStatus.Verified).ToList();
        Assert.All(verified, problem => Assert.InRange(PercentAfter(problem), 20, 80));
        Assert.All(problems.Except(verified), problem => Assert.InRange(PercentAfter(problem), 92, 120));
        Assert.All(problems, problem => Assert.Equal(problem.Status == ProblemStatus.Verified, Fell(problem)));
        Assert.InRange(problems.Count - verified.Count, 3, verified.Count / 2);

        long PercentAfter(SystemicProblem problem)
        {
            var month = ReportMonth.Of(problem.Changes.Single().EffectiveOn);
            var first = problem.Changes.Single().EffectiveOn == month.FirstDay ? month : month.Next;
            return Received(problem, first, first.Plus(Months - 1))
                * 100
                / Received(problem, month.Plus(-Months), month.Previous);
        }

        long Received(SystemicProblem problem, ReportMonth from, ReportMonth to)
        {
            var told = metrics
                .Where(m => m.CategoryId == problem.CategoryId && m.Month >= from && m.Month <= to)
                .ToList();
            Assert.Equal(Months, told.Select(m => m.Month).Distinct().Count());
            return told.Sum(m => m.Received!.Value);
        }

        static bool Fell(SystemicProblem problem) =>
            problem.Changes.Single() is var change && change.After < change.Before * 0.9;
    }

    [Fact]
    public async Task Nothing_is_recorded_before_the_day_on_which_it_was_found_done_or_seen()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        (string Kind, DateOnly Day, DateTime RecordedAt)[] told =
        [
            .. (await db.Findings.ToListAsync()).Select(f => ("finding", f.FoundOn, f.RecordedAt)),
            .. (await db.FindingActions.ToListAsync()).Select(a => ("action", a.TakenOn, a.RecordedAt)),
            .. (await db.FindingOutcomes.ToListAsync()).Select(o => ("outcome", o.ObservedOn, o.RecordedAt)),
            .. (await db.SystemicProblems.ToListAsync()).Select(p => ("problem", p.FoundOn, p.RecordedAt)),
            .. (await db.ProcessChanges.ToListAsync()).Select(c => ("change", c.EffectiveOn, c.RecordedAt)),
            .. (await db.Surveys.ToListAsync()).Select(s => ("survey", s.ConductedTo, s.RecordedAt)),
            .. (await db.BenchmarkStudies.ToListAsync()).Select(b => ("comparison", b.ConductedOn, b.RecordedAt)),
            .. (await db.Analyses.ToListAsync()).Select(a => ("analysis", a.ConductedOn, a.RecordedAt)),
            .. (await db.ServiceStandards.ToListAsync()).Select(s => ("standard", s.EffectiveFrom, s.RecordedAt)),
        ];

        Assert.Equal(9, told.Select(t => t.Kind).Distinct().Count());
        Assert.DoesNotContain(told, t => Washington.DateOf(t.RecordedAt) < t.Day);
    }

    [Fact]
    public async Task No_more_people_have_their_case_heard_at_a_problem_solving_day_than_come()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var days = await db
            .ProblemSolvingOutcomes.Join(
                db.Events,
                outcome => outcome.EventId,
                e => e.Id,
                (outcome, e) => new { Heard = outcome.Appointments + outcome.WalkIns, e.Attendance }
            )
            .ToListAsync();

        Assert.InRange(days.Count(day => day.Attendance is not null), 100, days.Count);
        Assert.DoesNotContain(days, day => day.Heard > day.Attendance);
    }

    [Fact]
    public async Task Conversations_hardly_ever_begin_on_a_Sunday_or_a_holiday()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var days = await db.Events.Select(e => e.StartsOn).ToListAsync();

        Assert.InRange(days.Count(day => day.DayOfWeek == DayOfWeek.Sunday), 0, days.Count / 100);
        Assert.InRange(days.Count(day => day == new DateOnly(1998, 11, 26)), 0, 5);
    }

    [Fact]
    public async Task No_two_agencies_say_quite_the_same_of_their_results()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var said = await db
            .AnnualReports.Select(r => new { r.AgencyId, Text = r.Statements.OrderBy(s => s.Ordinal).First().Text })
            .ToListAsync();

        var shared = said.GroupBy(s => s.Text).Select(g => g.Select(s => s.AgencyId).Distinct().Count()).ToList();
        Assert.InRange(shared.Max(), 1, 2);
    }
}
