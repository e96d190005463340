using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cwa.Model.Tests;

/// <summary>A database that holds records is brought up to date with them.</summary>
public sealed class MigrationTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Reports_that_were_stored_before_know_when_that_was(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        var (first, second, returned, draft) = (
            Report(1),
            Report(2, "A hall was too small."),
            Report(3, "A hall burned down."),
            Report(null)
        );
        first.Accept(Day(2), "npr");
        first.Amend();
        second.Accept(Day(4), "npr");
        returned.Return(Day(6), "npr", "Which?");
        await database.Contexts.SaveAsync(
            first,
            second,
            returned,
            draft,
            Saved(draft, isNew: true),
            Saved(draft, isNew: false),
            Sent(first)
        );

        await using var db = await database.Contexts.CreateDbContextAsync();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("IdempotencyKeys");
        await migrator.MigrateAsync();

        var stored = await db.MonthlyReports.OrderBy(r => r.Revision == null).ThenBy(r => r.Revision).ToListAsync();
        Assert.Equal<(DateTime?, DateTime?, DateTime?)>(
            [(Day(1), Day(2), Day(4)), (Day(3), Day(4), null), (Day(5), Day(6), null), (null, null, null)],
            stored.Select(r => (r.SubmissionRecordedAt, r.DecisionRecordedAt, r.AmendmentRecordedAt))
        );
        var trail = await db.AuditEntries.OrderBy(e => e.RecordedAt).ToListAsync();
        Assert.Equal([(false, true), (true, true), (true, false)], trail.Select(e => (e.WasDraft, e.IsDraft)));

        MonthlyReport Report(int? revision, string? reason = null)
        {
            var report = new MonthlyReport(agency.Id, Samples.April, recordedAt: Day(0));
            report.Write(1, nil: false);
            if (revision is { } number)
                report.Submit(number, Day(2 * number - 1), "pat", reason);
            return report;
        }
    }

    [Fact]
    public async Task A_report_was_stored_no_earlier_than_its_row_whatever_the_domains_clock_said()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var agency = await database.Contexts.HasAgencyAsync();
        var report = Samples.Accepted(agency);
        await database.Contexts.SaveAsync(report);

        await using var db = await database.Contexts.CreateDbContextAsync();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("IdempotencyKeys");
        await migrator.MigrateAsync();

        var stored = await db.MonthlyReports.SingleAsync();
        Assert.Equal((stored.RecordedAt, stored.RecordedAt), (stored.SubmissionRecordedAt, stored.DecisionRecordedAt));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_stored_before_anybody_noted_changes_is_as_old_as_its_row(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(
            new SystemicProblem(
                agency.Id,
                null,
                "Cheques get lost",
                "In the mail room.",
                new(1998, 5, 1),
                recordedAt: Day(3)
            )
        );

        await using var db = await database.Contexts.CreateDbContextAsync();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("RecordedChanges");
        await migrator.MigrateAsync();

        Assert.Equal(Day(3), (await db.SystemicProblems.SingleAsync()).UpdatedAt);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Names_that_are_now_the_same_stay_apart_and_all_are_found(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(
            new Liaison(agency.Id, "José Peña", null, null, "202 555 0100", null, Coverage.Self, new(1998, 3, 10)),
            new ComplaintCategory(agency.Id, "Long waits", TopCategory.Timeliness, recordedAt: Day(0))
        );
        await using var db = await database.Contexts.CreateDbContextAsync();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("Readability");
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO complaint_categories (id, agency_id, name, top, recorded_at)
            SELECT {Guid.CreateVersion7()}, agency_id, 'LONG WAITS', top, recorded_at FROM complaint_categories
            """
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO agencies (id, abbreviation, name, name_search, kind, depth, directive, directive_basis,
                high_impact, active_from, recorded_at, updated_at)
            SELECT {Guid.CreateVersion7()}, lower(abbreviation), name, name_search, kind, depth, directive, directive_basis,
                high_impact, active_from, recorded_at, updated_at FROM agencies
            """
        );

        await migrator.MigrateAsync();
        await db.SearchAnewAsync(default);
        await db.SearchAnewAsync(default);

        var form = SearchText.Normalize(agency.Abbreviation);
        Assert.Equal(agency.Id, (await db.Agencies.SingleAsync(a => a.AbbreviationSearch == form)).Id);
        Assert.Equal(2, await db.Agencies.CountAsync(a => a.AbbreviationSearch.StartsWith(form)));
        Assert.Equal("JOSE PENA", (await db.Liaisons.SingleAsync()).NameSearch);
        var categories = await db.ComplaintCategories.AsNoTracking().ToListAsync();
        Assert.Equal(2, categories.Select(c => c.NameSearch).Distinct().Count());
        Assert.Equal("Long waits", categories.Single(c => c.NameSearch == "LONG WAITS").Name);
        Assert.All(categories, c => Assert.StartsWith("LONG WAITS", c.NameSearch, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_first_and_a_last_day_that_were_kept_as_infinity_are_days()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await database.Contexts.HasAgencyAsync();
        await using var db = await database.Contexts.CreateDbContextAsync();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("Readability");
        await db.Database.ExecuteSqlAsync($"UPDATE agencies SET active_from = '-infinity', active_to = 'infinity'");

        await migrator.MigrateAsync();

        var agency = await db.Agencies.AsNoTracking().SingleAsync();
        Assert.Equal((DateOnly.MinValue, DateOnly.MaxValue), (agency.ActiveFrom, agency.ActiveTo));
    }

    private static DateTime Day(int days) => Samples.Noon.AddDays(days);

    private static AuditEntry Saved(MonthlyReport draft, bool isNew) =>
        new(
            "saveMonthlyReportDraft",
            "pat",
            nameof(MonthlyReport),
            draft.Id,
            draft.AgencyId,
            isNew ? null : "{}",
            "{}",
            recordedAt: Day(isNew ? 0 : 1)
        );

    private static AuditEntry Sent(MonthlyReport report) =>
        new(
            "submitMonthlyReport",
            "pat",
            nameof(MonthlyReport),
            report.Id,
            report.AgencyId,
            "{}",
            "{}",
            recordedAt: Day(2)
        );
}
