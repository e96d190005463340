using System.Runtime.CompilerServices;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class PlainLanguageUpdateTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Text_stored_before_there_were_measures_is_measured_without_counting_as_changed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (@event, report, empty) = await HasTextsAsync(database);
        await using var db = await database.Contexts.CreateDbContextAsync();
        var unmeasured = (PlainLanguage)RuntimeHelpers.GetUninitializedObject(typeof(PlainLanguage));
        await db.Events.ExecuteUpdateAsync(e => e.SetProperty(x => x.PlainLanguage, unmeasured));
        await db.AnnualReports.ExecuteUpdateAsync(r => r.SetProperty(x => x.PlainLanguage, unmeasured));
        Assert.Equal(
            [0],
            await db
                .Events.Select(e => e.PlainLanguage.Version)
                .Concat(db.AnnualReports.Select(r => r.PlainLanguage.Version))
                .Distinct()
                .ToListAsync()
        );

        await db.MeasureAnewAsync(CancellationToken.None);

        var stored = await db.Events.AsNoTracking().SingleAsync();
        Assert.Equal((@event.PlainLanguage, Samples.Noon), (stored.PlainLanguage, stored.UpdatedAt));
        var reports = await db.AnnualReports.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.PlainLanguage);
        Assert.Equal((report.PlainLanguage, PlainLanguage.OfNothing), (reports[report.Id], reports[empty.Id]));
        Assert.Equal(2, report.PlainLanguage.Sentences);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task More_than_a_batch_is_measured_and_measures_of_a_newer_server_are_kept(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        var report = Samples.Submitted(agency, eventCount: 500);
        await database.Contexts.SaveAsync([
            report,
            .. Enumerable.Range(0, 1201).Select(_ => new Event(report, Samples.Facts(), [])),
        ]);
        await using var db = await database.Contexts.CreateDbContextAsync();
        var newer = await db.Events.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync();
        await db.Events.ExecuteUpdateAsync(e =>
            e.SetProperty(x => x.PlainLanguage.Version, 0).SetProperty(x => x.PlainLanguage.Words, 0)
        );
        await db
            .Events.Where(e => e.Id == newer)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.PlainLanguage.Version, PlainLanguage.CurrentVersion + 1));

        await db.MeasureAnewAsync(CancellationToken.None);

        Assert.Equal(
            1200,
            await db.Events.CountAsync(e =>
                e.PlainLanguage.Version == PlainLanguage.CurrentVersion && e.PlainLanguage.Words == 6
            )
        );
        Assert.Equal(
            1,
            await db.Events.CountAsync(e =>
                e.PlainLanguage.Version == PlainLanguage.CurrentVersion + 1 && e.PlainLanguage.Words == 0
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task More_than_a_batch_of_annual_reports_is_measured(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agencies = Enumerable.Range(0, 6).Select(_ => Samples.Agency()).ToList();
        await database.Contexts.SaveAsync([.. agencies]);
        await database.Contexts.SaveAsync([
            .. agencies.SelectMany(agency =>
                Enumerable
                    .Range(AnnualReport.FirstYear, 100)
                    .Select(year => new AnnualReport(agency.Id, year, YearBasis.Fiscal, "How we served you"))
            ),
        ]);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.AnnualReports.ExecuteUpdateAsync(r => r.SetProperty(x => x.PlainLanguage.Version, 0));

        await db.MeasureAnewAsync(CancellationToken.None);

        Assert.Equal(
            600,
            await db.AnnualReports.CountAsync(r => r.PlainLanguage.Version == PlainLanguage.CurrentVersion)
        );
    }

    [Fact]
    public async Task Nothing_is_written_where_every_measure_is_current()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await HasTextsAsync(database);
        await using var writer = await database.Contexts.CreateDbContextAsync();
        await using var writing = await writer.BeginWriteAsync(default);
        await using var db = await database.Contexts.CreateDbContextAsync();

        await db.MeasureAnewAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<(Event Event, AnnualReport Report, AnnualReport Empty)> HasTextsAsync(
        TestDatabase database
    )
    {
        var agency = await database.Contexts.HasAgencyAsync();
        var monthly = Samples.Submitted(agency);
        var @event = new Event(monthly, Samples.Facts(), [], recordedAt: Samples.Noon);
        var standard = new ServiceStandard(
            agency.Id,
            "We answer within a day.",
            "answers",
            "%",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.GeneralPublic,
            new(1998, 1, 1)
        );
        var report = new AnnualReport(agency.Id, 1997, YearBasis.Fiscal, "How we served you");
        report.SetStatements([
            new(standard.Id, "We answered most calls", null, null),
            new(standard.Id, "We paid all claims.", null, null),
        ]);
        var empty = new AnnualReport(agency.Id, 1998, YearBasis.Fiscal, "How we served you");
        await database.Contexts.SaveAsync(monthly, @event, standard, report, empty);
        return (@event, report, empty);
    }
}
