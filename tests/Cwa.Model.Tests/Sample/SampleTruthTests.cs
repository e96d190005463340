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
