using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class SampleYearTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly DateOnly Today = SampleOptions.UsualDay;

    [Fact]
    public async Task The_sample_covers_every_agency_and_state_and_medium_with_about_5000_events()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();

        Assert.Equal(163, sample.Summary.Agencies);
        Assert.InRange(sample.Summary.Events, 4_500, 5_500);
        Assert.Equal(sample.Summary.Events, await db.Events.CountAsync());
        Assert.Equal(56, await db.Events.Where(e => e.State != null).Select(e => e.State).Distinct().CountAsync());
        Assert.Equal(4, await db.Events.Select(e => e.Medium).Distinct().CountAsync());
        Assert.Equal(
            Enum.GetValues<EventStatus>().Length - 1,
            await db.Events.Select(e => e.Status).Distinct().CountAsync()
        );
    }

    [Fact]
    public async Task The_sample_has_reports_at_every_stage_and_in_time_and_late_and_nil_and_missing()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var reports = await db.MonthlyReports.AsNoTracking().ToListAsync();
        var calendar = new ReportingCalendar();

        // Its agencies take nothing back.
        Assert.Equal(
            Enum.GetValues<MonthlyReportStatus>().Except([MonthlyReportStatus.Recalled]),
            reports.Select(r => r.Status).Distinct().Order()
        );
        Assert.Equal(10, reports.Select(r => r.Month).Distinct().Count());
        Assert.Contains(reports, r => r.Nil);
        Assert.Contains(reports, r => r.Revision == 1 && !IsOnTime(r));
        Assert.Contains(reports, r => r.Revision == 1 && IsOnTime(r));
        Assert.True(
            reports.Select(r => (r.AgencyId, r.Month)).Distinct().Count()
                < reports.Select(r => r.AgencyId).Distinct().Count() * 10
        );
        Assert.All(
            reports.Where(r => r.Revision is not null).GroupBy(r => (r.AgencyId, r.Month)),
            chain => Assert.Equal(Enumerable.Range(1, chain.Count()), chain.Select(r => r.Revision!.Value).Order())
        );

        bool IsOnTime(MonthlyReport report) =>
            Washington.DateOf(report.SubmittedAt!.Value) <= calendar.DueOn(report.Month);
    }

    [Fact]
    public async Task The_sample_has_liaisons_in_time_and_late_and_succeeded_and_inherited_and_missing()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var liaisons = await db.Liaisons.AsNoTracking().ToListAsync();
        var agencies = await db.Agencies.ToDictionaryAsync(a => a.Id);

        var first = liaisons.GroupBy(l => l.AgencyId).ToDictionary(g => g.Key, g => g.Min(l => l.DesignatedOn));
        Assert.Contains(first.Values, day => day <= ReportingCalendar.FirstDueDay);
        Assert.Contains(first.Values, day => day > ReportingCalendar.FirstDueDay);
        Assert.Contains(liaisons.GroupBy(l => l.AgencyId), g => g.Count() == 2);
        Assert.Contains(liaisons, l => l.ReportedAt is null);

        bool IsCovered(Agency agency) =>
            liaisons.Any(l =>
                l.AgencyId == agency.ParentId && l.EndedOn is null && l.Coverage == Coverage.SelfAndComponents
            );
        var without = agencies.Values.Where(a => !first.ContainsKey(a.Id)).ToList();
        Assert.Contains(without, IsCovered);
        Assert.Contains(without, a => !IsCovered(a) && a.Directive == DirectiveStanding.Directed);
        Assert.Contains(without, a => a.Directive == DirectiveStanding.Requested);
    }

    [Fact]
    public async Task The_samples_complaint_figures_balance_and_a_few_do_not_carry_over()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var metrics = await db.ComplaintMetrics.AsNoTracking().ToListAsync();

        Assert.NotEmpty(metrics);
        Assert.All(metrics, m => Assert.True(m.Balances));
        Assert.Equal(new ReportMonth(1998, 10), metrics.Max(m => m.Month));
        Assert.Contains(metrics, m => !m.IsCurrent);
        Assert.Equal(
            Enum.GetValues<MissingReason>(),
            metrics.Where(m => m.MedianDaysMissing != null).Select(m => m.MedianDaysMissing!.Value).Distinct().Order()
        );

        var carried = metrics
            .Where(m => m.IsCurrent)
            .GroupBy(m => (m.AgencyId, m.CategoryId, m.Channel))
            .SelectMany(line => line.OrderBy(m => m.Month).Zip(line.OrderBy(m => m.Month).Skip(1)))
            .Where(pair => pair.First.Month.Next == pair.Second.Month)
            .Select(pair => pair.First.PendingEnd - pair.Second.PendingStart)
            .ToList();
        Assert.InRange(carried.Count(difference => difference is not (null or 0)), 5, carried.Count / 10);
    }

    [Fact]
    public async Task The_sample_has_data_for_every_feature()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();

        Assert.Equal(
            Enum.GetValues<SurveyKind>(),
            await db.Surveys.Select(s => s.Kind).Distinct().Order().ToListAsync()
        );
        Assert.Equal(
            Enum.GetValues<FindingAbout>(),
            await db.Findings.Select(f => f.About).Distinct().Order().ToListAsync()
        );
        Assert.Equal(
            Enum.GetValues<ProblemStatus>(),
            await db.SystemicProblems.Select(p => p.Status).Distinct().Order().ToListAsync()
        );
        Assert.Equal(
            Enum.GetValues<AnnualReportStatus>(),
            await db.AnnualReports.Select(r => r.Status).Distinct().Order().ToListAsync()
        );
        Assert.Equal([1997, 1998], await db.AnnualReports.Select(r => r.Year).Distinct().Order().ToListAsync());
        Assert.True(await db.AnnualReports.MaxAsync(r => r.PlainLanguage.Grade) > 20);
        Assert.True(
            await db.AnnualReports.Where(r => r.PlainLanguage.Words > 0).MinAsync(r => r.PlainLanguage.Grade) < 8
        );
        Assert.True(await db.BenchmarkStudies.AnyAsync());
        Assert.True(await db.FindingOutcomes.AnyAsync());
        Assert.Equal(
            2,
            await db.Findings.Where(f => f.OwnThemeId != null).Select(f => f.AgencyId).Distinct().CountAsync()
        );
        Assert.True(await db.ProblemSolvingOutcomes.AnyAsync());
        Assert.True(await db.Analyses.AnyAsync());
        Assert.True(await db.PlanCitations.AnyAsync());
        Assert.True(await db.ServiceAreas.AnyAsync());
        Assert.True(await db.AuditEntries.AnyAsync());
        Assert.True(await db.DueDays.AnyAsync());
        Assert.True(await db.DeliveryChoices.AnyAsync(c => c.Means == Channel.Web));
        Assert.True(await db.CustomerBases.AnyAsync(c => c.EffectiveFrom == new DateOnly(1998, 10, 1)));
        Assert.True(await db.Events.AnyAsync(e => e.StartsOn >= new DateOnly(1999, 1, 1)));
        Assert.True(await db.Events.AnyAsync(e => e.Hosts.Count > 1));
    }

    [Fact]
    public async Task The_samples_feed_has_no_gap_and_is_in_the_order_of_time()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var feed = await db.FeedEntries.AsNoTracking().OrderBy(f => f.Sequence).ToListAsync();

        Assert.Equal(Enumerable.Range(1, feed.Count).Select(n => (long)n), feed.Select(f => f.Sequence));
        Assert.Equal(feed.Select(f => f.RecordedAt).Order(), feed.Select(f => f.RecordedAt));
        Assert.Equal(feed.Count, await db.FeedCounters.Select(c => c.LastSequence).SingleAsync());
    }

    [Fact]
    public async Task Nothing_in_the_sample_was_done_on_its_day_or_later()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var morning = Washington.EndOf(Today.AddDays(-1));

        Assert.True(await db.FeedEntries.MaxAsync(f => f.RecordedAt) < morning);
        Assert.True(await db.MonthlyReports.MaxAsync(r => r.DecidedAt) < morning);
        Assert.True(await db.EventOutcomes.MaxAsync(o => o.At) < morning);
        Assert.True(await db.Surveys.MaxAsync(s => s.ConductedTo) < Today);
        Assert.True(await db.Findings.MaxAsync(f => f.FoundOn) < Today);
    }

    [Fact]
    public async Task The_sample_says_everywhere_that_it_is_illustrative_and_judges_nobody()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var texts = await SampleTexts.LongAsync(db);
        var others = await SampleTexts.ShortAsync(db);

        Assert.All(texts, text => Assert.EndsWith("(illustrative)", text, StringComparison.Ordinal));
        Assert.All(texts.Concat(others), text => Assert.DoesNotMatch(@"(?i)\b(rights?|violat\w*)\b", text));
        Assert.All(
            await db.Liaisons.Select(l => l.Name).ToListAsync(),
            name => Assert.Matches(@"^\p{Lu}\p{L}+ \p{Lu}\p{L}+$", name)
        );
    }

    [Fact]
    public async Task Every_event_of_the_sample_is_in_its_report_and_within_its_agencys_lifetime()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();
        var told = await db.EventRevisions.Select(r => new { r.EventId, r.ReportId }).ToListAsync();
        var events = await db.Events.AsNoTracking().Include(e => e.Agency).ToListAsync();

        Assert.Empty(events.Select(e => new { EventId = e.Id, e.ReportId }).Except(told));
        Assert.All(events.Where(e => e.PostponedFrom is null), e => Assert.True(e.Agency.IsActiveOn(e.StartsOn)));
        Assert.All(events.Where(e => e.Status == EventStatus.Held), e => Assert.True(e.EndsOn < Today));
    }

    [Fact]
    public async Task The_sample_is_the_same_at_every_load()
    {
        await using var other = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await SampleYear.LoadAsync(other.Contexts, new(), progress: null, CancellationToken.None);

        await using var first = sample.Database.Contexts.CreateDbContext();
        await using var second = other.Contexts.CreateDbContext();

        Assert.Equal(await DatabaseDigest.OfAsync(first), await DatabaseDigest.OfAsync(second));
    }

    [Fact]
    public async Task The_sample_is_never_loaded_over_records()
    {
        await using var db = sample.Database.Contexts.CreateDbContext();

        Assert.False(await SampleYear.CanLoadAsync(db, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SampleYear.LoadAsync(sample.Database.Contexts, new(), progress: null, CancellationToken.None)
        );
        Assert.Equal(sample.Summary.Events, await db.Events.CountAsync());
    }

    [Fact]
    public async Task At_scale_2_the_sample_has_about_twice_the_events()
    {
        await using var other = await TestDatabase.CreateAsync(TestDatabase.Sqlite);

        var twice = await SampleYear.LoadAsync(other.Contexts, new(scale: 2), progress: null, CancellationToken.None);

        Assert.InRange((double)twice.Events / sample.Summary.Events, 1.8, 2.2);
    }

    [SkippableFact]
    public async Task The_sample_loads_into_PostgreSQL_as_well()
    {
        await using var other = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);

        var summary = await SampleYear.LoadAsync(other.Contexts, new(), progress: null, CancellationToken.None);

        Assert.Equal(sample.Summary, summary);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SampleOptions.MaxScale + 1)]
    public void A_scale_that_exceeds_the_limit_of_events_in_a_report_is_refused(int scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleOptions(scale));
}
